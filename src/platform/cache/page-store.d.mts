/** A page as it lies in the store. */
export type KeptPage = { readonly gzip: Buffer; readonly etag: string };
export const wholePage: (path: string) => KeptPage | null;
export const plainPage: (page: KeptPage) => Buffer;
declare const PageStore: new () => {
  get(key: string, context?: object): Promise<{ lastModified: number; value: unknown } | null>;
  set(key: string, value: unknown, context?: object): Promise<void>;
  revalidateTag(tags: string | string[]): Promise<void>;
};
export default PageStore;

export default class PageStore {
  revalidateTag(names: string | string[]): Promise<void>;
}

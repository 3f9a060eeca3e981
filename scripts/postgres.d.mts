export const throwawaySettings: Readonly<Record<string, string>>;
export type EmbeddedPostgres = {
  readonly url: string;
  readonly urlOf: (database: string) => string;
  readonly port: number;
  readonly pid: number;
  readonly exit: Promise<string>;
  readonly stop: () => Promise<void>;
};
export function startPostgres(options: { dataDirectory: string; port?: number; settings?: Readonly<Record<string, string | number>>; database?: string }): Promise<EmbeddedPostgres>;

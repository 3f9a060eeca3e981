export type SchemaFile = { readonly path: string; readonly content: string };
export function datamodelFiles(directory?: string): SchemaFile[];
export function applyMigrations(databaseUrl: string, options?: { directory?: string }): Promise<string[]>;
export function draftSql(from: readonly SchemaFile[], to: readonly SchemaFile[]): Promise<string>;

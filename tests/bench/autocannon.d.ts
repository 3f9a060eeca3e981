declare module "autocannon" {
  type Spread = { readonly average: number; readonly p50: number; readonly p99: number; readonly max: number };
  export type Result = {
    readonly requests: Spread & { readonly total: number };
    readonly latency: Spread;
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly "2xx": number;
  };
  export type Request = { readonly method?: "GET" | "POST"; readonly path: string; readonly headers?: Record<string, string>; readonly body?: string };
  type Options = { readonly url: string; readonly connections: number; readonly duration: number; readonly requests: readonly Request[] };
  const autocannon: (options: Options) => Promise<Result>;
  export default autocannon;
}

// What Next would know of a request, for calling the real actions, routes and pages without it: cookies, headers and what a page throws to leave.
// The mocks end here: who() reads a real, sealed cookie and a real session row.
import { judge } from "@/platform/gate";

process.env["RATE_LIMIT_FACTOR"] = "100000";

type Cookie = { readonly name: string; readonly value: string };
const jar = new Map<string, string>();
let given = new Headers();

const cookieStore = {
  get: (name: string): Cookie | undefined => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined),
  getAll: (): Cookie[] => [...jar].map(([name, value]) => ({ name, value })),
  has: (name: string): boolean => jar.has(name),
  set: (name: string, value: string): void => void jar.set(name, value),
  delete: (name: string): void => void jar.delete(name),
};

export const nextHeaders = { cookies: async () => cookieStore, headers: async () => given, draftMode: async () => ({ isEnabled: false }) };

/** Tags that were expired since the last question. */
export const expired: string[] = [];
export const nextCache = {
  updateTag: (tag: string): void => void expired.push(tag),
  revalidateTag: (tag: string): void => void expired.push(tag),
  revalidatePath: (): void => undefined,
  unstable_cache: <F>(work: F): F => work,
  unstable_noStore: (): void => undefined,
};

/** Asks as a browser with these cookies, and forgets them afterwards: what one caller was given never helps the next. */
export const asking = async <V>(cookies: Readonly<Record<string, string>>, work: () => Promise<V>): Promise<V> => {
  jar.clear();
  expired.length = 0;
  for (const [name, value] of Object.entries(cookies)) jar.set(name, value);
  given = new Headers({ "x-client-address": "203.0.113.9", "user-agent": "stranger", host: "shop.test", ...(jar.size > 0 ? { cookie: [...jar].map(([n, v]) => `${n}=${v}`).join("; ") } : {}) });
  try {
    return await work();
  } finally {
    jar.clear();
  }
};

/** What client components ask of Next's router while they are drawn here. Leaving a page is the real thing. */
export const nextNavigation = async (actual: () => Promise<object>): Promise<object> => ({
  ...(await actual()),
  useRouter: () => ({ push: () => undefined, replace: () => undefined, refresh: () => undefined, back: () => undefined, prefetch: () => undefined }),
  usePathname: () => "/en-jp",
  useSearchParams: () => new URLSearchParams(),
});

const gateHosts = new Set(["shop.test"]);
/** Whether an address passes the front gate, which stands before every page and route. */
export const passesGate = (url: string): boolean => judge({ method: "GET", url, headers: { host: "shop.test" } }, gateHosts) === null;

import { isIP } from "node:net";

/** Set by the front gate from the socket (or from our own proxies), never by a browser. */
export const clientAddressHeader = "x-client-address";

/**
 * The part of a network address that one household has: an IPv4 address whole, an IPv6 address by its first 64 bits, because a home
 * is given all that follow. "unknown" when there is no address: such requests share one budget.
 */
export const addressBlock = (address: string | undefined | null): string => {
  const plain = (address ?? "").trim().replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return "unknown";
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const front = head ? head.split(":") : [];
  const back = tail ? tail.split(":") : [];
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return `${groups.slice(0, 4).join(":")}::/64`;
};

/** Where the request of these headers comes from. What the gate stamped is already a block, and passes as it is. */
export const clientAddressOf = (stamped: string | null | undefined): string =>
  stamped && /^[0-9a-f:.]{2,45}(\/64)?$/.test(stamped) ? stamped : "unknown";

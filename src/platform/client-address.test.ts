import { describe, expect, it } from "vitest";
import { addressBlock, clientAddressHeader, clientAddressOf } from "./client-address";
import { stampClientAddress } from "./gate";

const stamped = (forwarded: string | undefined, trusted: number, more: Record<string, string> = {}) => {
  const request = { headers: { ...(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }), ...more } as Record<string, string>, socket: { remoteAddress: "203.0.113.9" } };
  stampClientAddress(request, trusted);
  return request.headers[clientAddressHeader];
};

describe("where a request comes from", () => {
  it("is the socket's address; what a stranger wrote into headers is not believed", () => {
    expect(stamped("198.51.100.1", 0)).toBe("203.0.113.9");
    expect(stamped(undefined, 0, { [clientAddressHeader]: "198.51.100.1" })).toBe("203.0.113.9");
  });
  it("is what our own proxies say, counted from the end", () => {
    expect(stamped("1.1.1.1, 198.51.100.1", 1)).toBe("198.51.100.1");
    expect(stamped("6.6.6.6, 198.51.100.1, 10.0.0.2", 2)).toBe("198.51.100.1");
    expect(stamped(undefined, 1)).toBe("203.0.113.9");
    expect(stamped("rubbish", 1)).toBe("unknown");
  });
  it("is one household's for IPv6, however its addresses are written", () => {
    for (const address of ["2001:db8:1:2:3:4:5:6", "2001:DB8:1:2::1", "2001:0db8:0001:0002:ffff:ffff:ffff:ffff"]) expect(addressBlock(address)).toBe("2001:db8:1:2::/64");
    expect(addressBlock("2001:db8::1")).toBe("2001:db8:0:0::/64");
    expect(addressBlock("::1")).toBe("0:0:0:0::/64");
    expect(addressBlock("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(addressBlock("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });
  it("passes through the door as it was stamped", () => {
    for (const address of ["203.0.113.9", "2001:db8:1:2::/64"]) expect(clientAddressOf(address)).toBe(address);
    for (const other of [null, "", "x; drop", "a".repeat(90)]) expect(clientAddressOf(other)).toBe("unknown");
  });
});

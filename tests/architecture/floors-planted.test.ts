import { expect, it } from "vitest";
import { downstairs } from "./floor-rule";
import { plantedGraph } from "./import-graph";

// A file of its own: dependency-cruiser remembers the paths of the first project that a process shows it.
it("the floors catch what reaches upstairs or sideways, as a value, as a type or later, and a module that nobody has listed", async () => {
  const graph = await plantedGraph({
    "src/kernel/money.ts": 'export const four = () => import("@/ui/button");',
    "src/platform/mail.ts": 'import { one } from "@/modules/market/market";\nexport const two = one;',
    "src/ui/button.tsx": 'import { two } from "@/platform/mail";\nexport const three = two;',
    "src/modules/access/who.ts": "export const who = 1;",
    "src/modules/market/market.ts": 'import { who } from "../access/who";\nexport const one = who;',
    "src/modules/fx/rate.ts": 'export { one } from "../market/market";',
    "src/modules/gifts/gift.ts": 'export { one } from "@/modules/market/market";',
    "src/modules/discovery/card.ts": 'import { one } from "@/modules/market/market";\nexport const size = one;',
    "src/modules/order/order.ts": 'import { size } from "../discovery/card";\nexport const twice = size;',
    "src/modules/cart/cart.ts": 'import type { Quote } from "@/modules/checkout/quote";\nexport type Cart = Quote;',
    "src/modules/checkout/quote.ts": "export type Quote = { total: bigint };",
    "src/app/page.tsx": 'export { size } from "@/modules/discovery/card";',
  });
  expect(graph.modules).toHaveLength(12);
  expect(downstairs(graph).sort()).toEqual([
    "src/kernel/money.ts reaches up to src/ui/button.tsx",
    "src/modules/cart/cart.ts imports src/modules/checkout/quote.ts: checkout does not lie below cart",
    "src/modules/fx/rate.ts imports src/modules/market/market.ts: market does not lie below fx",
    "src/modules/gifts/gift.ts imports src/modules/market/market.ts: market does not lie below gifts",
    "src/modules/order/order.ts imports src/modules/discovery/card.ts: discovery does not lie below order",
    "src/platform/mail.ts reaches up to src/modules/market/market.ts",
    "src/ui/button.tsx reaches up to src/platform/mail.ts",
  ]);
});

import { describe, expect, it } from "vitest";
import { prismaRule, pureNounRule, requestRule, roleOf, roomsRule } from "./roles";
import { planted, treeOf } from "./source-tree";

describe("the rooms of a module", () => {
  it("are told from where a file lies", () => {
    expect(roleOf("src/modules/listing/listing.ts")).toBe("noun");
    expect(roleOf("src/modules/listing/stock-store.ts")).toBe("store");
    expect(roleOf("src/modules/listing/commands/publish-listing.ts")).toBe("command");
    expect(roleOf("src/app/(shop)/[storefront]/cart/page.tsx")).toBe("page");
    expect(roleOf("src/app/api/stripe/webhook/route.ts")).toBe("machine door");
    const roles = new Map<string, number>();
    for (const { path } of treeOf("src")) roles.set(roleOf(path), (roles.get(roleOf(path)) ?? 0) + 1);
    for (const role of ["noun", "schema", "store", "queries", "command", "actions", "component", "page"]) expect(roles.get(role) ?? 0, role).toBeGreaterThan(5);
  });

  it("hold only what their role may import", () => {
    expect(roomsRule(treeOf("src"))).toEqual([]);
  });

  it("catch each role with an import of somebody else's", () => {
    const tree = planted({
      "src/modules/listing/listing.ts": 'import { now } from "@/platform/clock";\nimport { z } from "zod";',
      "src/modules/listing/schema.ts": 'import { z } from "zod";\nimport { database } from "@/platform/db";',
      "src/modules/listing/store.ts": 'import { saveMerchant } from "@/modules/merchant/store";\nimport { remembered } from "@/platform/cache/remembered";',
      "src/modules/listing/queries.ts": 'import { publish } from "./commands/publish-listing";',
      "src/modules/listing/commands/publish-listing.ts": 'import { saveMerchant } from "@/modules/merchant/store";\nimport { Button } from "@/ui/primitives/button";',
      "src/modules/listing/actions.ts": 'import { transaction } from "@/platform/db";\nimport { publish } from "./listing";\nimport type { Listing } from "./listing";',
      "src/modules/listing/components/card.tsx": 'import { publish } from "../commands/publish-listing";\nimport { load } from "../store";',
      "src/app/page.tsx": 'import { publish } from "@/modules/listing/commands/publish-listing";\nimport { database } from "@/platform/db";',
      "src/app/api/webhook/route.ts": 'import { settle } from "@/modules/checkout/commands/settle-checkout";\nimport { load } from "@/modules/checkout/store";',
    });
    expect(roomsRule(tree)).toEqual([
      "src/modules/listing/listing.ts:1 is noun and imports @/platform/clock (platform)",
      "src/modules/listing/listing.ts:2 is noun and imports zod",
      "src/modules/listing/schema.ts:2 is schema and imports @/platform/db (platform)",
      "src/modules/listing/store.ts:1 is store and imports @/modules/merchant/store (store)",
      "src/modules/listing/store.ts:2 is store and imports @/platform/cache/remembered (platform)",
      "src/modules/listing/queries.ts:1 is queries and imports ./commands/publish-listing (command)",
      "src/modules/listing/commands/publish-listing.ts:1 is command and imports @/modules/merchant/store (store)",
      "src/modules/listing/commands/publish-listing.ts:2 is command and imports @/ui/primitives/button (ui)",
      "src/modules/listing/actions.ts:1 is actions and imports @/platform/db (platform)",
      "src/modules/listing/actions.ts:2 is actions and imports ./listing (noun)",
      "src/modules/listing/components/card.tsx:1 is component and imports ../commands/publish-listing (command)",
      "src/modules/listing/components/card.tsx:2 is component and imports ../store (store)",
      "src/app/page.tsx:1 is page and imports @/modules/listing/commands/publish-listing (command)",
      "src/app/page.tsx:2 is page and imports @/platform/db (platform)",
      "src/app/api/webhook/route.ts:2 is machine door and imports @/modules/checkout/store (store)",
    ]);
  });

  it("keep Prisma and its rows in platform/db, stores and queries", () => {
    expect(prismaRule(treeOf("src"))).toEqual([]);
  });

  it("catch Prisma in a verb, a page and a type that carries a row out", () => {
    const tree = planted({
      "src/modules/listing/commands/publish-listing.ts": 'import { Prisma } from "@/platform/db/generated/client";\nexport const publish = (tx: Tx) => tx.listing.update({});',
      "src/app/page.tsx": 'import { PrismaClient } from "@prisma/client";',
      "src/modules/listing/store.ts": 'import { Prisma } from "@/platform/db/generated/client";\nexport type Row = Prisma.ListingGetPayload<object>;\nexport const load = (tx: Tx) => tx.listing.findFirst();',
    });
    expect(prismaRule(tree)).toEqual([
      "src/modules/listing/commands/publish-listing.ts:1 is command and imports @/platform/db/generated/client",
      "src/modules/listing/commands/publish-listing.ts:2 asks the database itself: `tx.listing`",
      "src/app/page.tsx:1 is page and imports @prisma/client",
      "src/modules/listing/store.ts:2 lets the row type Row out",
    ]);
  });

  it("know no request in verbs, nouns, schemas, stores and queries", () => {
    expect(requestRule(treeOf("src"))).toEqual([]);
  });

  it("catch a verb that reads a cookie and a noun that knows React", () => {
    const tree = planted({
      "src/modules/cart/commands/add-to-cart.ts": 'import { cookies } from "next/headers";',
      "src/modules/cart/cart.ts": 'import { cache } from "react";',
      "src/modules/cart/actions.ts": 'import { cookies } from "next/headers";',
    });
    expect(requestRule(tree)).toEqual(["src/modules/cart/commands/add-to-cart.ts:1 is command and imports next/headers", "src/modules/cart/cart.ts:1 is noun and imports react"]);
  });

  it("keep nouns from waiting", () => {
    expect(pureNounRule(treeOf("src"))).toEqual([]);
  });

  it("catch a noun that waits", () => {
    expect(pureNounRule(planted({ "src/modules/cart/cart.ts": "export const total = async () => 1;", "src/modules/cart/queries.ts": "export const find = async () => 1;" }))).toEqual(["src/modules/cart/cart.ts:1 is noun and waits"]);
  });
});

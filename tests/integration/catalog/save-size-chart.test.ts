import { beforeAll, expect, test } from "vitest";
import { findOwnChart, listOwnCharts } from "@/modules/catalog/chart-queries";
import { removeSizeChart } from "@/modules/catalog/commands/remove-size-chart";
import { saveSizeChart } from "@/modules/catalog/commands/save-size-chart";
import type { SaveSizeChart } from "@/modules/catalog/schema";
import { showListing } from "@/modules/discovery/commands/show-listing";
import { findListingPage } from "@/modules/listing/queries";
import { database } from "@/platform/db";
import { aSeller, aWholeDraft, must, seedFloor, type Seller } from "../listing/selling";

let seller: Seller;
let other: Seller;
beforeAll(async () => {
  await seedFloor();
  seller = await aSeller();
  other = await aSeller();
});

const line = (label: string, foot: string) => ({ label, body: { foot }, garment: {} });
const aChart = (more: Partial<SaveSizeChart> = {}): SaveSizeChart =>
  ({ brandId: seller.brandId, family: "women-shoes", version: 0, system: "EU", unit: "cm", rows: [line("38", "23,2"), line("39", "23.9"), line("40", "24.6")], ...more });

test("a brand's own chart is kept in millimetres and stands on the pages of its goods", async () => {
  const draft = await aWholeDraft(seller);
  must(await showListing(seller.actor, { listingId: draft.listingId, version: draft.version }));
  expect((await findListingPage(draft.number, "en"))?.chart).toBeNull();
  expect(must(await saveSizeChart(seller.actor, aChart()))).toEqual({ merchantSlug: expect.stringMatching(/^taller-/) });
  expect((await findListingPage(draft.number, "en"))?.chart).toEqual({ system: "EU", rows: [
    { label: "38", body: { foot: [232, 232] }, garment: {} }, { label: "39", body: { foot: [239, 239] }, garment: {} }, { label: "40", body: { foot: [246, 246] }, garment: {} },
  ] });
  expect(await listOwnCharts(seller.actor)).toMatchObject([{ family: "women-shoes", version: 1, system: "EU", labels: 3, products: 1 }]);
});

test("a first chart starts from the labels that the brand's goods bear", async () => {
  await aWholeDraft(other);
  const chart = await findOwnChart(other.actor, other.brandId, "women-shoes");
  expect(chart).toMatchObject({ version: 0, rows: [], borne: [{ system: "EU" }] });
  expect([...(chart?.borne[0]?.labels ?? [])].sort()).toEqual(["38", "39"]);
});

test("who saw an older chart is told, and nothing is lost", async () => {
  const change = aChart({ family: "men-shoes", rows: [line("42", "26.8"), line("43", "27.4")] });
  must(await saveSizeChart(seller.actor, change));
  expect(await saveSizeChart(seller.actor, change)).toEqual({ ok: false, refusal: { code: "catalog.chart-stale" } });
  must(await saveSizeChart(seller.actor, { ...change, version: 1, rows: [line("42", "26.8"), line("43", "27.6")] }));
  expect(await saveSizeChart(seller.actor, { ...change, version: 1 })).toMatchObject({ refusal: { code: "catalog.chart-stale" } });
  expect(await removeSizeChart(seller.actor, { brandId: seller.brandId, family: "men-shoes", version: 1 })).toMatchObject({ refusal: { code: "catalog.chart-stale" } });
  must(await removeSizeChart(seller.actor, { brandId: seller.brandId, family: "men-shoes", version: 2 }));
  expect(await database().sizeChart.count({ where: { brandId: seller.brandId, family: "men-shoes" } })).toBe(0);
});

test("of two people who save at once, one is told", async () => {
  const answers = await Promise.all(["26.1", "26.2", "26.3"].map((foot) => saveSizeChart(seller.actor, aChart({ family: "kids-shoes", rows: [line("40", foot)] }))));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a chart with faults is refused by its fields and not kept", async () => {
  const refused = await saveSizeChart(other.actor, aChart({ brandId: other.brandId, rows: [line("38", "24"), line("39", "23")] }));
  expect(refused).toEqual({ ok: false, refusal: { code: "catalog.chart-invalid", fields: { "rows.1.body.foot": "not-rising" } } });
  expect(await database().sizeChart.count({ where: { brandId: other.brandId } })).toBe(0);
});

test("nobody writes, reads or removes the chart of another merchant's brand", async () => {
  expect(await saveSizeChart(other.actor, aChart({ version: 1 }))).toMatchObject({ refusal: { code: "catalog.no-such-brand" } });
  expect(await removeSizeChart(other.actor, { brandId: seller.brandId, family: "women-shoes", version: 1 })).toMatchObject({ refusal: { code: "catalog.no-such-brand" } });
  expect(await findOwnChart(other.actor, seller.brandId, "women-shoes")).toBeNull();
});

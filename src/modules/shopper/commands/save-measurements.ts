import { ok, refuse, type Result } from "@/kernel/result";
import type { ShopperActor } from "@/modules/access/actor";
import type { Measure } from "@/modules/sizing/size-table";
import { now } from "@/platform/clock";
import { transaction } from "@/platform/db";
import { isMeasure, readMeasure } from "../measure";
import type { SaveMeasurements } from "../schema";
import { lockShopper, saveMeasures } from "../store";

export type BadMeasures = { readonly code: "shopper.bad-measures"; readonly measures: readonly Measure[] };

/** Keeps a person's body measures; an empty one is forgotten, one that is not sent stays. All or none: what is wrong is named, measure by measure. */
export const saveMeasurements = async (actor: ShopperActor, input: SaveMeasurements): Promise<Result<null, BadMeasures>> => {
  const read = Object.entries(input.measures).flatMap(([measure, typed]) => (isMeasure(measure) ? [{ measure, result: readMeasure(measure, typed, input.unit) }] : []));
  const bad = read.filter(({ result }) => !result.ok).map(({ measure }) => measure);
  if (bad.length > 0) return refuse({ code: "shopper.bad-measures", measures: bad });
  return transaction(async (tx) => {
    await lockShopper(tx, actor.userId);
    await saveMeasures(tx, actor.userId, read.flatMap(({ measure, result }) => (result.ok ? [{ measure, mm: result.value }] : [])), now());
    return ok(null);
  });
};

import { ok, type Result } from "@/kernel/result";
import { keysOf, recommend, tableOf, type SizeRefusal } from "./size";
import type { Confidence } from "./size-source";
import type { Family, Measure, SizeTable } from "./size-table";

/** How buyers found the size of a listing: smaller than its label, as its label, larger. */
export type FitVotes = Readonly<Partial<Record<"small" | "true" | "large", number>>>;
export type Lean = "small" | "true" | "large";

/**
 * As many votes as it takes to be believed. If a thing were true to size and one buyer in six still called it small, three of five would do so in fewer
 * than four cases of a hundred; with three voters, two of them would in seven of a hundred.
 */
export const votesThatCount = 5;

/** What more than half of enough buyers say about the size, or null when they are few or divided. */
export const leanOf = (votes: FitVotes): Lean | null => {
  const [small, fitting, large] = [votes.small ?? 0, votes.true ?? 0, votes.large ?? 0];
  const all = small + fitting + large;
  if (all < votesThatCount) return null;
  return small * 2 > all ? "small" : large * 2 > all ? "large" : fitting * 2 > all ? "true" : null;
};

export type FitAdvice = {
  /** The merchant's label to take. */
  readonly label: string;
  /** Both labels when the body lies between them, the smaller first; `label` is one of them. */
  readonly between: readonly [smaller: string, larger: string] | null;
  readonly lean: Lean | null;
  /** Whether the label is another than the measures alone give, because of what buyers say. */
  readonly isShifted: boolean;
  /** Whether the brand's own chart was asked, or our tables. */
  readonly isBrands: boolean;
  readonly isOffered: boolean;
  readonly sureness: Confidence;
  /** A measure that the table has and the shopper has not told: with it the advice would be surer. */
  readonly helpful: Measure | null;
};

const lower: Readonly<Record<Confidence, Confidence>> = { high: "medium", medium: "low", low: "low" };
const isShoe = (family: Family): boolean => family.endsWith("-shoes");

/**
 * Which of a listing's labels somebody should take, by body measures in millimetres and by what buyers say.
 *
 * The measures decide first. Between two sizes a thing that runs small is taken larger and one that runs large smaller; without a word from buyers a shoe
 * is taken larger, because one that is too short fits nobody, and of everything else the nearer one. Away from such a border, buyers move the advice by
 * one size only where our general tables were asked: a brand's own chart says already how its things run, and they would count twice.
 * Sureness is the table's, less a step between two sizes or where buyers contradict it: where both meet, one settles the other.
 * Refused as `recommend` does: without the measure that decides, and for a body outside the sizes.
 */
export const adviseFit = ({ family, system, body, tables, own, offered, votes }: {
  readonly family: Family; readonly system: string; readonly body: Readonly<Partial<Record<Measure, number>>>; readonly tables: readonly SizeTable[];
  /** The brand's own table, where it has one. */
  readonly own: SizeTable | null;
  /** Labels that can be bought. */
  readonly offered: readonly string[]; readonly votes: FitVotes;
}): Result<FitAdvice, SizeRefusal> => {
  const found = recommend({ family, system, body, tables });
  if (!found.ok) return found;
  const { label: measured, between } = found.value;
  const table = tableOf(family, system, tables);
  const isBrands = own !== null && table === own;
  const lean = leanOf(votes);
  const labels = table?.sizes.map((size) => size.label) ?? [];
  const beside = (step: 1 | -1) => labels[labels.indexOf(measured) + step] ?? measured;
  const [smaller, larger] = between ?? [measured, measured];
  const label = between ? (lean === "small" ? larger : lean === "large" ? smaller : isShoe(family) ? larger : measured)
    : isBrands || lean === null || lean === "true" ? measured : beside(lean === "small" ? 1 : -1);
  const keys = keysOf(family);
  const helpful = (["hip", "waist", "height"] as const).find((measure) => !keys.includes(measure) && body[measure] === undefined && found.value.body[measure] !== undefined) ?? null;
  const base = found.value.confidence;
  return ok({
    label, between, lean, isBrands, helpful, isShifted: between === null && label !== measured, isOffered: offered.includes(label),
    sureness: between || lean === "small" || lean === "large" ? lower[base] : base,
  });
};

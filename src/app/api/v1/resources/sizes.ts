import { z } from "zod";
import { refuse } from "@/kernel/result";
import { familyOfGarment, garments, isGarment } from "@/modules/sizing/garment";
import { convertSize, type SizeRefusal } from "@/modules/sizing/size";
import { measures, type Measure } from "@/modules/sizing/size-table";
import type { Operation } from "@/platform/http/openapi";
import type { Door } from "@/platform/http/route";

const name = z.string().trim().min(1).max(20).regex(/^\P{Cc}*$/u);
const system = name.describe("A size system: US, UK, EU, FR, IT, DE, ES, JP, KR, CN, BR, RU, AU, INT (letters), EN, ISO, CH_IT_ES, INCH, CN_OLD or cm, as far as the garment has one.");

const takes = z.strictObject({
  garment: name.describe(`What it is: ${garments.join(", ")}.`),
  system,
  label: name.describe("As it is printed: 8, M, 38.5, 165/88A, 75B, \"7 1/8\"."),
  to: system.describe("The size system that is asked for."),
});

const range = z.strictObject({ minMm: z.int(), maxMm: z.int() }).meta({ id: "BodyRange", description: "Least and most of a body measure, in millimetres." });

const answers = z.strictObject({
  garment: z.string(), system: z.string(), to: z.string(),
  label: z.string().describe("The label of the asked system whose bodies are nearest to those of the given one."),
  alternates: z.array(z.string()).describe("Other labels there that are made for partly the same bodies, ascending."),
  body: z.partialRecord(z.enum(measures), range).describe("The bodies that the given label is made for. A foot is its length, a finger the inner circumference of its ring."),
  source: z.string().describe("Where both tables come from."),
  confidence: z.enum(["high", "medium", "low"]).describe("Of the weaker of both tables."),
}).meta({ id: "SizeConversion" });

type Refused = { readonly code: "sizing.no-such-garment"; readonly garment: string } | SizeRefusal;

export const sizesDoor: Door<typeof takes, typeof answers, Refused> = {
  takes, answers, limit: "search", keepSeconds: 86_400,
  does: async ({ garment, system: from, label, to }) => {
    if (!isGarment(garment)) return refuse({ code: "sizing.no-such-garment", garment });
    const found = convertSize({ family: familyOfGarment[garment], system: from, label, to });
    if (!found.ok) return found;
    const body = Object.fromEntries(Object.entries(found.value.body).map(([measure, [minMm, maxMm]]) => [measure, { minMm, maxMm }])) as Partial<Record<Measure, { minMm: number; maxMm: number }>>;
    return { ok: true, value: { garment, system: from, to, label: found.value.label, alternates: [...found.value.alternates], body, source: found.value.source, confidence: found.value.confidence } };
  },
};

export const sizesOperation: Operation = {
  path: "/api/v1/sizes", id: "convertSize", summary: "A size in another country's system",
  about: "Goes from the label to the bodies that it is made for, and from those to the nearest label: never from label to label. What no source was found for is refused, not guessed.",
  takes, answers, refusals: ["input.invalid", "sizing.no-such-garment", "sizing.no-such-system", "sizing.no-such-label", "sizing.no-measure", "sizing.out-of-table", "access.too-many-tries"],
};

import { rememberedEach } from "@/platform/cache/remembered";
import { search, type Asked, type Found } from "./search-queries";
import { fold } from "./tokens";

// An answer with its facets takes some 40 kB: five hundred are 20 MB, and real questions repeat.
const answers = rememberedEach<Found>({ most: 500 });

/**
 * What `search` finds, made once for everybody who asks the same in the same storefront within a few seconds. Case, accents and spaces make no
 * other question. A listing that is withdrawn here is gone from the next answer, one that another process withdrew after those seconds.
 */
export const findAnswer = (asked: Asked): Promise<Found> => answers.read(keyOf(asked), () => search(asked));

/** After what shelves show has changed in this process. */
export const forgetAnswers = (): void => answers.forget();

const keyOf = ({ storefront, q, filter, categoryId = "all", withFacets = true }: Asked): string =>
  JSON.stringify([storefront.language, storefront.profile.code, fold(q).trim().replace(/\s+/g, " "), categoryId, withFacets, filter], (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));

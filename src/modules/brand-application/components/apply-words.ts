import type { Words } from "@/i18n/translator";
import { shortestStory } from "../application";
import { mostPapers, paperKinds } from "../paper";

const megabytes = 10;

/** All words of the form, ready: a form in the browser carries no dictionary. `{name}`, `{size}`, `{why}` are filled in there. */
export const applyWords = (words: Words) => ({
  sections: {
    company: words("application.sections.company"), brand: words("application.sections.brand"), goods: words("application.sections.goods"),
    papers: words("application.sections.papers"), send: words("application.sections.send"),
  },
  fields: {
    country: words("application.fields.country"), legalName: words("application.fields.legalName"), legalForm: words("application.fields.legalForm"),
    registrationNumber: words("application.fields.registrationNumber"), city: words("application.fields.city"), brandName: words("application.fields.brandName"),
    story: words("application.fields.story"), website: words("application.fields.website"), categories: words("application.fields.categories"), markets: words("application.fields.markets"),
  },
  hints: {
    country: words("application.hints.country"), legalForm: words("application.hints.legalForm"), registrationNumber: words("application.hints.registrationNumber"),
    story: words("application.hints.story", { count: shortestStory }), website: words("application.hints.website"),
    papers: words("application.hints.papers", { megabytes }), registerPaper: words("application.hints.registerPaper"),
  },
  papers: Object.fromEntries(paperKinds.map((kind) => [kind, words(`application.papers.${kind}`)])) as Record<(typeof paperKinds)[number], string>,
  required: words("application.required"), optional: words("application.optional"), choose: words("application.choose"), chooseFile: words("application.chooseFile"),
  uploading: words.raw("application.uploading") as string, remove: words("application.remove"), removeNamed: words.raw("application.removeNamed") as string, open: words("application.open"),
  saving: words("application.saving"), saved: words("application.saved"), notSaved: words.raw("application.notSaved") as string, retry: words("application.retry"),
  send: words("application.send"), sendAgain: words("application.sendAgain"), sending: words("application.sending"), stillMissing: words("application.stillMissing"),
  invalid: words("fields.invalid"),
  refusals: {
    unknown: words("refusals.unknown"), "input.invalid": words("refusals.input.invalid"), "access.not-signed-in": words("refusals.access.not-signed-in"),
    "media.too-large": words("refusals.media.too-large", { megabytes }), "media.not-this-kind": words("refusals.media.not-this-kind"), "media.unreadable": words("refusals.media.unreadable"),
    "brand-application.not-found": words("refusals.brand-application.not-found"), "brand-application.stale": words("refusals.brand-application.stale"),
    "brand-application.not-editable": words("refusals.brand-application.not-editable"), "brand-application.incomplete": words("refusals.brand-application.incomplete"),
    "brand-application.email-not-verified": words("refusals.brand-application.email-not-verified"), "brand-application.already-open": words("refusals.brand-application.already-open"),
    "brand-application.too-many-papers": words("refusals.brand-application.too-many-papers", { most: mostPapers }),
  } as Record<string, string>,
});

export type ApplyWords = ReturnType<typeof applyWords>;

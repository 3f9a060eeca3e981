import type { Words } from "@/i18n/translator";
import { wordsFor } from "@/i18n/translator";
import { formatInstant } from "@/ui/format/words";
import { Card } from "@/ui/primitives/card";
import { Badge, Notice } from "@/ui/primitives/notice";
import type { ApplicationState } from "../application";
import type { ApplicationShown } from "../queries";
import { sayWait } from "./wait";

type Place = { readonly place: number | null; readonly length: number; readonly usualWaitSeconds: number | null };
type Tongue = { readonly language: string; readonly market: string; readonly timeZone: string };

const tones = { draft: "plain", submitted: "plain", claimed: "plain", "more-needed": "warn", approved: "good", declined: "bad" } as const;
export const StateBadge = ({ state, words }: { state: ApplicationState; words: Words }) => <Badge tone={tones[state]}>{words(`application.states.${state}`)}</Badge>;

/** Where an application stands: the way as four steps, the place in the queue with the usual wait, and what the reviewer asks. */
export const ApplicationStatus = ({ application, place, words, tongue }: { application: ApplicationShown; place: Place; words: Words; tongue: Tongue }) => {
  const steps = ["draft", "submitted", "claimed", "decided"] as const;
  const reached = { draft: 0, "more-needed": 0, submitted: 1, claimed: 2, approved: 3, declined: 3 }[application.state];
  const last = application.decisions.findLast(({ kind }) => kind === application.state);
  return (
    <Card title={<bdi>{application.facts.brandName}</bdi>} action={<StateBadge state={application.state} words={words} />}>
      <ol className="mb-4 grid grid-cols-4 gap-1 text-xs sm:text-sm">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === reached ? "step" : undefined} className={`border-t-4 pt-1.5 ${index < reached ? "border-brand text-ink-soft" : index === reached ? "border-brand font-semibold" : "border-line text-ink-faint"}`}>
            {words(`application.steps.${step}`)}
          </li>
        ))}
      </ol>
      {application.state !== "draft" && (
        <Notice tone={tones[application.state]}>{words(`application.now.${application.state}`)}</Notice>
      )}
      {(application.state === "more-needed" || application.state === "declined") && last && (
        <dl className="mt-4 space-y-2 border-s-4 border-warn ps-3">
          {last.reason && <div><dt className="text-sm text-ink-soft">{application.state === "declined" ? words("application.reason") : words("application.question")}</dt><dd className="font-medium">{wordsFor(words, `application.reasons.${last.reason}`)}</dd></div>}
          {last.note && <div><dt className="text-sm text-ink-soft">{words("application.noteFrom")}</dt><dd dir="auto" className="whitespace-pre-line">{last.note}</dd></div>}
        </dl>
      )}
      {place.place !== null && (
        <p className="mt-4 flex flex-wrap gap-x-4">
          <strong>{words("application.place", { place: place.place, length: place.length })}</strong>
          <span className="text-ink-soft">{sayWait(words, place.usualWaitSeconds)}</span>
        </p>
      )}
      {application.submittedAt && (
        <p className="mt-1 text-sm text-ink-soft">
          {words("application.sentOn", { when: formatInstant(application.submittedAt, tongue.language, tongue.timeZone, tongue.market) })}
          {application.decidedAt && ` · ${words("application.decidedOn", { when: formatInstant(application.decidedAt, tongue.language, tongue.timeZone, tongue.market) })}`}
        </p>
      )}
    </Card>
  );
};

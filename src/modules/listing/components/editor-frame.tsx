import { Check, Circle } from "lucide-react";
import type { ReactNode } from "react";
import type { Need } from "../listing";
import type { EditorWords } from "./editor-words";

export const steps = ["what", "words", "offers", "pictures", "markets", "check"] as const;
export type Step = (typeof steps)[number];
export const isStep = (text: unknown): text is Step => (steps as readonly unknown[]).includes(text);

/** On which step what is missing can be filled in. */
export const stepOf: Readonly<Record<Need, Step>> = { category: "what", hs: "what", origin: "what", weight: "what", words: "words", price: "offers", stock: "offers", picture: "pictures" };

/** The steps of the editor with what each still lacks; a row to scroll on a phone, a column on a desk. */
export const EditorFrame = ({ title, state, step, missing, href, isSaved, words, children }: {
  title: ReactNode; state: ReactNode; step: Step; missing: readonly Need[]; /** Null while there is no listing to go to. */ href: ((step: Step) => string) | null; isSaved: boolean; words: EditorWords; children: ReactNode;
}) => (
  <div className="page py-4">
    <a href="/sell/listings" className="inline-flex min-h-11 items-center text-sm text-brand hover:underline">{words.back}</a>
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <h1 className="text-xl font-bold sm:text-2xl">{title}</h1>
      {state}
      {isSaved && <span role="status" className="flex items-center gap-1 text-sm font-semibold text-good"><Check size={16} aria-hidden />{words.saved}</span>}
    </div>
    <div className="grid gap-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <nav aria-label={words.steps} {...(href ? {} : { tabIndex: 0 })} className="-mx-3 overflow-x-auto px-3 lg:mx-0 lg:px-0">
        <ol className="flex gap-1.5 lg:flex-col">
          {steps.map((one, at) => {
            const lacks = missing.some((need) => stepOf[need] === one) || (one === "check" && missing.length > 0);
            const shape = `flex min-h-11 w-full items-center gap-2 whitespace-nowrap rounded-lg border px-3 text-sm ${one === step ? "border-brand bg-brand-tint font-semibold text-brand-strong" : "border-line bg-surface text-ink"}`;
            const inner = <>{href && !lacks ? <Check size={16} aria-hidden className="text-good" /> : <Circle size={14} aria-hidden className={href && lacks ? "text-warn" : "text-line-strong"} />}<span className="tabular">{at + 1}</span>{words.step[one]}</>;
            return <li key={one}>{href ? <a href={href(one)} aria-current={one === step ? "step" : undefined} className={shape}>{inner}</a> : <span className={`${shape} ${one === step ? "" : "text-ink-faint"}`}>{inner}</span>}</li>;
          })}
        </ol>
      </nav>
      <section className="min-w-0 rounded-card border border-line bg-surface p-4 sm:p-5">
        <h2 className="mb-3 text-lg font-bold">{words.step[step]}</h2>
        {children}
      </section>
    </div>
  </div>
);

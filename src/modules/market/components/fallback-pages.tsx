"use client";
import { createContext, useContext, type ReactNode } from "react";

export type FallbackWords = {
  readonly href: string; readonly home: string;
  readonly missing: string; readonly missingBody: string;
  readonly failed: string; /** With {id} where the number of the log entry stands. */ readonly failedBody: string; readonly again: string;
};

const Words = createContext<FallbackWords | null>(null);

/** Pages that are not there or have failed are told no address by Next, so the layout hands them the words of its storefront. */
export const WithFallbackWords = ({ words, children }: { words: FallbackWords; children: ReactNode }) => <Words value={words}>{children}</Words>;

const frame = "page py-20 text-center";
const button = "inline-flex min-h-11 items-center rounded-lg bg-brand px-5 font-semibold text-white";

export const MissingPage = () => {
  const words = useContext(Words);
  return words && (
    <div className={frame}>
      <h1 className="mb-2 text-2xl font-bold">{words.missing}</h1>
      <p className="mb-6 text-ink-soft">{words.missingBody}</p>
      <a className={button} href={words.href}>{words.home}</a>
    </div>
  );
};

export const FailedPage = ({ id, again }: { id: string; again: () => void }) => {
  const words = useContext(Words);
  return words && (
    <div className={frame} role="alert">
      <h1 className="mb-2 text-2xl font-bold">{words.failed}</h1>
      <p className="mb-6 text-ink-soft">{words.failedBody.replace("{id}", id)}</p>
      <button type="button" className={button} onClick={again}>{words.again}</button>
    </div>
  );
};

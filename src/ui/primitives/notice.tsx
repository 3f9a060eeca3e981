import type { ReactNode } from "react";

const tones = { good: "bg-good-tint text-good", warn: "bg-warn-tint text-warn", bad: "bg-bad-tint text-bad", plain: "bg-brand-tint text-brand-strong" } as const;

/** A message that concerns the whole page or form. Errors are announced. */
export const Notice = ({ tone = "plain", children, className = "" }: { tone?: keyof typeof tones; children: ReactNode; className?: string }) => (
  <div role={tone === "bad" ? "alert" : "status"} className={`rounded-card px-4 py-3 ${tones[tone]} ${className}`}>{children}</div>
);

export const Badge = ({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) => (
  <span className={`inline-flex items-center rounded px-1.5 py-0.5 text-xs font-semibold ${tones[tone]}`}>{children}</span>
);

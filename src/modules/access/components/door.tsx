import type { ReactNode } from "react";
import { Card } from "@/ui/primitives/card";

/** The frame of the pages at the door: a title, a sentence, a form, and the way to the next door. */
export const Door = ({ title, lead, children, beneath }: { title: string; lead: string; children: ReactNode; beneath?: ReactNode }) => (
  <div className="page flex justify-center pt-6 sm:pt-12">
    <div className="w-full max-w-md">
      <Card>
        <h1 className="text-2xl font-bold">{title}</h1>
        <p className="mt-1 mb-5 text-ink-soft">{lead}</p>
        {children}
      </Card>
      {beneath && <div className="mt-4 flex flex-wrap items-center justify-center gap-x-4 text-sm">{beneath}</div>}
    </div>
  </div>
);

export const DoorLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-2 hover:text-brand-strong">{children}</a>
);

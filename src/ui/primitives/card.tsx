import type { ReactNode } from "react";

export const Card = ({ title, action, children, className = "" }: { title?: ReactNode; action?: ReactNode; children: ReactNode; className?: string }) => (
  <section className={`rounded-card border border-line bg-surface p-4 sm:p-5 ${className}`}>
    {(title || action) && <div className="mb-3 flex items-center justify-between gap-3">{title && <h2 className="text-lg font-bold">{title}</h2>}{action}</div>}
    {children}
  </section>
);

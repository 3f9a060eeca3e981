import type { ButtonHTMLAttributes, AnchorHTMLAttributes } from "react";

export type Tone = "primary" | "strong" | "quiet" | "danger";

const tones: Record<Tone, string> = {
  primary: "bg-brand text-white hover:bg-brand-strong disabled:bg-line-strong",
  strong: "bg-price text-white hover:brightness-90 disabled:bg-line-strong",
  quiet: "border border-line-strong bg-surface text-ink hover:border-ink-soft disabled:text-ink-faint",
  danger: "border border-bad bg-surface text-bad hover:bg-bad-tint disabled:border-line-strong disabled:text-ink-faint",
};

const shape = "inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-4 py-2 text-center font-semibold transition-colors disabled:cursor-not-allowed";

export const buttonStyle = (tone: Tone = "primary", className = ""): string => `${shape} ${tones[tone]} ${className}`;

export const Button = ({ tone = "primary", className = "", type = "button", isBusy = false, disabled, children, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { tone?: Tone; isBusy?: boolean }) => (
  <button type={type} className={buttonStyle(tone, className)} disabled={disabled || isBusy} aria-busy={isBusy || undefined} {...rest}>
    {isBusy && <span className="size-4 animate-spin rounded-full border-2 border-current border-e-transparent" aria-hidden />}
    {children}
  </button>
);

export const ButtonLink = ({ tone = "primary", className = "", ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { tone?: Tone }) => (
  <a className={buttonStyle(tone, className)} {...rest} />
);

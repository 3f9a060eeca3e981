import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";

const box = "w-full rounded-lg border border-line-strong bg-surface px-3 text-ink outline-offset-1 placeholder:text-ink-faint aria-invalid:border-bad aria-invalid:bg-bad-tint disabled:bg-ground";

type Frame = { label: ReactNode; name: string; hint?: ReactNode; error?: string | undefined; className?: string };

const Framed = ({ label, name, hint, error, className = "", children }: Frame & { children: ReactNode }) => (
  <div className={className}>
    <label htmlFor={`f-${name}`} className="mb-1 block text-sm font-medium">{label}</label>
    {children}
    {error ? <p id={`e-${name}`} className="mt-1 text-sm text-bad">{error}</p> : hint ? <p id={`h-${name}`} className="mt-1 text-sm text-ink-soft">{hint}</p> : null}
  </div>
);

const described = ({ name, hint, error }: Frame) => ({
  id: `f-${name}`,
  name,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": error ? `e-${name}` : hint ? `h-${name}` : undefined,
});

/** A labelled input with its hint or its error said to everybody, screen readers included. */
export const Field = ({ label, name, hint, error, className, ...rest }: Frame & Omit<InputHTMLAttributes<HTMLInputElement>, "name">) => {
  const frame = { label, name, hint, error, ...(className ? { className } : {}) };
  return <Framed {...frame}><input {...described(frame)} className={`${box} h-11`} {...rest} /></Framed>;
};

export const SelectField = ({ label, name, hint, error, className, children, ...rest }: Frame & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name">) => {
  const frame = { label, name, hint, error, ...(className ? { className } : {}) };
  return <Framed {...frame}><select {...described(frame)} className={`${box} h-11`} {...rest}>{children}</select></Framed>;
};

export const TextField = ({ label, name, hint, error, className, rows = 4, ...rest }: Frame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name">) => {
  const frame = { label, name, hint, error, ...(className ? { className } : {}) };
  return <Framed {...frame}><textarea {...described(frame)} rows={rows} className={`${box} py-2`} {...rest} /></Framed>;
};

export const CheckField = ({ label, name, hint, error, className = "", ...rest }: Frame & Omit<InputHTMLAttributes<HTMLInputElement>, "name">) => (
  <div className={className}>
    <label className="flex min-h-11 items-center gap-3"><input type="checkbox" className="size-5 shrink-0 accent-brand" {...described({ label, name, hint, error })} {...rest} /><span>{label}</span></label>
    {error && <p id={`e-${name}`} className="text-sm text-bad">{error}</p>}
  </div>
);

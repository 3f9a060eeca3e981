"use client";
import { useEffect, useId, useState } from "react";

export type Found = { readonly id: string; readonly text: string; readonly note: string };

/**
 * A field whose value is one of many and is found by typing: a combobox with a listbox as WAI-ARIA has it. What was chosen stays written in the field;
 * text that was typed and not chosen is not a value and is put back when the field is left.
 */
export const SearchSelect = ({ label, name, url, value, onChoose, hint, error, nothing, opensEmpty = false }: {
  label: string; name: string; /** Answers {found: Found[]}; the words are added as q. */ url: string; value: Found | null; onChoose: (found: Found) => void;
  hint?: string; error?: string | undefined; nothing: string; /** Whether it has something to offer before anything is typed. */ opensEmpty?: boolean;
}) => {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const [at, setAt] = useState(-1);

  useEffect(() => {
    const words = typed?.trim() ?? "";
    if (typed === null || (words === "" && !opensEmpty)) return setFound(null);
    const request = new AbortController();
    const wait = setTimeout(() => {
      fetch(`${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(words)}`, { signal: request.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ found: Found[] }>) : { found: [] }))
        .then((answer) => {
          setFound(answer.found);
          setAt(answer.found.length > 0 ? 0 : -1);
        })
        .catch(() => undefined);
    }, 150);
    return () => {
      clearTimeout(wait);
      request.abort();
    };
  }, [typed, url, opensEmpty]);

  const close = () => {
    setTyped(null);
    setFound(null);
  };
  const choose = (one: Found) => {
    onChoose(one);
    close();
  };
  const isOpen = found !== null && typed !== null;
  return (
    <div className="relative" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}>
      <label htmlFor={`f-${name}`} className="mb-1 block text-sm font-medium">{label}</label>
      <input
        id={`f-${name}`} type="text" role="combobox" autoComplete="off" spellCheck={false} aria-expanded={isOpen} aria-controls={id} aria-autocomplete="list"
        aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined} aria-invalid={error ? true : undefined} aria-describedby={error ? `e-${name}` : hint ? `h-${name}` : undefined}
        className="h-11 w-full rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-faint aria-invalid:border-bad aria-invalid:bg-bad-tint"
        value={typed ?? value?.text ?? ""}
        onFocus={(event) => {
          event.currentTarget.select();
          if (opensEmpty && !value) setTyped("");
        }}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          if (!isOpen || found.length === 0) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            setAt((at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
          }
          const one = found[at];
          if (event.key === "Enter" && one) {
            event.preventDefault();
            choose(one);
          }
        }}
      />
      {isOpen && (
        <ul id={id} role="listbox" aria-label={label} className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-auto rounded-lg border border-line-strong bg-surface shadow-lg">
          {found.length === 0 && <li className="px-3 py-3 text-sm text-ink-soft">{nothing}</li>}
          {found.map((one, index) => (
            <li key={one.id} id={`${id}-${index}`} role="option" aria-selected={index === at} tabIndex={-1}
              className={`min-h-11 cursor-pointer px-3 py-2 ${index === at ? "bg-brand-tint" : ""}`} onMouseEnter={() => setAt(index)} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
              <span className="block font-medium"><bdi>{one.text}</bdi></span>{one.note && <span className="block text-sm text-ink-soft">{one.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {error ? <p id={`e-${name}`} className="mt-1 text-sm text-bad">{error}</p> : <p id={`h-${name}`} className="mt-1 text-sm text-ink-soft">{value?.note || hint}</p>}
    </div>
  );
};

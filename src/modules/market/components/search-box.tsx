"use client";
import { useEffect, useId, useRef, useState } from "react";

type Suggestion = { readonly text: string; readonly kind: "words" | "brand" | "category"; readonly path: string | null };

/**
 * The box of the header's search form. Without script it is a plain input; with it, what is being typed may be completed.
 * A combobox with a listbox as WAI-ARIA has it: arrows choose, Enter goes, Escape closes, the focus stays in the box.
 */
export const SearchBox = ({ storefront, label, placeholder, kinds, listLabel }: {
  storefront: string; label: string; placeholder: string; listLabel: string; kinds: Readonly<Record<"brand" | "category", string>>;
}) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [chosen, choose] = useState(-1);
  const [isOpen, open] = useState(false);
  const [typed, setTyped] = useState("");

  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).get("q");
    if (asked && window.location.pathname.endsWith("/search") && input.current && !input.current.value) input.current.value = asked;
  }, []);

  useEffect(() => {
    const q = typed.trim().slice(0, 60);
    if (!q) return setFound([]);
    const request = new AbortController();
    const wait = setTimeout(() => {
      fetch(`/api/suggest?storefront=${storefront}&q=${encodeURIComponent(q)}`, { signal: request.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<{ suggestions: Suggestion[] }>) : { suggestions: [] }))
        .then(({ suggestions }) => {
          setFound(suggestions);
          choose(-1);
        })
        .catch(() => {});
    }, 120);
    return () => {
      clearTimeout(wait);
      request.abort();
    };
  }, [typed, storefront]);

  const go = (suggestion: Suggestion) => {
    if (suggestion.path) return window.location.assign(`/${storefront}${suggestion.path}`);
    if (!input.current) return;
    input.current.value = suggestion.text;
    input.current.form?.requestSubmit();
  };
  const isShown = isOpen && found.length > 0;
  return (
    <div className="relative min-w-0 flex-1" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && open(false)}>
      <input
        ref={input} name="q" type="search" required maxLength={120} autoComplete="off" enterKeyHint="search" aria-label={label} placeholder={placeholder}
        role="combobox" aria-expanded={isShown} aria-controls={id} aria-autocomplete="list" aria-activedescendant={isShown && chosen >= 0 ? `${id}-${chosen}` : undefined}
        className="h-11 w-full rounded-s-lg border-2 border-e-0 border-brand bg-surface px-3 outline-none placeholder:text-ink-faint"
        onChange={(event) => {
          setTyped(event.target.value);
          open(true);
        }}
        onFocus={() => open(true)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") return open(false);
          if (!isShown) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            choose(event.key === "ArrowDown" ? (chosen + 1) % found.length : (chosen <= 0 ? found.length : chosen) - 1);
          }
          const suggestion = found[chosen];
          if (event.key === "Enter" && suggestion) {
            event.preventDefault();
            go(suggestion);
          }
        }}
      />
      <ul id={id} role="listbox" aria-label={listLabel} hidden={!isShown} className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded-lg border border-line bg-surface py-1 shadow-xl">
        {found.map((suggestion, index) => (
          <li
            key={`${suggestion.kind} ${suggestion.text}`} id={`${id}-${index}`} role="option" aria-selected={index === chosen}
            className={`flex min-h-11 cursor-pointer items-center justify-between gap-3 px-3 text-sm hover:bg-ground ${index === chosen ? "bg-brand-tint" : ""}`}
            onPointerDown={(event) => event.preventDefault()} onClick={() => go(suggestion)}
          >
            <bdi className="truncate">{suggestion.text}</bdi>
            {suggestion.kind !== "words" && <span className="shrink-0 text-xs text-ink-faint">{kinds[suggestion.kind]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};

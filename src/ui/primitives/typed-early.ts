import { useEffect, useRef, type RefObject } from "react";

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody did to a field since the server drew it, or the browser kept when it came back to the page; null for nothing. */
const changed = (box: Box): string | boolean | null => {
  if (box instanceof HTMLSelectElement) {
    const first = [...box.options].find((option) => option.defaultSelected) ?? box.options[0];
    return first && box.value !== first.value ? box.value : null;
  }
  if (box instanceof HTMLInputElement && (box.type === "checkbox" || box.type === "radio")) return box.checked !== box.defaultChecked ? box.checked : null;
  return box.value !== box.defaultValue ? box.value : null;
};

// React compares a box with what it last saw in it, and it has seen what was typed already: the box is put back first, then set behind React's back.
const tell = (box: Box, now: string | boolean): void => {
  if (typeof now === "boolean") {
    if (box instanceof HTMLInputElement && (box.type === "checkbox" || now)) {
      box.checked = !now;
      box.click();
    }
    return;
  }
  if (box instanceof HTMLSelectElement) box.value = now;
  else {
    box.value = box.defaultValue;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box) as object, "value")?.set?.call(box, now);
  }
  box.dispatchEvent(new Event(box instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
};

/**
 * Makes a form whose state lives in React take over what was typed into it before the page awoke. React leaves such text standing but does not know
 * of it, and forgets it with the next stroke. Gives the form's `ref`. Once, after the first draw; fields that say for themselves what they hold are not harmed.
 */
export const useTypedEarly = (): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const boxes = [...(form.current?.elements ?? [])].filter((one): one is Box => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement);
    const early = boxes.flatMap((box) => {
      const now = box instanceof HTMLInputElement && box.type === "file" ? null : changed(box);
      return now === null ? [] : [[box, now] as const];
    });
    // All are read before the first is told: drawing anew after one would put the others back. Outside the effect each telling is drawn at once.
    queueMicrotask(() => early.forEach(([box, now]) => tell(box, now)));
  }, []);
  return form;
};

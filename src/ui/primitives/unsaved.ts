"use client";
import { useEffect, useRef } from "react";

/** Whether something was typed that is not saved yet: the browser asks before such a page is left. */
export const useUnsaved = (): { readonly touch: () => void; readonly saved: () => void } => {
  const isDirty = useRef(false);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
  return { touch: () => void (isDirty.current = true), saved: () => void (isDirty.current = false) };
};

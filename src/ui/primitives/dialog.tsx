"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

/** A dialog with a name, a way out and the focus kept inside. */
export const Dialog = ({ trigger, title, closeLabel, children }: { trigger: ReactElement; title: string; closeLabel: string; children: ReactNode }) => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-40 bg-black/40" />
      <Base.Popup className="fixed inset-x-0 bottom-0 z-50 max-h-[85dvh] overflow-auto rounded-t-2xl bg-surface p-5 shadow-2xl sm:inset-0 sm:m-auto sm:h-fit sm:max-w-xl sm:rounded-2xl">
        <div className="mb-3 flex items-center justify-between gap-4">
          <Base.Title className="text-lg font-bold">{title}</Base.Title>
          <Base.Close className="grid size-11 place-items-center rounded-lg hover:bg-ground" aria-label={closeLabel}><X size={20} aria-hidden /></Base.Close>
        </div>
        {children}
      </Base.Popup>
    </Base.Portal>
  </Base.Root>
);

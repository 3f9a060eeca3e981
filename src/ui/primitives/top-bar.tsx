import type { ReactNode } from "react";
import { RoomLinks, type RoomLink } from "./room-links";

/** The head of a working place (merchant centre, back office): whose it is, its rooms, the way out. The rooms scroll sideways on a phone. */
export const TopBar = ({ mark, title, navLabel, links, aside }: { mark: ReactNode; title: ReactNode; navLabel: string; links: readonly RoomLink[]; aside: ReactNode }) => (
  <header className="border-b border-line bg-surface">
    <div className="page flex min-h-14 items-center justify-between gap-3">
      <div className="flex min-w-0 items-center gap-2">
        {mark}
        <span className="truncate font-bold">{title}</span>
      </div>
      <div className="flex shrink-0 items-center gap-2 text-sm">{aside}</div>
    </div>
    <nav aria-label={navLabel} className="page overflow-x-auto">
      <RoomLinks links={links} />
    </nav>
  </header>
);

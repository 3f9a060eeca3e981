"use client";
import { usePathname } from "next/navigation";

export type RoomLink = { readonly href: string; readonly text: string };

/** The rooms of a working place, the one where somebody stands marked. The first is the place itself and is marked only there. */
export const RoomLinks = ({ links }: { links: readonly RoomLink[] }) => {
  const path = usePathname();
  return (
    <ul className="flex gap-1">
      {links.map(({ href, text }, at) => (
        <li key={href}>
          <a href={href} aria-current={path === href ? "page" : at > 0 && path.startsWith(`${href}/`) ? "true" : undefined} className="flex min-h-11 items-center whitespace-nowrap border-b-2 border-transparent px-3 font-medium text-ink-soft hover:border-brand hover:text-ink aria-[current]:border-brand aria-[current]:text-ink">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
};

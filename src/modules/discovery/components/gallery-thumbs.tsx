"use client";
import type { ReactNode } from "react";

export const galleryId = "gallery";

/** Scrolls the gallery to one of its pictures without moving the page. */
export const showPicture = (index: number): void => {
  const strip = document.getElementById(galleryId);
  const picture = strip?.children.item(index);
  if (strip && picture instanceof HTMLElement) strip.scrollTo({ left: picture.offsetLeft, behavior: "smooth" });
};

/** The small pictures beside a gallery, for those who click: the gallery itself is scrolled by the browser. */
export const GalleryThumbs = ({ pictures, labels }: { pictures: readonly ReactNode[]; labels: readonly string[] }) => (
  <div className="hidden shrink-0 gap-2 lg:flex lg:w-16 lg:flex-col">
    {pictures.map((picture, index) => (
      <button key={index} type="button" aria-label={labels[index]} onClick={() => showPicture(index)} className="size-16 overflow-hidden rounded-lg border-2 border-transparent bg-surface hover:border-brand focus-visible:border-brand">{picture}</button>
    ))}
  </div>
);

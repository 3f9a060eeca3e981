import type { wordsIn } from "@/i18n/translator";
import type { ListingPicture } from "@/modules/listing/queries";
import { Picture } from "@/ui/primitives/picture";
import { GalleryThumbs, galleryId } from "./gallery-thumbs";

/** Pictures to swipe on a phone and to click on a desktop: the browser scrolls and snaps. */
export const ProductGallery = ({ pictures, title, words }: { pictures: readonly ListingPicture[]; title: string; words: ReturnType<typeof wordsIn> }) => (
  <section aria-label={words("product.pictures")} className="min-w-0 lg:flex lg:flex-row-reverse lg:gap-3 lg:self-start">
    <div className="relative min-w-0 flex-1">
      <div id={galleryId} tabIndex={0} role="group" aria-label={words("product.pictures")} className="relative flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain bg-surface [scrollbar-width:none] sm:rounded-card">
        {pictures.map((picture, index) => (
          <Picture
            key={index} path={picture.path} thumbhash={picture.thumbhash} widths={picture.widths} isFirst={index === 0} sizes="(min-width: 1024px) 36rem, 100vw"
            alt={words("product.pictureOf", { title, number: index + 1 })} className="shrink-0 snap-center"
          />
        ))}
        {pictures.length === 0 && <div className="aspect-square w-full bg-line" />}
      </div>
      {pictures.length > 1 && (
        <div aria-hidden className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center gap-1.5 lg:hidden">
          {pictures.map((_, index) => <span key={index} className="size-1.5 rounded-full bg-black/30 ring-1 ring-white/60" />)}
        </div>
      )}
    </div>
    {pictures.length > 1 && (
      <GalleryThumbs
        labels={pictures.map((_, index) => words("product.showPicture", { number: index + 1 }))}
        pictures={pictures.map((picture, index) => <Picture key={index} path={picture.path} thumbhash={picture.thumbhash} widths={[400]} sizes="64px" alt="" />)}
      />
    )}
  </section>
);

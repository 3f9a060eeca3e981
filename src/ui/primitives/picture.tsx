import { thumbHashToAverageRGBA } from "thumbhash";

const colours = new Map<string, string>();

/** The mean colour of a picture, from its thumbhash: a ground of its own while it loads. The full blur would weigh more than the page. */
const groundOf = (thumbhash: string): string => {
  let colour = colours.get(thumbhash);
  if (!colour) {
    if (colours.size > 5000) colours.clear();
    try {
      const { r, g, b } = thumbHashToAverageRGBA(Buffer.from(thumbhash, "base64"));
      colour = `rgb(${[r, g, b].map((part) => Math.round(Math.max(0, Math.min(1, part)) * 255)).join(" ")})`;
    } catch {
      colour = "var(--color-ground)";
    }
    colours.set(thumbhash, colour);
  }
  return colour;
};

/** A square picture of ours in its drawn widths. `path` is its address without width and extension. */
export const Picture = ({ path, thumbhash, alt, sizes, widths = [400, 800], isFirst = false, className = "" }: {
  path: string; thumbhash: string; alt: string; sizes: string; widths?: readonly number[]; isFirst?: boolean; className?: string;
}) => (
  <img
    src={`${path}-${widths[0]}.webp`} srcSet={widths.map((width) => `${path}-${width}.webp ${width}w`).join(", ")} sizes={sizes}
    width={widths[0]} height={widths[0]} alt={alt} {...(isFirst ? { fetchPriority: "high" } : { loading: "lazy" })} decoding="async"
    className={`aspect-square w-full object-cover ${className}`.trim()} style={{ backgroundColor: groundOf(thumbhash) }}
  />
);

import { categoryTrail } from "@/modules/catalog/category-queries";
import { hsLabel } from "@/modules/customs/hs";
import { hsCodes } from "@/modules/customs/queries";
import type { Found } from "@/ui/primitives/search-select";

/** What the boxes of category and customs code show of what was chosen before. */
export const categoryChosen = async (categoryId: string, language: string): Promise<Found | null> => {
  const trail = await categoryTrail(categoryId, language);
  return trail.length > 0 ? { id: categoryId, text: trail.at(-1) ?? categoryId, note: trail.slice(0, -1).join(" › ") } : null;
};

export const hsChosen = async (hs: string, language: string): Promise<Found | null> => {
  if (hs === "") return null;
  const code = (await hsCodes()).find((one) => one.code === hs);
  return { id: hs, text: `${hs.slice(0, 4)}.${hs.slice(4)}`, note: code ? hsLabel(code, language).text : "" };
};

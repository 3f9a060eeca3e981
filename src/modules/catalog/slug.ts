/**
 * The words of a title as they stand in an address: lower case, letters and digits of any script, joined by hyphens. Latin letters lose their
 * accents; other scripts stay as they are, because a Chinese shopper reads Chinese addresses. "Vestido midi de linho – com bolsos" is
 * "vestido-midi-de-linho-com-bolsos". Never empty, at most 80 characters.
 */
export const slugOf = (title: string): string => {
  const plain = title.normalize("NFKD").replace(/(?<=\p{Script=Latin})\p{M}+/gu, "").normalize("NFC").toLowerCase();
  const joined = plain.replace(/ß/g, "ss").replace(/ł/g, "l").replace(/[^\p{L}\p{N}\p{M}]+/gu, "-").replace(/^-+|-+$/g, "");
  return joined.slice(0, 80).replace(/-+$/, "") || "item";
};

import { isInEuropeanUnion, type CountryCode } from "@/kernel/country";
import { plus, times, total, zero, type Money } from "@/kernel/money";
import type { PlainDate } from "@/kernel/time";
import type { Parcel } from "./parcel";

/** A party on a label, in Roman letters. Lines from the name to the place; unknown ones are left out. */
export type Party = { readonly name: string; readonly lines: readonly string[]; readonly postcode: string | null; readonly country: CountryCode; readonly countryName: string; readonly phone: string | null; readonly email: string | null };

/** A kind of goods in a parcel as customs is told of it. */
export type DeclaredGoods = { readonly description: string; readonly hs: string; readonly origin: CountryCode; readonly quantity: number; readonly unitValue: Money; readonly unitGrams: number };
export type DeclaredParcel = Parcel & { readonly goods: readonly DeclaredGoods[] };

/** A consignment as the carrier and customs see it. */
export type Shipment = {
  /** What people call it: EN-7K2M-94QD/1. */
  readonly number: string;
  readonly on: PlainDate;
  readonly from: Party;
  readonly to: Party;
  /** The personal number that the recipient's customs asks for: {"kind":"BR-CPF","number":"…"}. */
  readonly customsId: { readonly kind: string; readonly number: string } | null;
  readonly service: { readonly carrier: string; readonly name: string; readonly transport: string; readonly speed: string; readonly incoterm: string };
  /** Words of the goods: battery-installed, liquid, … */
  readonly flags: readonly string[];
  readonly freight: Money;
  readonly parcels: readonly DeclaredParcel[];
  /** Whether duty and tax were collected at checkout. */
  readonly isPrepaid: boolean;
};

/** What a parcel's goods are worth. An empty parcel is worth nothing in the money of the freight. */
export const valueOf = ({ goods }: DeclaredParcel, currency: Money["currency"]): Money =>
  total(goods.map(({ unitValue, quantity }) => times(unitValue, quantity)), goods[0]?.unitValue.currency ?? currency);

export const goodsValue = (shipment: Shipment): Money =>
  shipment.parcels.map((parcel) => valueOf(parcel, shipment.freight.currency)).reduce((sum, value) => plus(sum, value), zero(shipment.parcels[0]?.goods[0]?.unitValue.currency ?? shipment.freight.currency));

/** Whether a border of customs lies between the ends: none within a country, and none within the EU. */
export const crossesBorder = ({ from, to }: Pick<Shipment, "from" | "to">): boolean =>
  from.country !== to.country && !(isInEuropeanUnion(from.country) && isInEuropeanUnion(to.country));

/**
 * The customs declaration that is fixed to a parcel, or none.
 *
 * UPU Convention regulations: CN 22 on letter-post items of goods up to 300 SDR and 2 kg, else CN 23. The SDR has no rate in our table, so EUR 300 stands for
 * it: one SDR has always been worth more than one euro, and a CN 23 is right for any value. Couriers go by the commercial invoice alone.
 */
export const customsForm = (shipment: Shipment, parcel: DeclaredParcel, worthInEuroCents: bigint | null): "cn22" | "cn23" | null => {
  if (!crossesBorder(shipment) || shipment.service.transport !== "post") return null;
  return worthInEuroCents !== null && worthInEuroCents <= 30_000n && parcel.weightGrams <= 2000 ? "cn22" : "cn23";
};

/** Letters that lose nothing but a stroke when they are written plainly. */
const plain: Readonly<Record<string, string>> = { ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i", ø: "ø", œ: "oe", Œ: "OE", ŋ: "n", ħ: "h", ŧ: "t", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..." };

/**
 * A text in the Roman letters and Arabic numerals that the UPU asks for on international items, as the printers' Latin-1 has them, or null where it is
 * written in another script: nobody's name is guessed. "Zieliński" is "Zielinski", "São Paulo" stays, 张兰 is null.
 */
export const inRoman = (text: string): string | null => {
  const written = [...text.normalize("NFC")].map((letter) => {
    if (/[\x20-\x7e\xa0-\xff]/.test(letter)) return letter;
    if (plain[letter] !== undefined) return plain[letter];
    const bare = letter.normalize("NFD").replace(/\p{M}+/gu, "");
    return /^[\x20-\x7e]+$/.test(bare) ? bare : null;
  });
  return written.includes(null) ? null : written.join("").replace(/\s+/g, " ").trim();
};

import { countryCode } from "@/kernel/country";
import { ok, refuse, type Result } from "@/kernel/result";
import { dayIn, type PlainDate } from "@/kernel/time";
import type { MerchantActor } from "@/modules/access/actor";
import { hsLabel } from "@/modules/customs/hs";
import { hsCodes } from "@/modules/customs/queries";
import { embeddedCarrier } from "@/modules/logistics/commands/embedded-carrier";
import type { CarrierRefusal } from "@/modules/logistics/carrier-adapter";
import { packTogether, packWithin } from "@/modules/logistics/packing";
import { carrierServices } from "@/modules/logistics/queries";
import { inRoman, type DeclaredParcel, type Shipment } from "@/modules/logistics/shipment";
import { now } from "@/platform/clock";
import { countryName } from "@/ui/format/words";
import { findConsignment, type MerchantConsignment } from "../consignment-queries";
import { findPaperFacts, type PaperFacts } from "../papers-queries";
import { romanRecipient, type RomanLines, type RomanNeeded } from "../roman-address";

export type NoPapers = { readonly code: "order.not-found" } | RomanNeeded | CarrierRefusal;

/**
 * The label and the customs papers of a merchant's own consignment, as one PDF. Customs reads the English words of the goods' codes, and the post wants
 * Roman letters: where the address has none, the merchant types those that it has asked the shopper for, and nothing is guessed.
 */
export const shipmentPapers = async (actor: MerchantActor, id: string, typed: RomanLines): Promise<Result<{ readonly number: string; readonly pdf: Uint8Array }, NoPapers>> => {
  const [consignment, facts] = await Promise.all([findConsignment(actor, id), findPaperFacts(actor, id)]);
  if (!consignment || !facts || consignment.state === "refunded") return refuse({ code: "order.not-found" });
  const to = romanRecipient(consignment.address, typed);
  if (!to.ok) return to;
  const shipment = await shipmentOf(consignment, facts, to.value, dayIn(now(), "UTC"));
  const label = await embeddedCarrier.label(shipment, facts.serviceId);
  return label.ok ? ok({ number: consignment.number, pdf: label.value.pdf }) : label;
};

const shipmentOf = async (consignment: MerchantConsignment, facts: PaperFacts, to: { readonly name: string; readonly lines: readonly string[] }, on: PlainDate): Promise<Shipment> => {
  const [codes, services] = await Promise.all([hsCodes(), carrierServices()]);
  const service = services.find((each) => each.id === facts.serviceId);
  const goods = consignment.lines.map((line) => {
    const piece = facts.pieces.get(line.offerId) ?? { weightGrams: 0, sizeMm: [0, 0, 0] as const, flags: [] };
    const code = codes.find((each) => each.code === line.hs);
    const title = line.titleLanguage === "en" ? inRoman(line.title) : null;
    const words = inRoman(code ? hsLabel(code, "en").text : "");
    return {
      ...piece, hs: line.hs, quantity: line.quantity,
      declared: { description: [words, title].filter(Boolean).join(": ") || `Goods of HS ${line.hs}`, hs: line.hs, origin: countryCode(line.origin), unitValue: line.unitPrice, unitGrams: piece.weightGrams },
    };
  });
  const packed = (facts.parcels?.length ? facts.parcels : null) ?? (service ? packWithin(goods, service) : null) ?? packTogether(goods);
  const parcels: DeclaredParcel[] = packed.map(({ weightGrams, sizeMm, contents }) => ({
    weightGrams, sizeMm, goods: contents.flatMap(({ item, quantity }) => (goods[item] ? [{ ...goods[item].declared, quantity }] : [])),
  }));
  const country = countryCode(consignment.from?.country ?? consignment.market);
  const destination = countryCode(consignment.market);
  return {
    number: consignment.number, on, parcels, flags: [...new Set(goods.flatMap(({ flags }) => flags))], freight: consignment.delivery,
    from: {
      name: inRoman(facts.sender.name) ?? facts.sender.email, lines: [inRoman(consignment.from?.city ?? "")].filter((line): line is string => Boolean(line)), postcode: consignment.from?.postcode || null,
      country, countryName: inRoman(countryName(country, "en")) ?? country, phone: null, email: facts.sender.email,
    },
    to: { ...to, postcode: inRoman(consignment.address.postcode ?? "") || null, country: destination, countryName: inRoman(countryName(destination, "en")) ?? destination, phone: consignment.address.phone, email: null },
    customsId: consignment.customsId && { kind: consignment.customsId.kind, number: consignment.customsId.number },
    service: { carrier: service?.carrier ? (inRoman(service.carrier) ?? "") : consignment.service.name, name: consignment.service.name, transport: consignment.service.transport, speed: service?.speed ?? "standard", incoterm: consignment.service.incoterm },
    isPrepaid: consignment.charges.some(({ due }) => due === "checkout"),
  };
};

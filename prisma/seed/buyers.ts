import examples from "libphonenumber-js/mobile/examples";
import { getExampleNumber, type CountryCode as PhoneCountry } from "libphonenumber-js/max";
import { countryCode, type CountryCode } from "@/kernel/country";
import { checkAddress, pricedPlace, type Address, type TypedAddress } from "@/modules/shopper/address";
import { addressForm } from "@/modules/shopper/address-queries";
import { readData } from "./bulk";
import type { Chance } from "./random";

/** Buyers' countries with their share of the trade and the languages they write in. */
export const buyers: readonly (readonly [country: string, share: number, languages: readonly string[]])[] = [
  ["BR", 14, ["pt"]], ["CN", 12, ["zh"]], ["US", 12, ["en", "en", "en", "es"]], ["DE", 7, ["de"]], ["FR", 7, ["fr"]], ["GB", 7, ["en"]], ["JP", 7, ["ja"]], ["ES", 6, ["es"]],
  ["KR", 6, ["ko"]], ["ID", 5, ["id"]], ["IN", 5, ["en", "en", "hi"]], ["SA", 5, ["ar"]], ["MX", 5, ["es"]], ["AU", 4, ["en"]], ["CA", 4, ["en", "en", "fr"]], ["PL", 4, ["pl"]],
  ["AE", 3, ["ar", "en"]], ["SG", 3, ["en", "zh"]], ["NG", 2, ["en"]],
];
export const buyerBag = buyers.flatMap(([country, share, languages]) => Array.from({ length: share }, () => ({ country: countryCode(country), languages })));

/** Where parcels go: public streets with a number, in a city of each market. */
const homes: Readonly<Record<string, readonly TypedAddress[]>> = {
  BR: [{ line1: "Avenida Paulista 1578", locality: "São Paulo", region: "SP", postcode: "01310-200" }, { line1: "Rua da Bahia 1148", locality: "Belo Horizonte", region: "MG", postcode: "30160-011" }],
  CN: [{ line1: "南京西路1266号", dependentLocality: "静安区", locality: "上海市", region: "上海市", postcode: "200040" }],
  US: [{ line1: "500 Market Street", locality: "San Francisco", region: "CA", postcode: "94105" }, { line1: "1200 Congress Avenue", locality: "Austin", region: "TX", postcode: "78701" }],
  DE: [{ line1: "Lindenstraße 24", locality: "Berlin", postcode: "10969" }, { line1: "Sonnenstraße 7", locality: "München", postcode: "80331" }],
  FR: [{ line1: "12 rue de la République", locality: "Lyon", postcode: "69002" }],
  GB: [{ line1: "18 Castle Street", locality: "Bristol", postcode: "BS1 3XE" }],
  JP: [{ line1: "渋谷区神南1-2-3", region: "東京都", postcode: "150-0001" }],
  ES: [{ line1: "Calle de Colón 20", locality: "Valencia", region: "Valencia", postcode: "46004" }],
  KR: [{ line1: "세종대로 110", dependentLocality: "중구", locality: "중구", region: "서울특별시", postcode: "04524" }],
  ID: [{ line1: "Jalan Asia Afrika 45", locality: "Bandung", region: "Jawa Barat", postcode: "40111" }],
  IN: [{ line1: "14 MG Road", locality: "Bengaluru", region: "Karnataka", postcode: "560001" }],
  SA: [{ line1: "2929 طريق الملك فهد", locality: "الرياض", postcode: "12271" }],
  MX: [{ line1: "Avenida Paseo de la Reforma 222", dependentLocality: "Juárez", locality: "Ciudad de México", region: "CDMX", postcode: "06600" }],
  AU: [{ line1: "80 Collins Street", locality: "Melbourne", region: "VIC", postcode: "3000" }],
  CA: [{ line1: "200 King Street West", locality: "Toronto", region: "ON", postcode: "M5H 3T4" }],
  PL: [{ line1: "ul. Marszałkowska 84", locality: "Warszawa", postcode: "00-514" }],
  AE: [{ line1: "Al Wasl Road 120", region: "Dubai" }],
  SG: [{ line1: "10 Orchard Road", postcode: "238841" }],
  NG: [{ line1: "15 Awolowo Road", locality: "Lagos", region: "Lagos", postcode: "101233" }],
};

const surnames: Readonly<Record<string, readonly string[]>> = {
  BR: ["Souza", "Oliveira", "Ferreira", "Lima", "Carvalho"], CN: ["王", "李", "张", "陈", "刘"], US: ["Miller", "Garcia", "Johnson", "Nguyen", "Davis"], DE: ["Schneider", "Weber", "Yılmaz", "Fischer"],
  FR: ["Moreau", "Laurent", "Benali", "Girard"], GB: ["Taylor", "Khan", "Hughes", "Walker"], JP: ["佐藤 ", "鈴木 ", "高橋 ", "田中 "], ES: ["García", "Martínez", "Ferrer", "Navarro"], KR: ["김", "이", "박", "최"],
  ID: ["Wijaya", "Santoso", "Putri", "Hidayat"], IN: ["Sharma", "Iyer", "Patel", "Das"], SA: ["العتيبي", "الحربي", "القحطاني"], MX: ["Hernández", "López", "Ramírez"], AU: ["Smith", "Nguyen", "Wilson"],
  CA: ["Tremblay", "Singh", "Brown", "Roy"], PL: ["Zieliński", "Mazur", "Krawczyk"], AE: ["المنصوري", "الشامسي"], SG: ["Tan", "Lim", "Kumar"], NG: ["Okafor", "Adeyemi", "Bello"],
};

export type Home = { readonly address: Address; readonly region: string | null; readonly postcode: string | null };

/** A home in a country, held against the country's own form; the phone number is the plan's example and rings nowhere. */
export const homeIn = async (country: CountryCode, recipient: string, chance: Chance): Promise<Home> => {
  const form = await addressForm(country);
  const typed = chance.pick(homes[country] ?? []);
  const phone = getExampleNumber(country as PhoneCountry, examples)?.number ?? "";
  const checked = checkAddress(form, { ...typed, recipient, phone }, phone || null);
  if (!checked.ok) throw new Error(`the seed's address in ${country}: ${JSON.stringify(checked.refusal.fields)}`);
  return { address: checked.value, ...pricedPlace(form, checked.value) };
};

type Names = { readonly firstNames: Readonly<Record<string, readonly string[]>>; readonly nativeNames: Readonly<Record<string, readonly string[]>> };
let names: Names | null = null;

/** A full name as people of the country write it. */
export const fullName = (country: CountryCode, chance: Chance): string => {
  names ??= readData<Names>("catalogue", "reviews.json");
  const first = chance.pick(names.nativeNames[country] ?? names.firstNames[country] ?? ["Alex"]);
  const last = chance.pick(surnames[country] ?? ["Alex"]);
  if (["CN", "JP", "KR"].includes(country)) return `${last}${first}`;
  return `${first} ${last}`;
};

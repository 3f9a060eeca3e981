import { hashPassword } from "@/platform/auth/password";
import { insertRows, readData, seedId } from "./bulk";
import type { SeededMerchant } from "./merchants";

export type DemoAccount = { readonly role: string; readonly name: string; readonly email: string; readonly password: string; readonly storefront: string; readonly merchant?: string; readonly measures?: Readonly<Record<string, number>> };

/** The people of the demonstration; every merchant also has an owner of its own, who can sign in only after a password reset. */
export const seedPeople = async (merchants: readonly SeededMerchant[]): Promise<string> => {
  const at = new Date("2024-01-02T08:00:00Z");
  const demo = readData<DemoAccount[]>("demo-accounts.json");
  const hashes = new Map<string, string>();
  for (const { password } of demo) if (!hashes.has(password)) hashes.set(password, await hashPassword(password));
  const accounts = demo.map((person) => ({
    id: seedId("user", person.email, at), email: person.email, name: person.name, passwordHash: hashes.get(person.password) ?? null,
    emailVerifiedAt: at, isAdmin: person.role.includes("admin"), storefront: person.storefront, createdAt: at,
  }));
  const owned = new Set(demo.map((person) => person.merchant));
  const owners = merchants.filter((merchant) => !owned.has(merchant.key)).map((merchant) => ({
    id: seedId("user", merchant.contactEmail, merchant.at), email: merchant.contactEmail, name: merchant.name, passwordHash: null,
    emailVerifiedAt: merchant.at, isAdmin: false, storefront: "en-us", createdAt: merchant.at,
  }));
  await insertRows("app_user", [...accounts, ...owners]);
  await insertRows("measurement", demo.flatMap((person) => Object.entries(person.measures ?? {}).map(([measure, mm]) => ({ userId: seedId("user", person.email, at), measure, mm, updatedAt: at }))));
  await insertRows("membership", merchants.map((merchant) => {
    const person = demo.find(({ merchant: key }) => key === merchant.key);
    const userId = person ? seedId("user", person.email, at) : seedId("user", merchant.contactEmail, merchant.at);
    return { id: seedId("membership", merchant.key, merchant.at), merchantId: merchant.id, userId, role: "owner", createdAt: merchant.at };
  }));
  return `${accounts.length} demonstration accounts`;
};

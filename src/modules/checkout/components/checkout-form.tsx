"use client";
import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition, type FormEvent, type ReactNode } from "react";
import type { Id } from "@/kernel/id";
import type { Money } from "@/kernel/money";
import { saveAddressAction } from "@/modules/shopper/actions";
import type { TypedAddress } from "@/modules/shopper/address";
import { readAddress } from "@/modules/shopper/components/address-fields";
import type { AddressInput } from "@/modules/shopper/components/address-inputs";
import { ask } from "@/platform/http/ask";
import { formatMoney } from "@/ui/format/price";
import { Button } from "@/ui/primitives/button";
import { Card } from "@/ui/primitives/card";
import { CheckField, Field } from "@/ui/primitives/field";
import { Notice } from "@/ui/primitives/notice";
import { useTypedEarly } from "@/ui/primitives/typed-early";
import type { PaymentPage } from "../checkout";
import { AddressChoice, fillAddress, typedHere, type AddressChoiceWords, type KeptAddress } from "./address-choice";

export type DeliveryChoice = {
  readonly key: string; readonly title: string; readonly chosen: string;
  readonly options: readonly { readonly serviceId: string; readonly name: string; readonly detail: string; readonly price: string }[];
};
type Props = {
  readonly storefront: string; readonly language: string; readonly market: string;
  readonly quoteId: Id<"quote"> | null; readonly email: string;
  readonly kept: readonly KeptAddress[]; readonly inputs: readonly AddressInput[]; readonly start: TypedAddress; readonly choice: AddressChoiceWords; readonly customsId: { readonly label: string; readonly hint: string; readonly why: string; readonly title: string } | null;
  readonly deliveries: readonly DeliveryChoice[]; readonly summary: ReactNode; readonly shipTo: ReactNode;
  readonly said: Readonly<Record<string, string>>;
  /** Which field says whose limits are counted, where the market counts what a person buys. */
  readonly counts: "customsId" | "email" | null;
  readonly words: Readonly<Record<"contact" | "email" | "emailHint" | "address" | "delivery" | "terms" | "pay" | "paying" | "payHint" | "before" | "now" | "held", string>>;
};
type Trouble = { readonly code: string; readonly fields?: Readonly<Record<string, string>>; readonly before?: Money; readonly after?: Money; readonly because?: string; readonly alternatives?: readonly string[] };

const memory = "checkout-fields";

/** The till: who, where to, how it comes, and yes. What is typed stays, whatever is refused; a place or a choice that changes the price is quoted again at once. */
export const CheckoutForm = (props: Props) => {
  const { storefront, language, market, kept, inputs, deliveries, customsId, said, words } = props;
  const router = useRouter();
  const form = useTypedEarly();
  const notice = useRef<HTMLDivElement>(null);
  const [isQuoting, quoting] = useTransition();
  const [isPaying, setPaying] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [quoteId, setQuoteId] = useState(props.quoteId);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(Object.fromEntries(deliveries.map(({ key, chosen: serviceId }) => [key, serviceId])));
  const [addressId, setAddressId] = useState(kept[0]?.id ?? typedHere);
  // A fault is said until its field is touched: what was mended is judged again at the next try.
  const [mended, setMended] = useState<readonly string[]>([]);
  const quoted = useRef("");
  const turn = useRef(0);

  const value = (name: string): string => {
    const element = form.current?.elements.namedItem(name);
    return element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.value : "";
  };
  const placeAsked = () => ({ region: value("region") || null, postcode: value("postcode") || null, ...(props.counts ? { [props.counts]: value(props.counts).slice(0, 254) || null } : {}) });
  const requote = async (services: Readonly<Record<string, string>>): Promise<Id<"quote"> | null> => {
    const place = placeAsked();
    quoted.current = JSON.stringify(place);
    const mine = (turn.current += 1);
    const held = await ask<{ readonly quoteId: Id<"quote"> }, Trouble>("/api/checkout/quote", { storefront, ...place, services });
    // A later question is under way: this answer is about a place that is no longer there.
    if (mine !== turn.current) return null;
    if (!held.ok) {
      setTrouble(held.refusal);
      if (held.refusal.code.startsWith("cart.")) window.location.assign(`/${storefront}/cart`);
      return null;
    }
    setQuoteId(held.value.quoteId);
    router.replace(`/${storefront}/checkout?quote=${held.value.quoteId}`, { scroll: false });
    return held.value.quoteId;
  };
  useEffect(() => {
    const { email = "", kept: before, ...typed } = JSON.parse(window.sessionStorage.getItem(memory) ?? "{}") as Record<string, string>;
    const known = kept.find(({ id }) => id === before);
    if (known || (kept.length > 0 && before === typedHere)) {
      setAddressId(before ?? typedHere);
      fillAddress(form.current, inputs, known?.values ?? typed);
    }
    // What was typed before the page awoke is newer than what is remembered.
    for (const [name, text] of Object.entries(kept.length === 0 ? { email, ...typed } : { email })) {
      const element = form.current?.elements.namedItem(name);
      if ((element instanceof HTMLInputElement || element instanceof HTMLSelectElement) && element.value === "") element.value = text;
    }
    quoting(async () => void (await requote(chosen)));
    // Once: the first promise is held when the page is there.
  }, []);

  const onPlace = (): void => {
    if (JSON.stringify(placeAsked()) !== quoted.current) quoting(async () => void (await requote(chosen)));
  };
  const choose = (key: string, serviceId: string): void => {
    const services = { ...chosen, [key]: serviceId };
    setChosen(services);
    quoting(async () => void (await requote(services)));
  };

  const pay = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? "");
    window.sessionStorage.setItem(memory, JSON.stringify(Object.fromEntries(["email", "kept", ...inputs.map(({ name }) => name)].map((name) => [name, text(name)]))));
    setMended([]);
    const empty = ["email", ...inputs.filter(({ isRequired }) => isRequired).map(({ name }) => name), ...(customsId ? ["customsId"] : [])].filter((name) => text(name).trim() === "");
    if (empty.length > 0 || !data.has("terms")) return refuse({ code: empty.length > 0 ? "address.invalid" : "checkout.terms-not-agreed", fields: { ...Object.fromEntries(empty.map((name) => [name, "required"])), ...(data.has("terms") ? {} : { terms: "checkout.terms-not-agreed" }) } });
    setPaying(true);
    setTrouble(null);
    const id = quoteId ?? (await requote(chosen));
    const address = readAddress(data, inputs);
    const placed = id && await ask<PaymentPage, Trouble>("/api/checkout/order", { quoteId: id, email: text("email"), customsId: customsId ? text("customsId") : null, hasAgreed: true, address })
      .catch(() => ({ ok: false as const, refusal: { code: "unknown" } }));
    if (placed && placed.ok) {
      // A wish beside the order: an address book that is full must not hold the payment up.
      if (data.has("keep")) await saveAddressAction({ addressId: null, country: market, address, isDefault: false }).catch(() => null);
      window.location.assign(placed.value.url ?? `/${storefront}/orders/${placed.value.number}`);
      return;
    }
    setPaying(false);
    if (!placed) return;
    refuse(placed.refusal);
    // The page itself says which goods and why.
    if (placed.refusal.code === "checkout.rule-changed") return window.location.assign(`/${storefront}/checkout`);
    if (["checkout.promise-changed", "checkout.address-changed", "checkout.no-such-quote", "checkout.cart-changed"].includes(placed.refusal.code)) await requote(chosen);
  };
  const refuse = (refusal: Trouble): void => {
    setTrouble(refusal);
    // After it is drawn: the fields of a kept address come into sight only then.
    setTimeout(() => {
      const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
      first?.focus({ preventScroll: true });
      (first ?? notice.current)?.scrollIntoView({ block: "center" });
    }, 50);
  };

  const faults: Readonly<Record<string, string>> = Object.fromEntries(Object.entries({
    ...trouble?.fields,
    ...(trouble?.code === "checkout.bad-email" || trouble?.fields?.["email"] === "invalid" ? { email: "checkout.bad-email" } : {}),
    ...(trouble?.code === "customs.bad-id" ? { customsId: "customs.bad-id" } : {}),
  }).map(([path, code]) => [path.replace("address.", ""), code] as const).filter(([name]) => !mended.includes(name)));
  const fault = (name: string): string | undefined => faults[name] && (said[faults[name]] ?? said["invalid"]);
  const addressFaults = Object.fromEntries(Object.entries(faults).filter(([name]) => inputs.some((input) => input.name === name)));
  // Faults that stand at their fields need no notice once all of them are mended.
  const isTold = trouble !== null && (trouble.fields === undefined || Object.keys(faults).length > 0);
  const isBusy = isPaying || isQuoting;
  return (
    <form
      ref={form} method="post" noValidate onSubmit={(event) => void pay(event)}
      onInput={(event) => { const { name } = event.target as HTMLInputElement; if (faults[name]) setMended([...mended, name]); }}
      className="page grid items-start gap-4 lg:grid-cols-[1fr_24rem] lg:gap-6"
    >
      <div className="grid min-w-0 gap-3">
        <div ref={notice} className="empty:hidden">
          {isTold && (
            <Notice tone="bad">
              {said[trouble.because ?? ""] ?? said[trouble.code] ?? said["unknown"]}
              {trouble.alternatives && trouble.alternatives.length > 0 && <ul className="list-disc ps-5 text-sm">{trouble.alternatives.map((one) => <li key={one}>{said[`instead.${one}`] ?? said["unknown"]}</li>)}</ul>}
              {trouble.before && trouble.after && (
                <span className="mt-1 block text-sm">{words.before}{" "}<bdi className="tabular line-through">{formatMoney(trouble.before, language, market)}</bdi>{" "}{words.now}{" "}<bdi className="tabular font-bold">{formatMoney(trouble.after, language, market)}</bdi></span>
              )}
            </Notice>
          )}
        </div>
        <Card title={words.contact}>
          <Field label={words.email} name="email" type="email" autoComplete="email" inputMode="email" maxLength={254} defaultValue={props.email} hint={words.emailHint} error={fault("email")} dir="ltr" {...(props.counts === "email" ? { onBlur: onPlace } : {})} />
        </Card>
        <Card title={words.address}>
          {props.shipTo}
          <AddressChoice kept={kept} chosen={addressId} inputs={inputs} start={props.start} faults={addressFaults} words={props.choice} onChoose={setAddressId} onPlace={onPlace} />
        </Card>
        {customsId && (
          <Card title={customsId.title}>
            <Field label={customsId.label} name="customsId" autoComplete="off" maxLength={64} hint={customsId.hint} error={fault("customsId")} dir="ltr" {...(props.counts === "customsId" ? { onBlur: onPlace } : {})} />
            <p className="mt-2 flex gap-2 text-sm text-ink-soft"><Lock size={15} className="mt-0.5 shrink-0" aria-hidden />{customsId.why}</p>
          </Card>
        )}
        <Card title={words.delivery}>
          <div className="grid gap-4">
            {deliveries.map((delivery) => (
              <fieldset key={delivery.key} className="grid gap-2">
                <legend className="mb-1.5 text-sm font-medium">{delivery.title}</legend>
                {delivery.options.map((option) => (
                  <label key={option.serviceId} className="flex min-h-14 cursor-pointer items-center gap-3 rounded-lg border border-line-strong px-3 py-2 has-checked:border-brand has-checked:bg-brand-tint">
                    <input type="radio" name={`service ${delivery.key}`} className="size-5 shrink-0 accent-brand" checked={(chosen[delivery.key] ?? delivery.chosen) === option.serviceId} onChange={() => choose(delivery.key, option.serviceId)} />
                    <span className="min-w-0 flex-1"><span className="block font-semibold">{option.name}</span><span className="block text-sm text-ink-soft">{option.detail}</span></span>
                    <bdi className="tabular font-semibold">{option.price}</bdi>
                  </label>
                ))}
              </fieldset>
            ))}
          </div>
        </Card>
      </div>
      <div className="grid gap-4 rounded-card border border-line bg-surface p-4 sm:p-5 lg:sticky lg:top-24">
        <div className={isQuoting ? "opacity-60 transition-opacity" : ""} aria-busy={isQuoting}>{props.summary}</div>
        <CheckField label={<span className="text-sm">{words.terms}</span>} name="terms" error={fault("terms")} />
        <Button type="submit" tone="strong" className="min-h-13 w-full text-lg" isBusy={isBusy} data-testid="pay">{isPaying ? words.paying : words.pay}</Button>
        <p className="flex items-center justify-center gap-2 text-center text-sm text-ink-soft"><Lock size={14} aria-hidden />{words.payHint}</p>
        <p className="text-center text-xs text-ink-faint">{words.held}</p>
      </div>
    </form>
  );
};

import { PackageOpen } from "lucide-react";
import { wordsIn } from "@/i18n/translator";
import type { OpenStorefront } from "@/modules/market/queries";
import { formatMoney } from "@/ui/format/price";
import { formatInstant } from "@/ui/format/words";
import { ButtonLink } from "@/ui/primitives/button";
import type { OrderInList } from "../queries";
import { StateBadge } from "./order-view";

/** A person's orders, the newest first. Goes into the account's page of orders; `next` leads to the older ones. */
export const OrderList = ({ orders, next, storefront }: { orders: readonly OrderInList[]; next: string | null; storefront: OpenStorefront }) => {
  const { language, market, tag, profile } = storefront;
  const words = wordsIn(language);
  if (orders.length === 0) {
    return (
      <div className="grid justify-items-center gap-2 rounded-card border border-line bg-surface py-12 text-center">
        <PackageOpen size={48} strokeWidth={1.2} className="text-ink-faint" aria-hidden />
        <p className="font-semibold">{words("order.none")}</p>
        <p className="text-ink-soft">{words("order.noneBody")}</p>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {orders.map((order) => (
          <li key={order.number}>
            <a href={`/${tag}/orders/${order.number}`} className="grid gap-2 rounded-card border border-line bg-surface p-3 hover:shadow-md sm:p-4">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <b className="tabular"><bdi>{order.number}</bdi></b><StateBadge state={order.state} words={words} />
                <span className="text-sm text-ink-soft">{formatInstant(order.createdAt, language, profile.timeZone, market, { dateStyle: "medium" })}</span>
                <bdi className="tabular ms-auto font-semibold">{formatMoney(order.total, language, market)}</bdi>
              </span>
              <span className="flex items-center gap-2">
                {order.pictures.slice(0, 5).map((picture, index) => <img key={index} src={`${picture}-400.webp`} alt="" width={56} height={56} loading="lazy" className="size-14 rounded-lg object-cover" />)}
                <span className="ms-1 line-clamp-2 min-w-0 flex-1 text-sm text-ink-soft">{order.titles.join(" · ")}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {next && <ButtonLink tone="quiet" className="justify-self-center" href={`/${tag}/account/orders?before=${encodeURIComponent(next)}`}>{words("shop.more")}</ButtonLink>}
    </div>
  );
};

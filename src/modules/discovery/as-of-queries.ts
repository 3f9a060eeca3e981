import { refuse } from "@/kernel/result";
import { dayIn, instant, type PlainDate } from "@/kernel/time";
import { tradeRules } from "@/modules/customs/queries";
import { restrictionsIn } from "@/modules/customs/restriction-queries";
import { findListingPage, type ListingPage } from "@/modules/listing/queries";
import type { OpenStorefront } from "@/modules/market/queries";
import { shelfPrices } from "@/modules/pricing/queries";
import { now } from "@/platform/clock";
import { estimateOf, tradeFacts, type Door } from "./product-queries";

// No zone is further ahead than fourteen hours or behind than ten where a shop is: at ten o'clock in UTC they all write one day.
const sameDayEverywhere = "T10:00:00Z";

/**
 * What a listing costs at the door of a storefront on another day: rules, reliefs and restrictions of that day; prices, services and exchange rates of today, because
 * nobody knows those of the future and those of the past were not promised for this. The first offer that can be bought, else the reason of the first. For the staff to read.
 */
export const findListingAsOf = async (number: number, storefront: OpenStorefront, on: PlainDate): Promise<{ readonly listing: ListingPage; readonly door: Door } | null> => {
  const listing = await findListingPage(number, storefront.language);
  if (!listing) return null;
  const today = await tradeFacts(storefront, listing.offers.flatMap((offer) => offer.places.map(({ country }) => country)));
  if (!today) return null;
  const { profile } = storefront;
  const facts = {
    ...today, at: instant(new Date(`${on}${sameDayEverywhere}`)), ratesOn: dayIn(now(), profile.timeZone),
    rules: await tradeRules(profile.code, on), restrictions: await restrictionsIn(profile.code, on),
  };
  const prices = await shelfPrices(listing.offers.map(({ id, price }) => ({ offerId: id, price, currency: listing.currency })), profile);
  const doors = listing.offers.map((offer): Door => {
    const priced = prices.get(offer.id);
    return !priced ? refuse({ code: "fx.no-rate", currency: listing.currency }) : priced.ok ? estimateOf(listing, offer, priced.value.shown, facts) : priced;
  });
  const door = doors.find((each) => each.ok) ?? doors[0];
  return door ? { listing, door } : null;
};

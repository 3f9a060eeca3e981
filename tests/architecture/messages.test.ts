import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "@/i18n/languages";
import { messagesOf } from "@/i18n/messages";
import { messageFaults, textsOf } from "./message-rules";
import { projectRoot } from "./source-tree";

describe("the words of the shop", () => {
  it("are there in every language of the interface", () => {
    const files = readdirSync(join(projectRoot, "src/i18n/messages")).filter((name) => /^[a-z]+\.json$/.test(name)).map((name) => name.replace(".json", ""));
    expect(files.sort()).toEqual(["ar", "de", "en", "es", "fr", "id", "ja", "ko", "pt", "ru", "zh"]);
    expect([...languages].sort()).toEqual(files);
    expect(textsOf(messagesOf("en")).size).toBeGreaterThan(300);
  });

  it.each([...languages])("say everything in %s, with the same arguments and every plural of that language", (language) => {
    expect(messageFaults(language, messagesOf(language), messagesOf("en"))).toEqual([]);
  });

  it("catch a missing key, a lost or invented argument, a missing or idle plural, broken syntax and a sentence left in English", () => {
    const english = { a: "Hi {name}", b: "{n, plural, one {# item} other {# items}}", c: "Bye", d: "You may look at this for free", e: "<b>Now</b>" };
    const faults = messageFaults("ru", { a: "Привет {names}", b: "{n, plural, one {# вещь} other {# вещи}}", d: "You may look at this for free", e: "{", f: "?" }, english);
    expect(faults.map((each) => each.replace("src/i18n/messages/ru.json ", ""))).toEqual([
      "c: is missing",
      "a: lost name",
      "a: invents names",
      "b: {n} lacks few, many",
      "d: was left in English",
      expect.stringMatching(/^e: cannot be read/),
      "f: is not in English",
    ]);
    expect(messageFaults("ja", { b: "{n, plural, one {#} other {#}}" }, { b: english.b })).toEqual(["src/i18n/messages/ja.json b: {n} has one, which this language never uses"]);
  });
});

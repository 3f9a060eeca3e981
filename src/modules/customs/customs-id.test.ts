import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCustomsId, customsIdExample, customsIdKinds, isCustomsIdKind, maskCustomsId } from "./customs-id";

describe("numbers that customs asks for", () => {
  it("accept the example of every kind, as people write it, and keep it without marks", () => {
    for (const kind of customsIdKinds) expect(checkCustomsId(kind, ` ${customsIdExample(kind).toLowerCase()} `).ok, kind).toBe(true);
    expect(checkCustomsId("BR-CPF", "529.982.247-25")).toEqual({ ok: true, value: "52998224725" });
    expect(checkCustomsId("CN-ID", "１１０１０５１９４９１２３１００２ｘ")).toEqual({ ok: true, value: "11010519491231002X" });
  });
  it("refuse a wrong check digit, and say the kind but never the number", () => {
    for (const [kind, wrong] of [["BR-CPF", "52998224726"], ["BR-CNPJ", "11222333000182"], ["CN-ID", "110105194912310021"], ["TR-TCKN", "10000000147"], ["CL-RUT", "12345678-6"]] as const) {
      expect(checkCustomsId(kind, wrong)).toEqual({ ok: false, refusal: { code: "customs.bad-id", kind } });
    }
  });
  it("refuse eleven equal digits, an impossible birth date and a code without its P", () => {
    expect(checkCustomsId("BR-CPF", "11111111111").ok).toBe(false);
    expect(checkCustomsId("CN-ID", "110105194913310023").ok).toBe(false);
    expect(checkCustomsId("KR-PCCC", "123456789012").ok).toBe(false);
  });
  it("find any single mistyped digit of a CPF and of a Chinese number", () => {
    fc.assert(fc.property(fc.constantFrom(["BR-CPF", "52998224725"] as const, ["CN-ID", "110105194912310029"] as const), fc.nat(16), fc.integer({ min: 1, max: 9 }), ([kind, text], at, by) => {
      const i = at % (text.length - 1);
      const mistyped = text.slice(0, i) + ((Number(text[i]) + by) % 10) + text.slice(i + 1);
      const sound = checkCustomsId(kind, text).ok;
      expect(sound && checkCustomsId(kind, mistyped).ok).toBe(false);
    }));
  });
  it("are shown masked but for their last characters", () => {
    expect(maskCustomsId("BR-CPF", "52998224725")).toBe("•••••••••25");
    expect(maskCustomsId("CN-ID", "11010519491231002X")).toBe("••••••••••••••002X");
    expect(maskCustomsId("CN-ID", "12")).toBe("••");
    expect(isCustomsIdKind("constructor")).toBe(false);
  });
});

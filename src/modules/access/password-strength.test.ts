import { describe, expect, it } from "vitest";
import { checkPassword } from "./password-strength";

const person = { email: "ana.rocha@example.com", name: "Ana Beatriz Rocha" };
const verdict = (password: string) => {
  const result = checkPassword(password, person);
  return result.ok ? "passes" : result.refusal.why;
};

describe("a new password", () => {
  it("passes when it is long and nobody's first guess, whatever letters it is made of", () => {
    for (const password of ["harbour-lantern-42", "seven green umbrellas", "лодка и девять чаек", "九つの灯台と小さな猫の話", "tijolo.chuva.vento"]) expect(verdict(password), password).toBe("passes");
  });
  it("needs ten characters, counted as people count them", () => {
    expect(verdict("lantern-4")).toBe("short");
    expect(verdict("🦊🦊🦊🐙🐙")).toBe("short");
  });
  it("is no common word with digits and signs around it, no run and no repetition", () => {
    for (const password of ["password123", "Password2026!", "1234567890", "12345678901234", "0987654321", "qwertyuiop", "!!iloveyou!!", "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "ＰＡＳＳＷＯＲＤ１２３", "P.a.s.s.w.o.r.d", "2026-11-23", "correct horse battery staple"]) {
      expect(verdict(password), password).toBe("common");
    }
  });
  it("is not the person's own name or address", () => {
    for (const password of ["ana.rocha@example.com", "AnaBeatrizRocha", "ana.rocha2026", "beatriz1987!"]) expect(verdict(password), password).toBe("personal");
  });
});

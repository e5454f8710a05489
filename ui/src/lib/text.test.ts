import { expect, test } from "vitest";
import { describe, locale, pieces, speak, t } from "./text";

test("fills in parts and chooses plural forms", () => {
  expect(t("status-added", { count: 1 })).toBe("Added 1 account.");
  expect(t("status-added", { count: 7 })).toBe("Added 7 accounts.");
});

test("says what a refusal means, and what to do", () => {
  const refusal = {
    id: "otp-secret-character",
    params: { character: "8", position: "5" },
  };
  expect(describe(refusal)).toEqual({
    id: "otp-secret-character",
    message:
      "A key has only letters A–Z and digits 2–7. Check the character 8 in place 5.",
    hint: null,
  });
});

test.each([{ id: "no-such-id", params: {} }, new Error("boom"), "text", null])(
  "has a general sentence for what nobody foresaw",
  (thrown) => {
    expect(describe(thrown).message).toBe("Something went wrong.");
    expect(describe(thrown).hint).not.toBe(null);
  },
);

test("takes a sentence apart into plain words, strong words and keys", () => {
  expect(pieces("bar-ending", { name: "Batch", seconds: 4 })).toEqual([
    { kind: "strong", text: "Batch" },
    { kind: "plain", text: " · new code in 4 s" },
  ]);
  expect(pieces("empty-lead").at(1)).toEqual({ kind: "keys", text: "Ctrl V" });
});

test("a name cannot bring marks of its own", () => {
  const [strong] = pieces("bar-name", { name: "</b><k>Ctrl Q</k>" });
  expect(strong).toEqual({ kind: "strong", text: "</b><k>Ctrl Q</k>" });
});

test("speaks another language, and English where it has no words", async () => {
  await speak("de");
  expect(t("status-added", { count: 7 })).toMatch(/^7 Konten|Konten/);
  await speak("tlh");
  expect(t("status-added", { count: 7 })).toBe("Added 7 accounts.");
});

test("sets what is filled in apart where the words run the other way", async () => {
  await speak("ar");
  expect(t("codes-nothing", { query: "abc" })).toContain("\u2068abc\u2069");
  expect(t("status-added", { count: 7 })).toMatch(/7/);
  expect(locale()).toBe("ar-u-nu-latn");
});

import { expect, test } from "vitest";
import type { Diagnosis } from "./bindings";
import { diagnosisText } from "./diagnosis";
import { fileSize } from "./sizes";

test.each<[Diagnosis, string]>([
  [{ kind: "right" }, "That is right. Your phone makes the same codes."],
  [
    { kind: "clock", seconds: 90 },
    "Your phone’s clock is 90 seconds ahead. Turn on automatic time there.",
  ],
  [
    { kind: "clock", seconds: -600 },
    "Your phone’s clock is 10 minutes behind. Turn on automatic time there.",
  ],
  [
    { kind: "clock", seconds: 7200 },
    "Your phone’s clock is 2 hours ahead. Turn on automatic time there.",
  ],
])("says what a code says about a phone: %o", (diagnosis, text) => {
  expect(diagnosisText(diagnosis)).toBe(text);
});

test.each<[Diagnosis, string]>([
  [{ kind: "algorithm", name: "SHA1" }, "SHA-1"],
  [{ kind: "digits", digits: 6 }, "6 digits"],
  [{ kind: "period", period: 30 }, "every 30 s"],
  [{ kind: "plain" }, "settings of this account"],
  [{ kind: "counter", counter: 9 }, "at code 9"],
  [{ kind: "unknown" }, "not a code of this account"],
])("names what the phone does differently: %o", (diagnosis, part) => {
  expect(diagnosisText(diagnosis)).toContain(part);
});

test.each([
  [0, "0 byte"],
  [812, "812 byte"],
  [1_240, "1.2 kB"],
  [41_230, "41 kB"],
  [9_900_000, "9.9 MB"],
  [100_000_000, "100 MB"],
])("%i bytes are %s", (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});

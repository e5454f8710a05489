import { expect, test } from "vitest";
import type { CodeView } from "./bindings";
import { groups, isStale, secondsLeft, spelled } from "./codes";

const code: CodeView = {
  id: "a",
  code: "730164",
  next: null,
  validFrom: 90,
  validTo: 120,
  counter: null,
};

test.each([
  ["1234", ["1234"]],
  ["R7KVN", ["R7KVN"]],
  ["730164", ["730", "164"]],
  ["1234567", ["1234", "567"]],
  ["12884065", ["1288", "4065"]],
  ["123456789", ["123", "456", "789"]],
  ["1234567890", ["12345", "67890"]],
  ["", [""]],
])("groups %s", (code, expected) => {
  expect(groups(code)).toEqual(expected);
});

test("spells a code by groups", () => {
  expect(spelled("730164")).toBe("7 3 0, 1 6 4");
});

test("counts whole seconds to the end, which is not part of the period", () => {
  expect(secondsLeft(code, 90)).toBe(30);
  expect(secondsLeft(code, 119)).toBe(1);
  expect(secondsLeft(code, 120)).toBe(0);
  expect(secondsLeft({ ...code, validTo: null }, 100)).toBe(null);
});

test("asks for a code again at its end, and for the next one in the last five seconds", () => {
  expect(isStale(undefined, 100)).toBe(true);
  expect(isStale(code, 90)).toBe(false);
  expect(isStale(code, 114)).toBe(false);
  expect(isStale(code, 115)).toBe(true);
  expect(isStale({ ...code, next: "902571" }, 119)).toBe(false);
  expect(isStale({ ...code, next: "902571" }, 120)).toBe(true);
});

test("asks for a code again when the clock was set back", () => {
  expect(isStale(code, 89)).toBe(true);
});

test("never asks for a counter code by the clock", () => {
  expect(
    isStale({ ...code, validFrom: null, validTo: null, counter: 41 }, 999),
  ).toBe(false);
});

test("a code stands in pairs or in one piece where a person wants it so", () => {
  expect(groups("482913", "pairs")).toEqual(["48", "29", "13"]);
  expect(groups("4829131", "pairs")).toEqual(["48", "29", "131"]);
  expect(groups("482913", "none")).toEqual(["482913"]);
  expect(groups("R7KVN", "pairs")).toEqual(["R7KVN"]);
});

import { expect, test } from "vitest";
import { dayAndTime, dayAndTimeWithin } from "./dates";

const at = (day: number, hour: number) =>
  new Date(2026, 10, day, hour, 5).getTime();

test("the last two days have names, the others a date", () => {
  const now = at(22, 9);
  expect(dayAndTime(at(22, 1), now)).toMatch(/^Today, /);
  expect(dayAndTime(at(21, 23), now)).toMatch(/^Yesterday, /);
  expect(dayAndTime(at(18, 11), now)).toMatch(/^November 18, 2026, /);
});

test("within a sentence they have no capital", () => {
  expect(dayAndTimeWithin(at(22, 1), at(22, 9))).toMatch(/^today, /);
});

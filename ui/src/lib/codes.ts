// How a code is read: in groups of three or four, and for how long it holds.

import type { CodeType, CodeView, Settings } from "./bindings";

/** Seconds before its end from which a code is shown as ending, with the next one beside it. */
export const LAST_SECONDS = 5;

/** Whether codes of this type may have letters. */
export function hasLetters(type: CodeType): boolean {
  return type !== "totp" && type !== "hotp";
}

/** Whether codes of this type need a PIN. */
export function hasPin(type: CodeType): boolean {
  return type === "motp" || type === "yandex";
}

/** The code in groups, as it is easiest to read and type, or as a person wants it. */
export function groups(
  code: string,
  grouping: Settings["grouping"] = "threes",
): string[] {
  const sizes = SIZES[grouping][code.length] ?? [code.length];
  let from = 0;
  return sizes.map((size) => code.slice(from, (from += size)));
}

/** The sizes of the groups of a code, by its length. */
const SIZES: Record<Settings["grouping"], Record<number, number[]>> = {
  threes: {
    6: [3, 3],
    7: [4, 3],
    8: [4, 4],
    9: [3, 3, 3],
    10: [5, 5],
  },
  pairs: {
    4: [2, 2],
    6: [2, 2, 2],
    7: [2, 2, 3],
    8: [2, 2, 2, 2],
    9: [2, 2, 2, 3],
    10: [2, 2, 2, 2, 2],
  },
  none: {},
};

/** The code spelled for a screen reader: `"7 3 0, 1 6 4"`. */
export function spelled(code: string): string {
  return groups(code)
    .map((group) => [...group].join(" "))
    .join(", ");
}

/** Whole seconds until the code ends; `null` for a code that no clock ends. */
export function secondsLeft(
  code: CodeView | undefined,
  now: number,
): number | null {
  if (code?.validTo == null) return null;
  return Math.max(0, code.validTo - now);
}

/** Whether the code does not hold at `now` (unix seconds). */
export function isOver(code: CodeView, now: number): boolean {
  if (code.validTo === null || code.validFrom === null) return false;
  return now < code.validFrom || now >= code.validTo;
}

/** Whether a code that is shown with the next one must be asked for again at `now`. */
export function isStale(code: CodeView | undefined, now: number): boolean {
  if (code === undefined || isOver(code, now)) return true;
  if (code.validTo === null) return false;
  return code.next === null && code.validTo - now <= LAST_SECONDS;
}

// Sizes of files in words.

import { locale } from "./text";

const STEPS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size as file managers show it: `"41 kB"`. */
export function fileSize(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < STEPS.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step > 0 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit: STEPS[step],
    unitDisplay: "short",
    maximumFractionDigits: digits,
  }).format(value);
}

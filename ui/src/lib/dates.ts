// Moments in words: the day as people say it, and the time.

import { locale } from "./text";

const DAY = 24 * 60 * 60 * 1000;

/** `Today, 09:41`, `Yesterday, 18:02`, `18 November 2026, 11:20`; both in milliseconds. */
export function dayAndTime(at: number, now: number): string {
  const text = dayAndTimeWithin(at, now);
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** The same within a sentence: `today, 09:41`. */
export function dayAndTimeWithin(at: number, now: number): string {
  const ago = Math.round((midnight(now) - midnight(at)) / DAY);
  const time = new Intl.DateTimeFormat(locale(), { timeStyle: "short" });
  return `${ago === 0 || ago === 1 ? recent(ago) : date(at)}, ${time.format(at)}`;
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function recent(daysAgo: number): string {
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  return words.format(-daysAgo, "day");
}

function date(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(at);
}

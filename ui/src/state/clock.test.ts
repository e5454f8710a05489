import { expect, test, vi } from "vitest";
import { atSecond } from "../mock/unit";

async function freshClock() {
  const { clock } = await import("./clock.svelte");
  const ticks: number[] = [];
  clock.start(() => ticks.push(Date.now() % 1000));
  return { clock, ticks };
}

function hide(hidden: boolean) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  document.dispatchEvent(new Event("visibilitychange"));
}

test("wakes once a second, just after the second's boundary", async () => {
  atSecond(12.3);
  const { clock, ticks } = await freshClock();
  clock.want(true);
  vi.advanceTimersByTime(5000);
  expect(ticks).toEqual([300, 2, 2, 2, 2, 2]);
  expect(vi.getTimerCount()).toBe(1);
});

test("sleeps while the window is hidden, and is right again at once", async () => {
  atSecond(12);
  const { clock, ticks } = await freshClock();
  clock.want(true);
  const before = clock.now;
  hide(true);
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(0);
  expect(ticks).toHaveLength(1);
  hide(false);
  expect(clock.now).toBe(before + 60);
});

test("sleeps while nothing on view counts seconds", async () => {
  atSecond(12);
  const { clock, ticks } = await freshClock();
  vi.advanceTimersByTime(3000);
  expect(ticks).toEqual([]);
  clock.want(true);
  clock.want(false);
  expect(clock.running).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

// A code never moves: its box is the same in every state of its row, at both sizes.

import type { Page } from "@playwright/test";
import { expect, test } from "./page";

for (const size of [
  { width: 900, height: 640 },
  { width: 360, height: 480 },
]) {
  test(`in every state of a row at ${size.width}`, async ({
    page,
    open,
    pass,
  }) => {
    await page.setViewportSize(size);
    await open();
    const still = await box(page);
    const states: [string, () => Promise<void>][] = [
      ["pointer over", () => page.getByText("Bytebase").hover()],
      ["selected", () => page.keyboard.press("ArrowDown")],
      ["copied", () => page.keyboard.press("Enter")],
      ["next copied", () => page.keyboard.press("Shift+Enter")],
      ["last five seconds", () => pass(14_000)],
      ["next period", () => pass(5000)],
      ["favourite no more", () => page.keyboard.press("Control+d")],
    ];
    for (const [state, enter] of states) {
      await enter();
      await pass(0);
      const { x, width, height, inRow } = await box(page);
      expect([state, x, width, height, inRow]).toEqual([
        state,
        still.x,
        still.width,
        still.height,
        still.inRow,
      ]);
    }
  });
}

test("over one whole period nothing shifts", async ({ page, open, pass }) => {
  await open();
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        document.body.dataset["shift"] = String(
          Number(document.body.dataset["shift"] ?? 0) +
            (entry as unknown as { value: number }).value,
        );
      }
    }).observe({ type: "layout-shift", buffered: false });
  });
  for (let second = 0; second < 30; second++) await pass(1000);
  const shift = await page.evaluate(() =>
    Number(document.body.dataset["shift"] ?? 0),
  );
  expect(shift).toBeLessThan(0.001);
});

for (const [density, whole] of [
  ["compact", 13],
  ["roomy", 9],
] as const) {
  test(`the window shows ${whole} whole rows where they are ${density}`, async ({
    page,
    open,
  }) => {
    await open({ settings: { density } });
    await expect.poll(() => wholeRows(page)).toBe(whole);
  });
}

test("the window shows eleven whole rows, the small one eight", async ({
  page,
  open,
}) => {
  await open();
  expect(await wholeRows(page)).toBe(11);
  await page.setViewportSize({ width: 360, height: 480 });
  expect(await wholeRows(page)).toBe(8);
});

/** Where the code of Bytebase stands. */
async function box(page: Page) {
  return page.evaluate(() => {
    const row = [...document.querySelectorAll(".row")].find((row) =>
      row.textContent?.includes("Bytebase"),
    );
    const code = row?.querySelector(".code-now")?.getBoundingClientRect();
    const top = row?.getBoundingClientRect().top ?? 0;
    return {
      x: code?.x,
      width: code?.width,
      height: code?.height,
      inRow: (code?.y ?? 0) - top,
    };
  });
}

async function wholeRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const list = document.querySelector(".list")?.getBoundingClientRect();
    if (!list) return 0;
    return [...document.querySelectorAll(".row")].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= list.top && bottom <= list.bottom;
    }).length;
  });
}

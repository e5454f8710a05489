// Opens the built page with a mocked shell, as the real one would serve it: under the shell's
// content security policy and with frozen prototypes. Any error on the page fails the test.

import { test as base, expect, type Page } from "@playwright/test";
import type { Setup, Shell } from "../src/mock/shell";

export { expect };

/** A quarter past, with 18 seconds left in the period: what the design shows. */
const NOON = Date.UTC(2025, 5, 12, 10, 0, 12);

export type Start = Partial<Setup> & {
  /** The time at which the page opens, in unix milliseconds. It stands still. */
  time?: number;
  /** Which window's page; the main window's unless said otherwise. */
  path?: string;
};

declare global {
  interface Window {
    keytickSetup?: Partial<Setup>;
    keytick: Shell;
  }
}

type Fixtures = {
  /** Opens the page. */
  open: (start?: Start) => Promise<void>;
  /** Lets milliseconds pass on the page's clock, and what they start finish. */
  pass: (milliseconds: number) => Promise<void>;
  /** Presses keys one after the other, each with what it starts. */
  press: (...keys: string[]) => Promise<void>;
};

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
  open: async ({ page }, use) => {
    await use(async ({ time = NOON, path = "/", ...setup } = {}) => {
      await page.clock.install({ time: time - 1000 });
      await page.clock.pauseAt(time);
      await page.addInitScript((given) => {
        window.keytickSetup = given;
      }, setup);
      await page.addInitScript({ path: "node_modules/.keytick-mock/ipc.js" });
      // The shell is told to do so, and what relies on changing them breaks only there.
      await page.addInitScript(() => Object.freeze(Object.prototype));
      await page.goto(path);
      await page.locator("main").waitFor();
      await settle(page);
    });
  },
  press: async ({ page, pass }, use) => {
    await use(async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
        await pass(0);
      }
    });
  },
  pass: async ({ page }, use) => {
    await use(async (milliseconds) => {
      await page.clock.runFor(milliseconds);
      await settle(page);
    });
  },
});

/** Waits until nothing that was started is left to paint. */
async function settle(page: Page): Promise<void> {
  await page.clock.runFor(20);
  await page.evaluate(() => {
    // Fades keep the real time, which tests do not wait for.
    for (const fade of document.getAnimations()) fade.finish();
    return new Promise<void>((done) => queueMicrotask(done));
  });
}

/** The names of the rows on view, from the top. */
export async function rows(page: Page): Promise<string[]> {
  return page.locator(".row .iss > .ell").allTextContents();
}

/** The name of the selected row. */
export async function selected(page: Page): Promise<string> {
  return page.locator('.row[aria-selected="true"] .iss > .ell').innerText();
}

/** The commands that the page called since it was opened. */
export function calls(page: Page): Promise<string[]> {
  return page.evaluate(() => window.keytick.calls);
}

/** What has the keyboard. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: it } = document;
    const named = it?.getAttribute("aria-label");
    if (named) return named;
    const copy = it?.cloneNode(true) as Element | undefined;
    copy?.querySelectorAll(".kk").forEach((caps) => caps.remove());
    return copy?.textContent?.trim().replace(/\s+/g, " ") ?? "";
  });
}

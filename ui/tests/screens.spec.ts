// Every screen, at both sizes, light and dark, and narrow in every language: no finding by axe,
// nothing cut off, nothing wider than the window. With KEYTICK_SCREENSHOTS=folder each is also kept as a picture.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./page";
import { SCREENS } from "./screens";

const SIZES = [
  { width: 900, height: 640 },
  { width: 360, height: 480 },
];
const LANGUAGES = ["de", "es", "ar"];
const SCHEMES = ["light", "dark"] as const;
const TAGS = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22aa",
  "best-practice",
];
const pictures = process.env["KEYTICK_SCREENSHOTS"];

for (const { name, start, go } of SCREENS) {
  test(name, async ({ page, open, pass }) => {
    await open(start);
    await go?.(page, pass);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        // Without motion no colour is caught halfway.
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await pass(300);
        const at = `${name}-${size.width}x${size.height}-${colorScheme}`;
        if (pictures) await page.screenshot({ path: `${pictures}/${at}.png` });
        const coloursOnly = colorScheme === "dark";
        expect(await findings(page, coloursOnly), at).toEqual([]);
        expect(await outside(page), at).toEqual([]);
        expect(await small(page), at).toEqual([]);
      }
    }
    // The window is narrow now, and dark. A sheet begins anew in another language.
    for (const language of LANGUAGES) {
      await speak(page, language);
      await pass(300);
      const at = `${name}-${language}`;
      if (pictures) await page.screenshot({ path: `${pictures}/${at}.png` });
      expect(await outside(page), at).toEqual([]);
    }
  });
}

test("from right to left", async ({ page, open, pass }) => {
  await open();
  await speak(page, "ar");
  await pass(300);
  if (pictures) await page.screenshot({ path: `${pictures}/list-rtl.png` });
  expect(await findings(page)).toEqual([]);
  const edges = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const { left, right } = node.getBoundingClientRect();
        return [left, right];
      });
  // The sidebar is on the right, the avatar at the right end of its row, digits run as ever.
  const [list] = await edges(".list");
  const [sidebar] = await edges(".side");
  expect(sidebar).toBeGreaterThan(list ?? 0);
  const [avatar] = await edges(".row .av");
  const [code] = await edges(".row .code");
  expect(avatar).toBeGreaterThan(code ?? 0);
  await expect(page.locator(".row .code").first()).toHaveCSS(
    "direction",
    "ltr",
  );
});

test("the menu of a narrow window", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await open();
  await page.getByRole("button", { name: "Menu" }).click();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Favourites" }).click();
  await expect(page.locator(".row")).toHaveCount(3);
  await expect(page.getByRole("combobox")).toBeFocused();
});

test("forced colours show which row is selected", async ({ page, open }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open();
  expect(await findings(page)).toEqual([]);
  await expect(page.locator('.row[aria-selected="true"]')).toHaveCSS(
    "outline-style",
    "solid",
  );
});

test("more contrast is there for those who ask for it", async ({
  page,
  open,
}) => {
  await open();
  const edge = () =>
    page
      .locator(".foot")
      .evaluate((node) => getComputedStyle(node).borderTopColor);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, contrast: "no-preference" });
    const usual = await edge();
    await page.emulateMedia({ contrast: "more" });
    expect(await edge()).not.toBe(usual);
    expect(await findings(page, true)).toEqual([]);
  }
});

test("a sheet rises, and stands at once for those who asked for less motion", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.keyboard.press("Control+e");
  await pass(0);
  const sheet = page.locator("dialog .sheet");
  await expect(sheet).toHaveCSS("animation-duration", "0.22s");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(sheet).toHaveCSS("animation-name", "none");
});

test("nothing moves for those who asked for less motion", async ({
  page,
  open,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open();
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

/** Sets the page's language, and waits until it is drawn in it. */
async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((language) => {
    const shell = window.keytick;
    shell.setup.delay = 0;
    shell.changeSettings({ ...shell.settings(), language });
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** What axe finds. Only colours differ between light and dark, so the rest is looked at once. */
async function findings(page: Page, coloursOnly = false): Promise<string[]> {
  let over = false;
  // The other mode opens a second page, for which the clock below would not hold.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (coloursOnly) axe.withRules(["color-contrast", "link-in-text-block"]);
  else axe.withTags(TAGS);
  const analysis = axe.analyze().finally(() => (over = true));
  // The page's clock stands still, and axe waits for timers: it gets them, a millisecond each.
  while (!over) await page.clock.runFor(1);
  const { violations } = await analysis;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
}

/** What a person could click but not see: controls that reach beyond the window's sides. */
function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const top =
      [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    const found = [
      ...top.querySelectorAll<HTMLElement>(
        "button, input, select, textarea, h1, h2, .row",
      ),
    ]
      .filter(
        (node) =>
          node.checkVisibility({ opacityProperty: true }) &&
          !node.closest(".vh"),
      )
      .filter((node) => {
        const { left, right } = node.getBoundingClientRect();
        return left < -0.5 || right > window.innerWidth + 0.5;
      })
      .map((node) => node.outerHTML.slice(0, 120));
    if (document.documentElement.scrollWidth > window.innerWidth)
      found.push("the page scrolls sideways");
    return found;
  });
}

/** What is smaller than a mouse can well hit. Ticks and switches stand in larger rows. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const top =
      [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
    return [
      ...top.querySelectorAll<HTMLElement>(
        "button, select, summary, textarea.input, input.input, [role=option]",
      ),
    ]
      .filter(
        (node) =>
          node.checkVisibility({
            opacityProperty: true,
            visibilityProperty: true,
          }) && !node.closest(".vh"),
      )
      .filter((node) => {
        const { width, height } = node.getBoundingClientRect();
        return width < 27.5 || height < 27.5;
      })
      .map((node) => node.outerHTML.slice(0, 120));
  });
}

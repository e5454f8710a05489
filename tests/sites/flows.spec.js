// Each of the five flows in a real browser without scripts: set codes up from the picture of the
// QR code, log in with one. On its way every page is given to axe, light and dark. With
// KEYTICK_SITE_PICTURES=folder the pages with the QR codes are kept as pictures.

import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@keytick/playwright";

const test = base.extend({
  /**
   * Nothing on the page that axe finds, light or dark. It is a script itself, so it looks at the
   * same page in a browser that shares the cookies and has scripts.
   */
  fine: async ({ browser }, use) => {
    // Without motion no colour is caught halfway.
    const context = await browser.newContext({
      javaScriptEnabled: true,
      reducedMotion: "reduce",
    });
    const same = await context.newPage();
    await use(async (page) => {
      await context.addCookies(await page.context().cookies());
      await same.emulateMedia({ colorScheme: "light" });
      await same.goto(page.url());
      expect(await same.title()).toBe(await page.title());
      expect(await findings(new AxeBuilder({ page: same }))).toEqual([]);
      await same.emulateMedia({ colorScheme: "dark" });
      const colours = new AxeBuilder({ page: same });
      expect(await findings(colours.withRules("color-contrast"))).toEqual([]);
      await context.clearCookies();
    });
    await context.close();
  },
});

async function findings(axe) {
  const { url, violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${url} ${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );
}

const SITES = [
  {
    profile: "batch",
    name: ["E-mail", "alice@demo.test"],
    way: ["Security"],
    enable: "Enable",
    first: ["Code from your 2FA app", "Confirm"],
    then: [],
    code: "Authentication code",
  },
  {
    profile: "bytebase",
    name: ["E-mail", "alice@demo.test"],
    way: ["Profile"],
    enable: "Two-factor authentication",
    first: ["Code from your app", "Next"],
    then: ["Download", "I have saved my recovery codes"],
    code: "Authentication code",
  },
  {
    profile: "rocketchat",
    name: ["Email or username", "bob"],
    way: ["Two Factor Authentication"],
    enable: "Enable two-factor authentication via TOTP",
    first: ["Code from your app", "Verify"],
    then: ["Ok"],
    code: "Authentication code",
  },
  {
    profile: "deployhq",
    name: ["E-mail", "bob@demo.test"],
    way: ["Two Factor Authentication"],
    enable: "Two Factor Authentication",
    first: ["6 digit code", "Activate"],
    then: ["I have made a note of it", "DeployHQ style"],
    code: "Authentication code",
  },
  {
    profile: "infura",
    name: ["Username", "alice"],
    way: ["Account"],
    enable: "Enable",
    first: ["Six-digit token", "Verify"],
    then: ["Continue"],
    code: "2FA token",
  },
];

for (const site of SITES) {
  test.describe(site.profile, () => {
    test.use({ worldOptions: { profile: site.profile } });

    test("codes are set up and logged in with", async ({
      browser,
      page,
      world,
      device,
      fine,
    }) => {
      if (site.profile === "rocketchat")
        await world.send("PUT", "/policy", { feature: true });
      await logIn(page, site, fine);
      for (const link of site.way) {
        await follow(page, link);
        await fine(page);
      }
      await button(page, site.enable).click();
      await fine(page);
      await keep(page, site.profile);
      await device.scan(page.locator("figure.qr img"));
      const [field, confirm] = site.first;
      await page.getByLabel(field, { exact: true }).fill(await device.code());
      await button(page, confirm).click();
      for (const next of site.then) {
        await fine(page);
        if (next === "Download") {
          const download = page.waitForEvent("download");
          await button(page, next).click();
          await download;
          await page.reload();
        } else await button(page, next).click();
      }
      await fine(page);

      const elsewhere = await browser.newContext({
        baseURL: world.baseURL,
        javaScriptEnabled: false,
      });
      const other = await elsewhere.newPage();
      await logIn(other, site, fine);
      await fine(other);
      await other
        .getByLabel(site.code, { exact: true })
        .fill(await device.code());
      await button(other, "Verify").click();
      await expect(button(other, "Log out")).toBeVisible();
      await fine(other);
      await elsewhere.close();
    });
  });
}

async function logIn(page, { name: [field, name] }, fine) {
  await page.goto("");
  if ((await button(page, "Log in").count()) === 0) {
    // Of two linked sites, the product sends people to the other.
    await fine(page);
    await page.getByText("Log in with aTech Identity style").click();
  }
  await page.getByLabel(field, { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill("demo");
  await fine(page);
  await button(page, "Log in").click();
}

function button(page, words) {
  return page.locator("button").filter({ hasText: exactly(words) });
}

/** Follows a link; one in a menu that is closed, after opening it. */
async function follow(page, words) {
  const link = page
    .locator("a")
    .filter({ hasText: exactly(words) })
    .first();
  if (!(await link.isVisible()))
    await page.locator("details").filter({ has: link }).first().click();
  await link.click();
}

function exactly(words) {
  return new RegExp(`^\\s*${words.replaceAll(".", "\\.")}\\s*$`);
}

async function keep(page, profile) {
  const folder = process.env.KEYTICK_SITE_PICTURES;
  if (folder === undefined) return;
  await page.emulateMedia({ colorScheme: "light" });
  await page.screenshot({ path: `${folder}/site-${profile}.png` });
}

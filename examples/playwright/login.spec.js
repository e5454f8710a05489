// Setting up codes, logging in with one, and losing the device: on a site in the style of
// Infura, where using the backup code turns two-factor authentication off.

import { expect, test } from "@keytick/playwright";

test.use({ worldOptions: { profile: "infura" } });

const USER = "alice";

async function typePassword(page) {
  await page.goto("login");
  await page.getByLabel("Username").fill(USER);
  await page.getByLabel("Password").fill("demo");
  await page.getByRole("button", { name: "Log in" }).click();
}

async function logOut(page) {
  await page.getByRole("button", { name: "Log out" }).click();
}

/** Sets codes up with the QR code on the page; gives the backup code. */
async function enrol(page, device) {
  await typePassword(page);
  await page.goto("settings/security");
  await page.getByRole("button", { name: "Enable" }).click();
  await device.scan(page.locator("figure.qr img"));
  await page.getByLabel("Six-digit token").fill(await device.code());
  await page.getByRole("button", { name: "Verify" }).click();
  const backupCode = await page.locator("ul.codes code").innerText();
  await page.getByRole("button", { name: "Continue" }).click();
  return backupCode;
}

test("a person sets codes up and logs in with one", async ({
  page,
  world,
  device,
}) => {
  await enrol(page, device);
  expect((await world.user(USER)).factor).toBe("on");
  await logOut(page);

  await typePassword(page);
  await page.getByLabel("2FA token").fill(await device.code());
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
});

test("the backup code lets a person in who lost the device", async ({
  page,
  world,
  device,
}) => {
  const backupCode = await enrol(page, device);
  await logOut(page);
  await device.lose();

  await typePassword(page);
  await page.getByRole("link", { name: "Backup Code" }).click();
  await page.getByLabel("Backup code").fill(backupCode);
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
  expect((await world.user(USER)).factor).toBe("off");
});

test("the log says why a code was refused, and so does the device", async ({
  page,
  world,
  device,
}) => {
  await enrol(page, device);
  await logOut(page);
  await device.setClock({ ahead: 90 });

  await typePassword(page);
  const code = await device.code();
  await page.getByLabel("2FA token").fill(code);
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST",
  );
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("alert")).toBeVisible();

  const [refused] = await world.events({ type: "challenge.failed" });
  expect(refused.rule).toContain("totp.window=[-1,1], delta=+3");
  const why = await device.explain(code, {
    date: (await answered).headers()["date"],
  });
  expect(why).toMatchObject({ why: "clock", ahead: 90, delta: 3 });
});

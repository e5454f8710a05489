// Settings: what locks the vault, the clipboard's time, and what opens the vault.

import { PASSWORD } from "../src/mock/shell";
import { expect, test } from "./page";

test("opens with its keys, by keyboard alone, and goes back", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await page.keyboard.press("F6");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await pass(0);
  const asked = await page.evaluate(() => window.keytick.asked);
  expect(asked["change_settings"]).toBeDefined();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox")).toBeFocused();
});

test("each change is saved at once and taken back with Ctrl Z", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.keyboard.press("Control+,");
  const screen = page.getByRole("switch", { name: "screen locks" });
  await screen.click();
  await page.getByLabel("Lock after").selectOption("Never");
  await page.getByLabel("Clear the clipboard after").selectOption("10 seconds");
  await pass(0);
  const saved = () =>
    page.evaluate(() => window.keytick.asked["change_settings"]?.["settings"]);
  expect(await saved()).toEqual({
    lockAfter: null,
    lockWithScreen: false,
    lockOnSleep: true,
    clearClipboardAfter: 10,
  });
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await expect(screen).toBeChecked();
  expect(await saved()).toMatchObject({ lockAfter: 10, lockWithScreen: true });
});

test("a setting that cannot be saved shows as it is", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.keyboard.press("Control+,");
  await page.evaluate(() => {
    window.keytick.failures["change_settings"] = {
      id: "desktop-settings-not-saved",
      params: {},
    };
  });
  await page.getByRole("switch", { name: "sleeps" }).click();
  await pass(0);
  await expect(page.getByRole("alert")).toContainText("could not be saved");
  await expect(page.getByRole("switch", { name: "sleeps" })).toBeChecked();
});

test("a new password after the old one", async ({ page, open, pass }) => {
  await open();
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Change…" }).click();
  await page.getByLabel("Password until now").fill("wrong");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill(PASSWORD);
  await pass(700);
  await page.keyboard.press("Enter");
  await expect(page.getByText("That password is not right.")).toBeVisible();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a new lock brings a new recovery key", async ({ page, open, pass }) => {
  await open();
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name: "Change…" }).click();
  await page.getByLabel("Password until now").fill(PASSWORD);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill(PASSWORD);
  await page.getByLabel("Somebody may have").check();
  await expect(page.getByText("backups that KEYTICK made")).toBeVisible();
  await pass(700);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Save your recovery key")).toBeVisible();
});

test("checking the recovery key says whether the copy is good", async ({
  page,
  open,
}) => {
  await open({ recoveryConfirmed: false });
  await page.keyboard.press("Control+,");
  await expect(page.getByText("You have not checked")).toBeVisible();
  await page.getByRole("button", { name: "Check…" }).click();
  const field = page.getByRole("textbox");
  await expect(field).toBeFocused();
  await page.keyboard.type("AAAA");
  await page.keyboard.press("Enter");
  await expect(page.getByText("key is not right")).toBeVisible();
  await field.fill("K7QD 93VF M2TX 8HWB ZC4R P6NE YJ5A V9SG");
  await page.keyboard.press("Enter");
  await expect(page.getByText("You checked your copy")).toBeVisible();
});

test("the keychain is turned on after its warning and the password", async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press("Control+,");
  const keychain = page.getByRole("switch", { name: "keychain" });
  await keychain.click();
  await expect(page.getByText("Every program that you run")).toBeVisible();
  await expect(keychain).not.toBeChecked();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(keychain).toBeChecked();
});

test("the keychain unlocks with one press", async ({ page, open }) => {
  await open({ session: "locked", keychain: true });
  await page.getByRole("button", { name: "keychain" }).click();
  await expect(page.getByRole("combobox")).toBeFocused();
});

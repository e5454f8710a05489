// Settings: six pages, each change at once and taken back, and what follows from it.

import type { Page } from "@playwright/test";
import { PASSWORD } from "../src/mock/shell";
import { calls, expect, focused, rows, test } from "./page";

/** Opens a page of the settings. */
async function go(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+,");
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** What the shell keeps. */
function kept(page: Page) {
  return page.evaluate(() => window.keytick.settings());
}

test("opens with its keys, by keyboard alone, and goes back", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.keyboard.press("Control+,");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Security");
  await page.keyboard.press("F6");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await pass(0);
  expect(await kept(page)).toMatchObject({ lockWithScreen: false });
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
  const before = await kept(page);
  const screen = page.getByRole("switch", { name: "screen locks" });
  await screen.click();
  await page.getByLabel("Lock after").selectOption("Never");
  await go(page, "Clipboard");
  await page.getByLabel("Clear the clipboard after").selectOption("10 seconds");
  await page.getByLabel("Stay open").check();
  await page
    .getByLabel("When a code is about to change")
    .selectOption("Wait for the next one");
  await pass(0);
  expect(await kept(page)).toEqual({
    ...before,
    lockAfter: null,
    lockWithScreen: false,
    clearClipboardAfter: 10,
    hideAfterCopy: false,
    lastSeconds: "wait",
  });
  for (let i = 0; i < 5; i++) await page.keyboard.press("Control+z");
  await go(page, "Security");
  await expect(screen).toBeChecked();
  expect(await kept(page)).toEqual(before);
});

test("the window looks as it is set, at once", async ({ page, open, pass }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open();
  await go(page, "Appearance");
  const root = page.locator("html");
  const row = page.getByRole("option", { name: /^Bytebase/ });
  const height = async () => (await row.boundingBox())?.height;
  await page.getByLabel("Dark").check();
  await expect(root).toHaveCSS("color-scheme", "dark");
  await page.getByLabel("As system").check();
  await expect(root).toHaveCSS("color-scheme", "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(root).toHaveCSS("color-scheme", "dark");

  expect(await height()).toBe(48);
  await page.getByLabel("Compact").check();
  await expect(page.getByText("13 accounts fit")).toBeVisible();
  expect(await height()).toBe(40);
  await page.getByLabel("130%").check();
  expect(await height()).toBe(52);

  const code = row.locator(".code-now");
  await expect(code.locator("span")).toHaveText(["730", "164"]);
  await page.getByLabel("48 29 13").check();
  await expect(code.locator("span")).toHaveText(["73", "01", "64"]);
  await expect(row.locator(".next")).toHaveText("");
  await page.getByLabel("Always").check();
  await expect(row.locator(".next")).toContainText("902571");
  await pass(0);
  expect(await kept(page)).toMatchObject({
    theme: "system",
    density: "compact",
    textSize: 130,
    grouping: "pairs",
    nextCode: "always",
  });
});

test("what another window set holds here too", async ({ page, open, pass }) => {
  await open();
  await page.evaluate(async () => {
    const set = { ...window.keytick.settings(), hideCodes: true };
    await window.keytick.call("change_settings", { settings: set });
  });
  await pass(0);
  await expect(page.locator(".row .dots")).not.toHaveCount(0);
});

test("new keys are recorded by pressing them, and work", async ({
  page,
  open,
  press,
}) => {
  await open();
  await go(page, "Shortcuts");
  const change = page.getByRole("button", {
    name: "Change the keys for: Edit",
  });
  await change.click();
  await expect(page.getByText("Press the new keys…")).toBeVisible();
  // What Ctrl L does elsewhere, it does not do while it is recorded.
  await press("Control+l");
  await expect(page.getByText("Already used for: Lock.")).toBeVisible();
  await change.click();
  await press("F4");
  expect((await kept(page)).keys).toEqual({ edit: "F4" });
  await press("Escape", "Control+e");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await press("F4");
  await expect(page.getByRole("dialog")).toHaveAccessibleName("Edit account");
});

test("keys in use are offered, and a letter is refused", async ({
  page,
  open,
  press,
}) => {
  await open();
  await go(page, "Shortcuts");
  const change = page.getByRole("button", {
    name: "Change the keys for: Edit",
  });
  await change.click();
  await press("j");
  await expect(page.getByRole("alert")).toContainText("would type a letter");
  await change.click();
  await press("Control+d");
  await page.getByRole("button", { name: "Use it here instead" }).click();
  await expect(change).toBeFocused();
  await expect(page.getByText("Not set")).toHaveCount(2);
  await page
    .getByRole("button", { name: "Usual keys again for: Edit" })
    .click();
  await page
    .getByRole("button", { name: "Usual keys again for: Favourite" })
    .click();
  await press("Escape", "Control+d");
  await expect(page.locator(".status")).toContainText("no favourite any more");
});

test("keys from anywhere that another app has are refused by the system", async ({
  page,
  open,
  press,
}) => {
  await open();
  await go(page, "Shortcuts");
  const change = page.getByRole("button", {
    name: "Change the keys for: Open quick search",
  });
  await change.click();
  await press("Control+j");
  await expect(page.getByRole("alert")).toContainText("Hold two of");
  await page.evaluate(() => {
    window.keytick.failures["change_settings"] = {
      id: "desktop-keys-taken",
      params: {},
    };
  });
  await change.click();
  await press("Control+Shift+k");
  await expect(page.getByRole("alert")).toHaveText(
    "Another app uses these keys. Try others.",
  );
  expect((await kept(page)).quickKeys).toBe("Ctrl Shift D");
  await change.click();
  await press("Control+Shift+k");
  expect((await kept(page)).quickKeys).toBe("Ctrl Shift K");
  const usual = "Usual keys again for: Open quick search";
  await page.getByRole("button", { name: usual }).press("Enter");
  expect((await kept(page)).quickKeys).toBe("Ctrl Shift D");
  // The button is gone; the keyboard is not.
  await expect(change).toBeFocused();
});

test("a desktop that lends keys is asked when the person wants that", async ({
  page,
  open,
  pass,
}) => {
  await open({ lendsKeys: true });
  await go(page, "Shortcuts");
  const asks =
    "Your desktop asks once before a shortcut can work from anywhere.";
  await expect(page.getByText(asks)).toBeVisible();
  await page.evaluate(() => {
    window.keytick.failures["change_settings"] = {
      id: "desktop-keys-refused",
      params: {},
    };
  });
  const allow = page.getByRole("button", { name: "Allow now" });
  await allow.click();
  await pass(0);
  await expect(allow).toBeFocused();
  await expect(page.locator(".foot").getByRole("status")).toHaveText(
    "Your desktop asks you now…",
  );
  await expect(page.getByRole("alert")).toHaveText(
    "Your desktop does not let Keytick use keys from anywhere. Allow it in the settings of your desktop.",
  );
  await allow.click();
  await pass(0);
  expect((await kept(page)).desktopKeys).toBe(true);
  await expect(page.getByText("your desktop decides")).toBeVisible();
  await expect(allow).toHaveCount(0);
  expect(await focused(page)).toContain("Your desktop decides");
});

test("keys that were taken from something are not shown for it any more", async ({
  page,
  open,
}) => {
  await open({ settings: { keys: { copy: "none", actions: "none" } } });
  const bar = page.locator(".foot");
  await expect(
    bar.getByRole("button", { name: "Copy", exact: true }),
  ).toBeVisible();
  await expect(bar).not.toContainText("none");
});

test("what the system cannot do is off and says so", async ({ page, open }) => {
  await open();
  await page.keyboard.press("Control+,");
  const capture = page.getByRole("switch", { name: "Keep out of screenshots" });
  await expect(capture).toBeDisabled();
  await expect(capture).not.toBeChecked();
  await expect(page.getByText("Not possible on this system")).toBeVisible();
});

test("settings are taken over from a file, and that is taken back", async ({
  page,
  open,
  pass,
}) => {
  await open();
  const before = await kept(page);
  await go(page, "Backups");
  await page.getByRole("button", { name: "Choose…" }).last().click();
  await pass(0);
  await expect(page.locator(".status")).toContainText("taken over");
  expect(await kept(page)).toEqual({
    ...before,
    density: "roomy",
    theme: "dark",
  });
  await page.keyboard.press("Control+z");
  await pass(0);
  expect(await kept(page)).toEqual(before);
});

test("the backups page leads to what was deleted", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+Delete");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await go(page, "Backups");
  await expect(page.getByText("1 account, kept for 30 days")).toBeVisible();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("button", { name: "Bring back" }).click();
  await press("Escape");
  expect(await rows(page)).toContain("Batch");
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

test("a person's own keys do the same on the settings and in quick search", async ({
  page,
  open,
  press,
}) => {
  const keys = { add: "Ctrl Shift N", copyNext: "Ctrl Y", lock: "none" };
  await open({ settings: { keys } });
  await press("Control+,", "Control+n");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveCount(0);
  await press("Control+Shift+n");
  await expect(sheet).toHaveAccessibleName("Add an account");

  await open({ settings: { keys }, path: "/quick.html" });
  await page.evaluate(() => window.keytick.openQuick());
  await expect(page.locator(".foot")).toContainText("CtrlY");
  await press("Shift+Enter", "Control+l");
  expect(await calls(page)).not.toContain("quick_copy");
  expect(await calls(page)).not.toContain("lock");
  await press("Control+y");
  expect(await calls(page)).toContain("quick_copy");
});

test("quick search says what its keys do in the language that is set", async ({
  page,
  open,
}) => {
  await open({ path: "/quick.html" });
  await page.evaluate(() => window.keytick.openQuick());
  await expect(page.locator(".foot")).toContainText("Actions");
  await page.evaluate(() => {
    const shell = window.keytick;
    shell.changeSettings({ ...shell.settings(), language: "de" });
  });
  await expect(page.locator(".foot")).toContainText("Aktionen");
});

test("what was added here is taken back before any setting", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+,", "Control+v", "Enter");
  const status = page.locator(".status");
  await expect(status).toContainText("Added 1 account. Undo");
  await press("Control+z");
  await expect(status).toContainText("Taken back: 1 account is not added.");
  await press("Control+Shift+T");
  await expect(page.getByRole("heading", { name: "Test lab" })).toBeVisible();
  await press("Control+v", "Enter");
  await expect(status).toContainText("Added 1 account. Undo");
  await press("Control+z");
  await expect(status).toContainText("Taken back: 1 account is not added.");
});

test("another screen takes the keyboard, and says which it is", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+,");
  await expect(page.getByRole("region", { name: "Security" })).toBeFocused();
  await press("Control+Shift+T");
  await expect(page.getByRole("region", { name: "Test lab" })).toBeFocused();
  await page.evaluate(() =>
    window.keytick.fail({ id: "vault-older-copy", params: {} }),
  );
  await page.getByRole("button", { name: "Close this message" }).click();
  await expect(page.getByRole("region", { name: "Test lab" })).toBeFocused();
  await press("Escape");
  await expect(page.getByRole("combobox")).toBeFocused();
});

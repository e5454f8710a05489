// Backups of other apps on their way in, files for them on their way out, and accounts on their
// way to a phone.

import { BACKUP_PASSWORD } from "../src/mock/backups";
import { PASSWORD } from "../src/mock/shell";
import { calls, expect, focused, test } from "./page";

test("one file, one password, Enter: the accounts of another app are here", async ({
  page,
  open,
  press,
}) => {
  await open({ picked: "aegis" });
  await press("Control+n");
  await page.getByText("Import its backup").click();
  await press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Import from another app");
  await expect(sheet).toContainText("aegis-backup-2026-11-20.json");
  await expect(sheet).toContainText(
    "Aegis backup, locked with a password · 41 kB",
  );
  await expect(sheet.getByLabel("Password of that backup")).toBeFocused();
  await page.keyboard.type(BACKUP_PASSWORD);
  await press("Enter");
  await expect(sheet).toHaveAccessibleName(
    "6 new accounts in the backup from Aegis",
  );
  await expect(sheet).toContainText("Old VPN (me) could not be read");
  await expect(sheet).toContainText("With a note");
  expect(await calls(page)).not.toContain("confirm_review");
  await press("Enter");
  await expect(page.locator(".status")).toContainText("Added 6 accounts. Undo");
  await press("Control+z");
  await expect(page.getByRole("combobox")).toHaveAttribute(
    "placeholder",
    "Search 14 accounts",
  );
});

test("tags of the other app come along beside those given here", async ({
  page,
  open,
  press,
}) => {
  await open({ clipboard: "backup" });
  await press("Control+v");
  await page.getByLabel("Tag them").fill("Old phone");
  await press("Enter");
  const { choices } = (await page.evaluate(
    () => window.keytick.asked["confirm_review"],
  )) as { choices: { tags: string[] }[] };
  expect(choices.map(({ tags }) => tags).slice(0, 2)).toEqual([
    ["Old phone"],
    ["Work", "Home", "Old phone"],
  ]);
});

test("a wrong password is told under its field and says whose it is", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.evaluate(() => window.keytick.drop("aegis"));
  await page.getByLabel("Password of that backup").fill("not it");
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    "That is not the password of this backup. It is the one you chose in Aegis.",
  );
  const field = page.getByLabel("Password of that backup");
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type(BACKUP_PASSWORD);
  await press("Enter");
  await expect(page.getByRole("dialog")).toHaveAccessibleName(/6 new/);
});

test("opening that takes long says how long and can be stopped", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.evaluate(() => window.keytick.drop("aegis"));
  await page.evaluate(() => (window.keytick.setup.delay = 400));
  await page.getByLabel("Password of that backup").fill(BACKUP_PASSWORD);
  await page.keyboard.press("Enter");
  await pass(900);
  await expect(page.getByText("Opening, about 9 seconds left")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await pass(2000);
  await expect(page.getByRole("alert")).toHaveText(
    "Stopped. Nothing was added.",
  );
  await expect(page.getByLabel("Password of that backup")).toBeFocused();
});

test("a file of no app that is known asks which app made it", async ({
  page,
  open,
}) => {
  await open();
  await page.getByRole("button", { name: "Add account" }).click();
  await page.getByText("Import its backup").click();
  await page.evaluate(() => window.keytick.drop("unknown"));
  await expect(
    page.getByRole("button", { name: "Choose another" }),
  ).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("Which app made it?");
  const which = page.getByLabel("Which app made it?");
  await expect(which).toHaveValue("2fas");
  await which.selectOption("aegis");
  await expect(page.getByText("How to get it: Aegis")).toBeVisible();
});

test("a key file goes with the password", async ({ page, open }) => {
  await open();
  await page.evaluate(() => window.keytick.drop("keepass"));
  await page.getByRole("button", { name: "Choose key file" }).click();
  await expect(page.getByRole("dialog")).toContainText("passwords.keyx");
});

test("ten thousand accounts are scrolled and ticked without drawing them all", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.evaluate(() => window.keytick.drop("many-10000"));
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("9,000 of 10,000 selected");
  const drawn = () => sheet.locator("[data-row]").count();
  expect(await drawn()).toBeLessThan(120);
  const body = sheet.locator(".sheet-body");
  await body.evaluate((box) => (box.scrollTop = box.scrollHeight));
  await pass(50);
  await expect(sheet.getByText("Site 10000")).toBeVisible();
  expect(await drawn()).toBeLessThan(120);
  await sheet.getByRole("checkbox", { name: "Site 10000" }).check();
  await expect(sheet).toContainText("9,001 of 10,000 selected");
});

test("the keyboard walks through rows that were not drawn yet", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.evaluate(() => window.keytick.drop("many-500"));
  await page.getByRole("checkbox", { name: "Site 00001" }).focus();
  for (let row = 0; row < 60; row++) await press("ArrowDown");
  expect(await focused(page)).toContain("Site 00061");
});

test("a backup is saved under the vault's password and checked", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.getByRole("button", { name: "Back up" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByLabel("KEYTICK backup")).toBeChecked();
  await expect(sheet.getByLabel("Your KEYTICK password")).toBeFocused();
  await page.keyboard.type("wrong");
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    "That password is not right.",
  );
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await expect(sheet).toContainText("Saved and checked: 14 accounts.");
  const asked = await page.evaluate(
    () => window.keytick.asked["export_accounts"],
  );
  expect(asked).toMatchObject({
    target: { format: "keytick", accounts: { kind: "all" }, lab: false },
    lock: { kind: "own" },
  });
  await press("Enter");
  await expect(sheet).toHaveCount(0);
});

test("a list in the clear wants a tick, and says what is lost first", async ({
  page,
  open,
}) => {
  await open();
  await page.getByRole("button", { name: "Back up" }).click();
  await page.getByText("Plain list").click();
  const save = page.getByRole("button", { name: "Save backup" });
  await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
  await expect(page.getByText("Tags of 1 account are left out.")).toBeVisible();
  await expect(
    page.getByText("Bytebase", { exact: true }).last(),
  ).toBeVisible();
  await expect(save).toBeDisabled();
  await page.getByLabel("I understand that anyone").check();
  await save.click();
  await expect(page.getByRole("dialog")).toContainText("Saved and checked");
});

test("a file that cannot be read back says so", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.getByRole("button", { name: "Back up" }).click();
  await page.evaluate(() => {
    window.keytick.failures["export_accounts"] = {
      id: "desktop-not-checked",
      params: {},
    };
  });
  await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    "The file was saved but could not be read back. Save it somewhere else.",
  );
});

test("accounts go to a phone one by one, and a code says whether it has them right", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.getByRole("button", { name: "Back up" }).click();
  await page.getByText("QR codes", { exact: true }).click();
  await page.getByLabel("Accounts", { exact: true }).selectOption("favourites");
  await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
  await press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleDescription("1 of 3");
  await expect(sheet.getByRole("img", { name: "QR code" })).toBeVisible();
  await press("Enter", "Enter");
  await expect(sheet).toHaveAccessibleDescription("3 of 3");
  await press("Enter");
  await expect(sheet.getByRole("img", { name: "QR code" })).toHaveCount(0);
  await page.keyboard.type("000001");
  await press("Enter");
  await expect(sheet).toContainText("Your phone’s clock is 60 minutes behind.");
  await press("Escape");
  expect(await calls(page)).toContain("end_phone");
});

test("a transfer for Google Authenticator comes in parts", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.getByRole("button", { name: "Back up" }).click();
  await page.getByText("QR codes", { exact: true }).click();
  await page.getByLabel("As what").selectOption("screen-parts");
  await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
  await press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleDescription("1 of 2");
  await expect(sheet).toContainText("It holds 10 accounts.");
  await press("ArrowRight");
  await expect(sheet).toContainText("It holds 4 accounts.");
});

test("the QR codes are gone while the window is hidden and after locking", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.getByRole("button", { name: "Back up" }).click();
  await page.getByText("QR codes", { exact: true }).click();
  await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
  await press("Enter");
  await expect(page.getByAltText("QR code to scan")).toBeVisible();
  await press("Control+l");
  await expect(page.getByAltText("QR code to scan")).toHaveCount(0);
});

test("a move goes site by site: the new key beside the old code, then ticked", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+n");
  await page.getByText("Import its backup").click();
  await page.getByText("My app gives no backup").click();
  await page
    .getByLabel("Your sites, one a line")
    .fill("Bytebase (test@example.com)\nForum");
  await page.getByRole("button", { name: "Make the list" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Move from Authy");
  await expect(sheet).toHaveAccessibleDescription("0 of 2 done");
  await expect(sheet).toContainText("Sign in at Bytebase with the code from");
  await sheet.getByRole("button", { name: "Add the new key" }).click();
  await expect(page.getByRole("dialog").last()).toContainText(
    "The next account you add is taken as the new one of Bytebase.",
  );
  await press("Control+v", "Enter");
  await expect(sheet).toHaveAccessibleName("Move from Authy");
  await expect(sheet.locator(".code")).toHaveCount(2);
  await sheet.getByRole("button", { name: "The site took" }).click();
  await expect(sheet).toHaveAccessibleDescription("1 of 2 done");
  await press("Escape");
  await expect(
    page.getByRole("button", { name: /^Moving from/ }),
  ).toContainText("1");
});

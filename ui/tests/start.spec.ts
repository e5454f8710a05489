// The first run, unlocking, and a file that cannot be used.

import { PASSWORD } from "../src/mock/shell";
import { calls, expect, focused, test } from "./page";

test("from the first start to the first code", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ session: "noVault" });
  await expect(page.getByRole("img", { name: "Step 1 of 2" })).toBeVisible();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await pass(700);
  await press("Enter");
  await expect(page.getByRole("img", { name: "Step 2 of 2" })).toBeVisible();
  expect(await focused(page)).toBe("Save as file");
  await expect(page.getByRole("list", { name: "Recovery key" })).toContainText(
    "K7QD",
  );
  await page.getByLabel("Type the last 4").fill("v9sg");
  await press("Enter");
  await expect(page.getByText("Add your first account")).toBeVisible();
  await press("Control+v", "Enter");
  await expect(page.locator(".row .code-now")).toHaveText(/^\d{3}\s*\d{3}$/);
});

test("a weak password is not taken", async ({ page, open, pass }) => {
  await open({ session: "noVault" });
  await page.keyboard.type("short");
  await pass(700);
  await expect(
    page.getByText("Too easy. Seconds to guess.").first(),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Continue" })).toBeDisabled();
});

test("two different passwords are told so", async ({ page, open, pass }) => {
  await open({ session: "noVault" });
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill("another one");
  await pass(700);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toHaveText("The two passwords differ.");
  await expect(page.getByLabel("Same password again")).toBeFocused();
  expect(await calls(page)).not.toContain("create_vault");
});

test("the recovery key is covered while its end is typed, and leaves the page", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ session: "noVault" });
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill(PASSWORD);
  await pass(700);
  await press("Enter");
  const key = page.locator("main .recovery");
  await expect(key).toContainText("YJ5A");
  await page.getByLabel("Type the last 4").focus();
  await expect(key).not.toContainText("YJ5A");
  await page.getByRole("button", { name: "Copy" }).click();
  await pass(0);
  await expect(
    page.getByText("Copied. The clipboard clears in 60 s."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Do this later" }).click();
  await pass(0);
  await expect(page.getByText("Add your first account")).toBeVisible();
  expect(await page.content()).not.toContain("YJ5A");
});

test("the recovery key is what is printed, and nothing else", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ session: "noVault" });
  await page.evaluate(() => {
    window.print = () => (document.title = "printed");
  });
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill(PASSWORD);
  await pass(700);
  await press("Enter");
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page).toHaveTitle("printed");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("KEYTICK recovery key")).toBeVisible();
  await expect(page.locator(".print-only .recovery")).toContainText("K7QD");
  await expect(page.getByRole("button", { name: "Finish" })).toBeHidden();
});

test("the password opens the codes and leaves no trace on the page", async ({
  page,
  open,
  press,
}) => {
  await open({ session: "locked" });
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await expect(page.locator(".row").first()).toBeVisible();
  expect(await page.content()).not.toContain(PASSWORD);
});

test("a wrong password is told so, with its text selected for retyping", async ({
  page,
  open,
  press,
}) => {
  await open({ session: "locked" });
  await page.keyboard.type("wrong");
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    "That password is not right.",
  );
  const field = page.getByLabel("Password", { exact: true });
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.type("x");
  await expect(field).toHaveValue("x");
});

test("after five wrong passwords there is a wait, which ends by itself", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ session: "locked" });
  for (let i = 0; i < 5; i++) {
    await page.keyboard.type("wrong");
    await press("Enter");
  }
  await expect(page.getByText("Wait 5 s before the next try.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Unlock" })).toBeDisabled();
  await pass(2000);
  await expect(page.getByText("Wait 3 s before the next try.")).toBeVisible();
  await pass(4000);
  await expect(page.getByRole("button", { name: "Unlock" })).toBeEnabled();
});

test("Caps Lock is told of", async ({ page, open }) => {
  await open({ session: "locked" });
  await page.getByLabel("Password", { exact: true }).evaluate((field) => {
    field.dispatchEvent(
      new KeyboardEvent("keydown", {
        key: "A",
        modifierCapsLock: true,
        bubbles: true,
      }),
    );
  });
  await expect(page.getByRole("alert")).toHaveText("Caps Lock is on.");
});

test("the recovery key opens, with a new password", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ session: "locked" });
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await expect(page.getByLabel("Recovery key", { exact: true })).toBeFocused();
  await page.keyboard.type("k7qd-93vf-m2tx-8hwb-zc4r-p6ne-yj5a-v9sg");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill(PASSWORD);
  await pass(700);
  await press("Enter");
  await expect(page.locator(".row").first()).toBeVisible();
});

test("a damaged file is named, kept, and can be tried again", async ({
  page,
  open,
  press,
}) => {
  await open({
    session: "damaged",
    reason: { id: "vault-damaged", params: { check: "checksum" } },
  });
  await expect(page.getByRole("heading")).toHaveText(
    "Your accounts file is damaged",
  );
  await expect(page.getByText("The file is kept as it is")).toBeVisible();
  await page.evaluate(() => {
    window.keytick.setup.session = "locked";
  });
  await press("Enter");
  await expect(page.getByRole("heading")).toHaveText("Unlock KEYTICK");
});

test("a damaged file is replaced by its newest good backup in one press", async ({
  page,
  open,
  press,
}) => {
  const at = Date.UTC(2025, 5, 12, 7, 41) / 1000;
  const backup = (name: string, ago: number, undamaged = true) => ({
    name,
    writtenAt: at - ago * 3600,
    undamaged,
  });
  await open({
    session: "damaged",
    reason: { id: "vault-damaged", params: { check: "trailer" } },
    vaultBackups: [
      backup("newest", 0, false),
      backup("good", 24),
      backup("older", 240),
    ],
  });
  await expect(page.getByText("nothing is lost")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(3);
  await expect(page.getByRole("radio").first()).toBeDisabled();
  await expect(page.getByRole("radio", { name: "Yesterday" })).toBeChecked();
  await press("Enter");
  await expect(page.getByRole("heading")).toHaveText("Unlock KEYTICK");
  expect(
    await page.evaluate(() => window.keytick.asked["restore_backup"]),
  ).toEqual({ name: "good" });
});

test("without a good backup a person chooses a file or starts again", async ({
  page,
  open,
}) => {
  await open({
    session: "damaged",
    reason: { id: "vault-damaged", params: { check: "trailer" } },
  });
  await expect(page.getByText("No good backup was found")).toBeVisible();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByRole("heading")).toHaveText("Choose a password");
  await page.getByRole("button", { name: "Restore a backup" }).click();
  await expect(page.getByRole("heading")).toHaveText("Unlock KEYTICK");
});

test("a recovery key never saved is made anew after the password", async ({
  page,
  open,
  press,
}) => {
  await open({ recoveryReminder: true });
  await expect(
    page.getByText("Your recovery key is not saved yet."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Save it" }).click();
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await expect(page.getByRole("list", { name: "Recovery key" })).toContainText(
    "K7QD",
  );
});

test("Enter right after the second password works, however early", async ({
  page,
  open,
  press,
}) => {
  await open({ session: "noVault" });
  await page.keyboard.type(PASSWORD);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await expect(page.getByRole("img", { name: "Step 2 of 2" })).toBeVisible();
});

test("the reminder of the recovery key is whole in the smallest window", async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await open({ recoveryReminder: true });
  const link = page.getByRole("button", { name: "Save your recovery key" });
  await expect(link).toBeInViewport({ ratio: 1 });
  const cut = await page
    .locator(".status")
    .evaluate((status) =>
      [status, ...status.querySelectorAll("*")].some(
        (part) => part.scrollWidth > part.clientWidth + 1,
      ),
    );
  expect(cut).toBe(false);
});

test("a file that is gone is told to be, and can be tried again", async ({
  page,
  open,
  press,
}) => {
  await open({ session: "missing" });
  await expect(page.getByRole("heading")).toHaveText(
    "Your accounts file is gone",
  );
  await page.evaluate(() => {
    window.keytick.setup.session = "locked";
  });
  await press("Enter");
  await expect(page.getByRole("heading")).toHaveText("Unlock KEYTICK");
});

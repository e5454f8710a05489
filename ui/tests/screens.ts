// Every screen and sheet of the page, and how one gets there.

import type { Page } from "@playwright/test";
import { PASSWORD } from "../src/mock/shell";
import type { Start } from "./page";

export type Screen = {
  name: string;
  start?: Start;
  go?: (page: Page, pass: (ms: number) => Promise<void>) => Promise<void>;
};

/** Quick search says so in the last three seconds. */
const QUICK_ENDING = Date.UTC(2025, 5, 12, 10, 0, 27);
const LAST_SECONDS = Date.UTC(2025, 5, 12, 10, 0, 26);

async function fillPasswords(page: Page, pass: (ms: number) => Promise<void>) {
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Same password again").fill(PASSWORD);
  await pass(700);
}

async function toRecovery(page: Page, pass: (ms: number) => Promise<void>) {
  await fillPasswords(page, pass);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("Save your recovery key").waitFor();
}

const press =
  (...keys: string[]): Screen["go"] =>
  async (page, pass) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await pass(0);
    }
  };

async function toImport(page: Page, pass: (ms: number) => Promise<void>) {
  await press("Control+n")?.(page, pass);
  await page.getByText("Import its backup").click();
}

async function toExport(page: Page, pass: (ms: number) => Promise<void>) {
  await page.getByRole("button", { name: "Back up" }).click();
  await pass(0);
}

async function toLab(page: Page, pass: (ms: number) => Promise<void>) {
  await press("Control+Shift+T")?.(page, pass);
  await page.getByText("only on this computer").waitFor();
}

/** What a site hands out, with one used code and one that may be none. */
const SITE_CODES =
  "Recovery codes for Batch\n1234-5678\n2345-6789 (used)\n3456-7890\n4567-8901?\nKeep them safe";

async function toRecoveryCodes(
  page: Page,
  pass: (ms: number) => Promise<void>,
) {
  await press("Control+k")?.(page, pass);
  await page.keyboard.type("recovery");
  await press("Enter")?.(page, pass);
}

async function openRecoveryCodes(
  page: Page,
  pass: (ms: number) => Promise<void>,
) {
  await toRecoveryCodes(page, pass);
  await page.keyboard.type(PASSWORD);
  await press("Enter")?.(page, pass);
  await page.getByText("one basket").waitFor();
}

function settingsPage(name: string): Screen["go"] {
  return async (page, pass) => {
    await page.setViewportSize({ width: 900, height: 640 });
    await press("Control+,")?.(page, pass);
    await page.getByRole("button", { name, exact: true }).click();
    await pass(0);
  };
}

function inSettings(button: string): Screen["go"] {
  return async (page, pass) => {
    await press("Control+,")?.(page, pass);
    await page.getByRole("button", { name: button }).click();
  };
}

async function toPhone(page: Page, pass: (ms: number) => Promise<void>) {
  await toExport(page, pass);
  await page.getByText("QR codes", { exact: true }).click();
  await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
  await press("Enter")?.(page, pass);
  await page.getByAltText("QR code to scan").waitFor();
}

export const SCREENS: Screen[] = [
  {
    name: "first-run-password",
    start: { session: "noVault" },
    go: fillPasswords,
  },
  { name: "first-run-recovery", start: { session: "noVault" }, go: toRecovery },
  {
    name: "first-run-recovery-wrong",
    start: { session: "noVault" },
    go: async (page, pass) => {
      await toRecovery(page, pass);
      await page.getByLabel("Type the last 4").fill("ABCD");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "unlock", start: { session: "locked" } },
  {
    name: "unlock-wrong",
    start: { session: "locked" },
    go: async (page) => {
      await page.keyboard.type("wrong");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "unlock-recovery",
    start: { session: "locked" },
    go: async (page) => page.getByText("Forgot your password?").click(),
  },
  {
    name: "error-damaged",
    start: {
      session: "damaged",
      reason: { id: "vault-damaged", params: { check: "checksum" } },
    },
  },
  {
    name: "error-damaged-backups",
    start: {
      session: "damaged",
      reason: { id: "vault-damaged", params: { check: "checksum" } },
      vaultBackups: [0, 1, 4].map((days) => ({
        name: `backup-${days}`,
        writtenAt: Date.UTC(2025, 5, 12 - days, 7, 41) / 1000,
        undamaged: days < 4,
      })),
    },
  },
  {
    name: "error-newer",
    start: {
      session: "damaged",
      reason: { id: "vault-too-new", params: { needs: "2.0" } },
    },
  },
  {
    name: "error-unopened",
    start: {
      session: "damaged",
      reason: { id: "vault-not-permitted", params: {} },
    },
  },
  { name: "unlock-keychain", start: { session: "locked", keychain: true } },
  { name: "settings-security", go: press("Control+,") },
  { name: "settings-clipboard", go: settingsPage("Clipboard") },
  { name: "settings-appearance", go: settingsPage("Appearance") },
  {
    name: "settings-shortcuts",
    start: { settings: { keys: { edit: "F4" } } },
    go: async (page, pass) => {
      await settingsPage("Shortcuts")?.(page, pass);
      await page
        .getByRole("button", { name: "Change the keys for: Add account" })
        .click();
      await press("Control+d")?.(page, pass);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "settings-backups",
    start: {
      vaultBackups: [0, 1, 4].map((days) => ({
        name: `backup-${days}`,
        writtenAt: Date.UTC(2025, 5, 12 - days, 7, 41) / 1000,
        undamaged: true,
      })),
    },
    go: settingsPage("Backups"),
  },
  { name: "settings-sync", go: settingsPage("Sync") },
  {
    name: "list-marked",
    go: press("Shift+ArrowDown", "Shift+ArrowDown"),
  },
  {
    name: "list-marked-actions",
    go: press("Shift+ArrowDown", "Shift+ArrowDown", "Control+k"),
  },
  {
    name: "list-marked-tag",
    go: async (page, pass) => {
      await press("Shift+ArrowDown", "Control+k", "Enter")?.(page, pass);
      await page.getByRole("combobox", { name: "Tag" }).fill("Shared");
    },
  },
  {
    name: "list-marked-delete",
    go: press("Shift+ArrowDown", "Control+Delete"),
  },
  {
    name: "list-compact",
    start: { settings: { density: "compact", nextCode: "always" } },
  },
  {
    name: "list-icons",
    start: {
      accounts: "kinds",
      settings: { siteIcons: true, countdown: "bar", grouping: "pairs" },
    },
    go: async (page) => page.locator(".av svg").first().waitFor(),
  },
  { name: "list-clock", start: { clockError: 42 } },
  { name: "settings-password", go: inSettings("Change…") },
  { name: "settings-recovery", go: inSettings("Check…") },
  {
    name: "settings-keychain",
    go: async (page, pass) => {
      await press("Control+,")?.(page, pass);
      await page.getByRole("switch", { name: "keychain" }).click();
    },
  },
  { name: "empty", start: { accounts: "none" } },
  { name: "list" },
  { name: "list-expiring", start: { time: LAST_SECONDS } },
  { name: "list-copied", go: press("Enter") },
  { name: "list-search", go: press("b", "y") },
  { name: "list-nothing", go: press("z", "y", "x") },
  { name: "list-hidden", go: press("Control+h") },
  { name: "list-actions", go: press("Control+k") },
  {
    name: "list-failed",
    go: async (page, pass) => {
      await page.evaluate(() => {
        window.keytick.failures["copy"] = {
          id: "accounts-unknown",
          params: {},
        };
      });
      await press("Enter")?.(page, pass);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "error-missing",
    start: {
      session: "missing",
      reason: {
        id: "desktop-file-missing",
        params: { path: "keytick.vault" },
      },
    },
  },
  { name: "shortcuts", go: press("F1") },
  {
    name: "add-confirm-failed",
    go: async (page, pass) => {
      await press("Control+v")?.(page, pass);
      await page.evaluate(() =>
        window.keytick.fail({ id: "desktop-file-gone", params: {} }),
      );
      await page.getByRole("dialog").getByRole("alert").waitFor();
    },
  },
  {
    name: "reading-stopped",
    go: async (page, pass) => {
      await page.evaluate(() => {
        window.keytick.setup.delay = 400;
        void window.keytick.drop("stopped");
      });
      await pass(1000);
      await page.getByRole("button", { name: "Stop" }).click();
      await pass(1000);
      await page.getByText("Reading was stopped").waitFor();
    },
  },
  { name: "list-reminder", start: { recoveryReminder: true } },
  { name: "row-states", start: { accounts: "kinds" } },
  { name: "row-states-damaged", start: { accounts: "kinds", damaged: 2 } },
  {
    name: "fix-key",
    start: { damaged: 5 },
    go: async (page) => {
      await page.getByRole("button", { name: "Fix" }).first().click();
    },
  },
  {
    name: "row-states-counter",
    start: { accounts: "kinds" },
    go: async (page, pass) => {
      await page.getByText("Acme VPN").click();
      await pass(1500);
    },
  },
  { name: "add", go: press("Control+n") },
  {
    name: "add-drop",
    go: async (page) => page.evaluate(() => window.keytick.drag(5)),
  },
  {
    name: "add-drop-locked",
    start: { session: "locked" },
    go: async (page) => page.evaluate(() => window.keytick.drag(1)),
  },
  { name: "add-confirm", go: press("Control+v") },
  {
    name: "add-confirm-nameless",
    start: { clipboard: "nameless" },
    go: press("Control+v", "Enter"),
  },
  {
    name: "add-manual",
    go: async (page, pass) => {
      await press("Control+t")?.(page, pass);
      await page.getByLabel("Name", { exact: true }).fill("Rocket.Chat");
      await page.getByLabel("Key", { exact: true }).fill("JBSW Y3DP EHPK 3PXP");
      await page.getByText("More options").click();
      await pass(400);
      await page.getByText("Code now").waitFor();
    },
  },
  {
    name: "add-manual-wrong",
    go: async (page, pass) => {
      await press("Control+t")?.(page, pass);
      await page.getByLabel("Key", { exact: true }).fill("JBSW 8");
      await pass(400);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "error-no-qr",
    start: { clipboard: "nothing" },
    go: press("Control+v"),
  },
  {
    name: "error-no-qr-mark",
    start: { clipboard: "nothing" },
    go: async (page, pass) => {
      await press("Control+v")?.(page, pass);
      await page.getByText("Mark the code by hand").click();
    },
  },
  {
    name: "error-web-address",
    start: { clipboard: "address" },
    go: press("Control+v"),
  },
  {
    name: "import-reading",
    go: async (page, pass) => {
      await page.evaluate(() => {
        window.keytick.setup.delay = 400;
        void window.keytick.drop("five");
      });
      await pass(1300);
      await page.getByText("Reading 5 screenshots").waitFor();
    },
  },
  {
    name: "import-review",
    start: { clipboard: "five" },
    go: press("Control+v"),
  },
  {
    name: "import-review-picture",
    start: { clipboard: "five" },
    go: async (page, pass) => {
      await press("Control+v")?.(page, pass);
      await page.getByRole("button", { name: "Show" }).click();
      await page.getByRole("checkbox", { name: "DeployHQ" }).check();
    },
  },
  {
    name: "import-review-rename",
    start: { clipboard: "five" },
    go: press("Control+v", "F2"),
  },
  {
    name: "import-added",
    start: { clipboard: "five" },
    go: press("Control+v", "Enter"),
  },
  { name: "import-app-choose", go: toImport },
  {
    name: "import-app",
    start: { picked: "aegis" },
    go: async (page, pass) => {
      await toImport(page, pass);
      await page.getByRole("button", { name: "Choose a file" }).click();
      await page.getByLabel("Password of that backup").fill("··········");
    },
  },
  {
    name: "import-app-wrong",
    start: { picked: "keepass" },
    go: async (page, pass) => {
      await toImport(page, pass);
      await page.getByRole("button", { name: "Choose a file" }).click();
      await page.getByLabel("Password of that backup").fill("wrong");
      await press("Enter")?.(page, pass);
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "import-app-opening",
    start: { picked: "aegis" },
    go: async (page, pass) => {
      await toImport(page, pass);
      await page.getByRole("button", { name: "Choose a file" }).click();
      await page.evaluate(() => (window.keytick.setup.delay = 400));
      await page.getByLabel("Password of that backup").fill("wrong");
      await page.keyboard.press("Enter");
      await pass(1300);
      await page.getByText("seconds left").waitFor();
    },
  },
  {
    name: "import-app-unknown",
    go: async (page) => {
      await page.evaluate(() => window.keytick.drop("unknown"));
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "import-app-damaged",
    go: async (page) => {
      await page.evaluate(() => window.keytick.drop("damaged"));
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "import-app-review",
    start: { clipboard: "backup" },
    go: press("Control+v"),
  },
  { name: "export", go: toExport },
  {
    name: "export-app",
    go: async (page, pass) => {
      await toExport(page, pass);
      await page.getByText("Locked file for another app").click();
      await page.getByLabel("Accounts", { exact: true }).selectOption("chosen");
      await page.getByLabel("Lock it with").selectOption("other");
      await page.getByRole("checkbox", { name: "Bytebase" }).check();
      await page.getByText("will be in it").waitFor();
    },
  },
  {
    name: "export-plain",
    start: { accounts: "kinds" },
    go: async (page, pass) => {
      await toExport(page, pass);
      await page.getByText("QR codes", { exact: true }).click();
      await page.getByLabel("As what").selectOption("google-migration");
      await page.getByText("cannot be in it").click();
    },
  },
  {
    name: "export-done",
    go: async (page, pass) => {
      await toExport(page, pass);
      await page.getByText("Plain list").click();
      await page.getByLabel("Your KEYTICK password").fill(PASSWORD);
      await page.getByLabel("I understand").check();
      await press("Enter")?.(page, pass);
      await page.getByText("Saved and checked").waitFor();
    },
  },
  { name: "phone", go: toPhone },
  {
    name: "phone-check",
    go: async (page, pass) => {
      await toPhone(page, pass);
      await page.getByRole("button", { name: "Check a code" }).click();
      await page.getByLabel("Code on the phone").fill("000001");
      await press("Enter")?.(page, pass);
      await page.getByText("behind").waitFor();
    },
  },
  {
    name: "move-begin",
    go: async (page, pass) => {
      await toImport(page, pass);
      await page.getByText("My app gives no backup").click();
    },
  },
  {
    name: "move",
    start: {
      moving: ["Bytebase (admin@example.com)", "Harbour Savings", "Forum"],
    },
    go: async (page) => {
      await page.evaluate(() =>
        window.keytick.stepMove("move-1", "site-4", {
          kind: "done",
          done: true,
        }),
      );
      await page.setViewportSize({ width: 900, height: 640 });
      await page.getByText("Moving from Authy").click();
      await page.getByText("1 of 3 done").waitFor();
    },
  },
  {
    name: "lab-sites",
    start: { sites: ["bytebase", "rocketchat"] },
    go: toLab,
  },
  {
    name: "lab-run",
    start: { sites: ["bytebase"] },
    go: async (page, pass) => {
      await toLab(page, pass);
      await press("ArrowDown", "Enter")?.(page, pass);
      await page.getByRole("button", { name: "Add to my accounts" }).click();
      await pass(0);
      await page.getByLabel("Answer 3 s late").check();
      await page.getByRole("button", { name: "+30 s" }).click();
      await pass(0);
    },
  },
  {
    name: "lab-run-search",
    start: { sites: ["bytebase"] },
    go: async (page, pass) => {
      await toLab(page, pass);
      await press("ArrowDown", "Enter")?.(page, pass);
      await page.getByRole("button", { name: "Pause the log" }).click();
      await press("Control+f")?.(page, pass);
      await page.keyboard.type("refused");
      await page.getByText("1 of 11").waitFor();
      await page.getByLabel("Window").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "lab-run-offer",
    start: { sites: ["bytebase"] },
    go: async (page, pass) => {
      await toLab(page, pass);
      await press("ArrowDown", "Enter")?.(page, pass);
    },
  },
  { name: "edit", go: press("ArrowDown", "Control+e") },
  {
    name: "edit-colour",
    go: async (page, pass) => {
      await press("Control+e")?.(page, pass);
      await page.getByRole("button", { name: "Colour" }).click();
    },
  },
  {
    name: "edit-settings",
    go: async (page, pass) => {
      await press("Control+e")?.(page, pass);
      await page.getByRole("button", { name: "Change" }).click();
      await page.getByLabel("Digits").selectOption("8");
      await page.locator("dl").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "edit-discard",
    go: async (page, pass) => {
      await press("Control+e")?.(page, pass);
      await page.getByLabel("Name", { exact: true }).fill("Other");
      await press("Escape")?.(page, pass);
    },
  },
  { name: "delete", go: press("ArrowDown", "Control+Delete") },
  {
    name: "deleted",
    go: async (page, pass) => {
      await press("Control+Delete")?.(page, pass);
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("button", { name: /^Deleted/ }).click();
      await page.getByRole("button", { name: "Bring back" }).waitFor();
    },
  },
  { name: "large", go: press("ArrowDown", "Control+b") },
  { name: "reveal", go: press("Control+i") },
  {
    name: "revealed",
    go: async (page, pass) => {
      await press("Control+i")?.(page, pass);
      await page.keyboard.type(PASSWORD);
      await press("Enter")?.(page, pass);
      await page.getByText("Hidden again").waitFor();
    },
  },
  { name: "recovery-codes-ask", go: toRecoveryCodes },
  {
    name: "recovery-codes-text",
    go: async (page, pass) => {
      await openRecoveryCodes(page, pass);
      await page.getByLabel("Codes from the site").fill(SITE_CODES);
      await page.getByText("2 lines are left out").waitFor();
      await pass(0);
    },
  },
  {
    name: "recovery-codes",
    go: async (page, pass) => {
      await openRecoveryCodes(page, pass);
      await page.getByLabel("Codes from the site").fill(SITE_CODES);
      await page.getByRole("button", { name: "Keep 3 codes" }).click();
      await page.getByText("2 of 3 left").waitFor();
      await page.getByRole("button", { name: "Copy 1234-5678" }).click();
      await page.locator("p.done").waitFor();
      await pass(0);
    },
  },
  {
    name: "recovery-codes-delete",
    go: async (page, pass) => {
      await openRecoveryCodes(page, pass);
      await page.getByLabel("Codes from the site").fill(SITE_CODES);
      await page.getByRole("button", { name: "Keep 3 codes" }).click();
      await page.getByRole("button", { name: "Delete all" }).click();
      await page.getByText("Delete all these codes?").waitFor();
    },
  },
  {
    name: "save-recovery",
    start: { recoveryReminder: true },
    go: async (page) => page.getByRole("button", { name: "Save it" }).click(),
  },
  {
    name: "quick-recent",
    start: { path: "/quick.html" },
    go: (page) => page.evaluate(() => window.keytick.openQuick()),
  },
  {
    name: "quick",
    start: { path: "/quick.html" },
    go: async (page, pass) => {
      await page.evaluate(() => window.keytick.openQuick());
      await page.keyboard.type("by");
      await pass(300);
    },
  },
  {
    name: "quick-expiring",
    start: { path: "/quick.html", time: QUICK_ENDING },
    go: (page) => page.evaluate(() => window.keytick.openQuick()),
  },
  {
    name: "quick-locked",
    start: { path: "/quick.html", session: "locked" },
    go: (page) => page.evaluate(() => window.keytick.openQuick()),
  },
];

// The recovery codes that a site gave: after the password, ticked off, printed, deleted.

import type { Page } from "@playwright/test";
import { PASSWORD } from "../src/mock/shell";
import { calls, expect, focused, test } from "./page";

const SITE =
  "Recovery codes\n1234-5678\n2345-6789 (used)\n3456-7890\n4567-8901?\nKeep them";

type Press = (...keys: string[]) => Promise<void>;

/** The sheet of the first account, with the password given. */
async function open(page: Page, press: Press) {
  await press("Control+k");
  await page.keyboard.type("recovery");
  await press("Enter");
  await page.keyboard.type(PASSWORD);
  await press("Enter");
}

async function keepThree(page: Page, press: Press) {
  await open(page, press);
  await page.getByLabel("Codes from the site").fill(SITE);
  await page.getByRole("button", { name: "Keep 3 codes" }).click();
  await expect(page.getByText("Batch · 2 of 3 left")).toBeVisible();
}

test("nothing is on view before the password, and a wrong one shows nothing", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await press("Control+k");
  await page.keyboard.type("recovery");
  await press("Enter");
  await page.keyboard.type("wrong");
  await press("Enter");
  await expect(page.getByRole("alert")).toContainText("password");
  await expect(page.getByText("one basket")).toHaveCount(0);
});

test("codes are found in a text, and what is not sure is left to the person", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await open(page, press);
  const field = page.getByLabel("Codes from the site");
  await expect(field).toBeFocused();
  await field.fill(SITE);
  await expect(page.getByLabel("3456-7890")).toBeChecked();
  await expect(page.getByLabel("4567-8901?")).not.toBeChecked();
  await page.getByText("2 lines are left out").click();
  await expect(page.getByText("Keep them", { exact: true })).toBeVisible();
  await page.getByLabel("4567-8901?").check();
  await page.getByRole("button", { name: "Keep 4 codes" }).click();
  await expect(page.getByText("Batch · 3 of 4 left")).toBeVisible();
});

test("a file gives its text to look through", async ({
  page,
  open: start,
  press,
}) => {
  await start({ picked: "9876-5432" });
  await open(page, press);
  await page.getByRole("button", { name: "Read a file" }).click();
  await expect(page.getByLabel("Codes from the site")).toHaveValue("9876-5432");
  await expect(page.getByLabel("9876-5432", { exact: true })).toBeChecked();
});

test("a code that is copied is ticked off, and Ctrl Z takes that back", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.getByRole("button", { name: "Copy 1234-5678" }).click();
  await expect(page.locator("p.done")).toContainText("Copied and ticked off.");
  await expect(page.getByText("Batch · 1 of 3 left")).toBeVisible();
  await press("Control+z");
  await expect(page.getByText("Batch · 2 of 3 left")).toBeVisible();
  await page.getByRole("checkbox", { name: "2345-6789" }).uncheck();
  await expect(page.getByText("Batch · 3 of 3 left")).toBeVisible();
});

test("undo leaves the keyboard in the sheet, and says so", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  const box = page.getByRole("checkbox", { name: "1234-5678" });
  await box.check();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(box).not.toBeChecked();
  expect(await focused(page)).toBe("Done");
  await expect(page.locator("dialog").getByRole("status")).toHaveText(
    "The recovery codes are as they were.",
  );
});

test("undoing the first keep asks for the text again", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await press("Control+z");
  await expect(page.getByLabel("Codes from the site")).toBeFocused();
  await expect(page.getByRole("button", { name: "Delete all" })).toHaveCount(0);
});

test("codes that nobody has seen outlive the deleting of all, and are shown", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.evaluate(() => window.keytick.arrives.push("9999-0000"));
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.getByRole("button", { name: "Delete all" }).click();
  await expect(page.locator("p.done")).toContainText(
    "Deleted. 1 code arrived from another computer meanwhile, and stays.",
  );
  await expect(page.getByText("Batch · 1 of 1 left")).toBeVisible();
  await expect(page.getByLabel("9999-0000", { exact: true })).toBeVisible();
  expect(await focused(page)).toBe("Done");
  await press("Control+z");
  await expect(page.getByText("Batch · 2 of 3 left")).toBeVisible();
});

test("an undo that fails can be tried again", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.getByRole("checkbox", { name: "1234-5678" }).check();
  await page.evaluate(() => {
    window.keytick.failures["undo"] = { id: "vault-full", params: {} };
  });
  await press("Control+z");
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await press("Control+z");
  await expect(page.getByText("Batch · 2 of 3 left")).toBeVisible();
});

test("ticks stay while the text is changed", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await open(page, press);
  const field = page.getByLabel("Codes from the site");
  await field.fill(SITE);
  await page.getByLabel("1234-5678").uncheck();
  await page.getByLabel("4567-8901?").check();
  await field.fill(`${SITE}\n5678-9012`);
  await expect(page.getByLabel("5678-9012")).toBeChecked();
  await expect(page.getByLabel("1234-5678")).not.toBeChecked();
  await expect(page.getByLabel("4567-8901?")).toBeChecked();
  await expect(
    page.getByRole("button", { name: "Keep 4 codes" }),
  ).toBeVisible();
});

test("ticks that wait are stored when the sheet closes", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>("dialog .cb")];
    for (const at of [0, 2]) boxes[at]?.click();
    document.querySelector<HTMLElement>("dialog .sheet-head .btn")?.click();
  });
  await expect(page.locator("dialog")).toHaveCount(0);
  await open(page, press);
  await expect(page.getByText("Batch · 0 of 3 left")).toBeVisible();
});

test("a tick that is not stored does not stay", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.evaluate(() => {
    window.keytick.failures["mark_recovery_code"] = {
      id: "vault-full",
      params: {},
    };
  });
  const box = page.getByRole("checkbox", { name: "1234-5678" });
  await box.focus();
  await press("Space");
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await expect(box).not.toBeChecked();
  await expect(page.getByText("Batch · 2 of 3 left")).toBeVisible();
});

test("what somebody types is not put away after five minutes", async ({
  page,
  open: start,
  press,
  pass,
}) => {
  await start();
  await open(page, press);
  await page.getByLabel("Codes from the site").fill(SITE);
  await pass(301_000);
  await expect(page.getByLabel("Codes from the site")).toHaveValue(SITE);
});

test("the account says how many are left", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.getByRole("button", { name: "Done" }).click();
  await press("Control+k");
  await expect(
    page.getByRole("option", { name: "Recovery codes (2 left)" }),
  ).toBeVisible();
  await press("Escape", "Control+e");
  await expect(page.getByText("2 recovery codes left")).toBeVisible();
});

test("deleting asks, and can be undone", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.getByRole("button", { name: "Delete all" }).click();
  const status = page.locator(".status");
  await expect(status).toContainText("Deleted the recovery codes of Batch.");
  await press("Control+z");
  await expect(status).toContainText("as they were");
  await open(page, press);
  await expect(page.getByText("Batch · 2 of 3 left")).toBeVisible();
});

test("the print is of the codes alone", async ({
  page,
  open: start,
  press,
}) => {
  await start();
  await keepThree(page, press);
  await page.emulateMedia({ media: "print" });
  expect((await page.locator("body").innerText()).split("\n")).toEqual(
    expect.arrayContaining(["1234-5678", "3456-7890"]),
  );
  await expect(page.locator("dialog")).toBeHidden();
  await expect(page.locator("main, .app").first()).toBeHidden();
  await expect(page.locator(".print-only s")).toHaveText("2345-6789");
});

test("they are put away when the sheet closes, and after five minutes", async ({
  page,
  open: start,
  press,
  pass,
}) => {
  await start();
  await keepThree(page, press);
  await press("Escape");
  await expect(page.locator("dialog")).toHaveCount(0);
  expect(await calls(page)).toContain("close_recovery_codes");
  await open(page, press);
  await expect(page.getByRole("checkbox", { name: "1234-5678" })).toBeVisible();
  await pass(301_000);
  await expect(page.locator("dialog")).toHaveCount(0);
});

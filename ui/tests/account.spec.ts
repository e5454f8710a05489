// Editing, deleting, bringing back, showing large, and the reveal of a key.

import { PASSWORD } from "../src/mock/shell";
import { calls, expect, focused, rows, test } from "./page";

test("an edit is saved by Ctrl S and undone by Ctrl Z", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+e");
  await page.getByLabel("Name", { exact: true }).fill("Batch Two");
  await page.getByLabel("Note").fill("Backup codes are in the safe.");
  await press("Control+s");
  await expect(page.locator(".status")).toContainText("Saved Batch Two. Undo");
  expect((await rows(page))[0]).toBe("Batch Two");
  await press("Control+z");
  expect((await rows(page))[0]).toBe("Batch");
});

test("other code settings show both codes, and are taken back", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open();
  await press("Control+e");
  const change = page.getByRole("button", { name: "Change" });
  await change.click();
  await expect(page.getByLabel("Digits")).toBeFocused();
  await expect(page.getByText("the site refuses your codes")).toBeVisible();
  const sides = page.locator("dl .one");
  await expect(sides).toHaveCount(0);
  await page.getByLabel("Digits").selectOption("8");
  await pass(0);
  const [now, then] = await sides.locator(".code").allTextContents();
  expect(now).toMatch(/^\d{6}$/);
  expect(then).toMatch(/^\d{8}$/);
  expect(then?.slice(2)).toBe(now);
  const boxes = [sides.nth(0), sides.nth(1)].map((side) => side.boundingBox());
  const [left, right] = await Promise.all(boxes);
  expect(left?.y).toBe(right?.y);
  await expect(page.getByText("the site refuses your codes")).toBeInViewport({
    ratio: 1,
  });
  await expect(page.locator("dialog").getByRole("status")).toContainText(
    /^Code now: (\d[ ,]*){6}\. With the new settings: (\d[ ,]*){8}\.$/,
  );
  await pass(30_000);
  await expect(sides.nth(0).locator(".code")).not.toHaveText(now ?? "");
  await press("Control+s");
  const first = page.locator(".row .code-now").first();
  await expect(first).toHaveText(/^\d{8}$/);
  await press("Control+z");
  await expect(first).toHaveText(/^\d{6}$/);
});

test("settings that are as they were show no second code and ask nothing", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open();
  await press("Control+e");
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Every").selectOption("60");
  await pass(0);
  await expect(page.locator("dl .one")).toHaveCount(2);
  await page.getByLabel("Every").selectOption("30");
  await pass(0);
  await expect(page.locator("dl .one")).toHaveCount(0);
  await press("Escape");
  await expect(page.locator("dialog")).toHaveCount(0);
});

test("a counter account keeps its counter, and Steam its settings", async ({
  page,
  open,
  press,
}) => {
  await open({ accounts: "kinds" });
  const edit = async (name: string) => {
    await page.keyboard.type(name);
    await press("Control+e");
  };
  await edit("vpn");
  await page.getByRole("button", { name: "Change" }).click();
  await expect(page.getByLabel("Digits")).toBeFocused();
  await expect(page.getByLabel("Every")).toHaveCount(0);
  await press("Escape", "Escape");
  await edit("steam");
  await expect(page.getByText("Steam · every 30 s")).toBeVisible();
  await expect(page.getByRole("button", { name: "Change" })).toHaveCount(0);
});

test("settings that make no codes say why", async ({ page, open, press }) => {
  await open();
  await press("Control+e");
  await page.getByRole("button", { name: "Change" }).click();
  await page.evaluate(() => {
    window.keytick.failures["preview_code_settings"] = {
      id: "otp-digits",
      params: { found: "11" },
    };
  });
  await page.getByLabel("Digits").selectOption("10");
  await expect(page.getByRole("alert")).not.toBeEmpty();
  await expect(page.locator("dl .one")).toHaveCount(0);
  // Nobody has seen the code that these make: they are not saved.
  const save = page.getByRole("button", { name: "Save" });
  await expect(save).toBeDisabled();
  await press("Control+s");
  await expect(page.getByLabel("Digits")).toBeVisible();
  expect(await calls(page)).not.toContain("edit_account");
  await page.getByLabel("Digits").selectOption("8");
  await expect(save).toBeEnabled();
});

test("tags are set from the menu of actions", async ({ page, open, press }) => {
  await open();
  await press("Control+k");
  await page.keyboard.type("tags");
  await press("Enter");
  await expect(page.getByLabel("Tags")).toBeFocused();
  await page.keyboard.type("Servers");
  await page.keyboard.press("Enter");
  await press("Control+s");
  await expect(page.getByRole("button", { name: "Servers" })).toContainText(
    "1",
  );
});

test("an edit that fails stays open with the reason", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+e");
  await page.getByLabel("Name", { exact: true }).fill("Other");
  await page.evaluate(() => {
    window.keytick.failures["edit_account"] = {
      id: "accounts-too-long",
      params: { field: "note", limit: "4096" },
    };
  });
  await press("Control+s");
  await expect(page.getByRole("alert")).toHaveText(
    "The note is too long. Use at most 4,096 bytes.",
  );
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Other");
});

test("deleting keeps by default, and can be undone", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+Delete");
  await expect(page.getByRole("alertdialog")).toHaveAccessibleName(
    "Delete Batch?",
  );
  expect(await focused(page)).toBe("Keep Esc");
  await page.keyboard.press("Enter");
  expect(await calls(page)).not.toContain("remove_accounts");
  await press("Control+Delete");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await pass(0);
  await expect(page.locator(".status")).toContainText("Deleted Batch. Undo");
  expect((await rows(page))[0]).toBe("Bytebase");
  await page.getByRole("button", { name: "Undo" }).click();
  await pass(0);
  expect((await rows(page))[0]).toBe("Batch");
  await expect(page.getByRole("button", { name: /^Deleted/ })).toHaveCount(0);
});

test("what was deleted can be brought back", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+Delete");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await pass(0);
  await page.getByRole("button", { name: /^Deleted/ }).click();
  await pass(0);
  await page.getByRole("button", { name: "Bring back Batch" }).click();
  await pass(0);
  await expect(page.getByText("Nothing is under Deleted.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Deleted" })).toBeFocused();
  await press("Escape");
  expect((await rows(page))[0]).toBe("Batch");
});

test("the keyboard returns to where it was when sheets close", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  for (const key of [
    "Control+n",
    "Control+t",
    "Control+e",
    "Control+Delete",
    "Control+b",
    "Control+i",
    "Control+k",
  ]) {
    await page.keyboard.press(key);
    await pass(0);
    await expect(page.locator("dialog[open]")).toHaveCount(1);
    await press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    expect([key, await focused(page)]).toEqual([key, "Search accounts"]);
  }
  const add = page.getByRole("button", { name: "Add account" });
  await add.focus();
  await press("Enter");
  await page.keyboard.press("Escape");
  await expect(add).toBeFocused();
});

test("Tab stays inside a sheet", async ({ page, open, press }) => {
  await open();
  await press("Control+n");
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.querySelector("dialog")?.contains(document.activeElement),
    );
    expect(inside).toBe(true);
  }
});

test("a large code is copied with Enter and read with Ctrl R", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+b");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Batch, work@example.com");
  await page.keyboard.press("Control+r");
  await expect(sheet.getByRole("status")).toHaveText(/seconds left\.$/);
  await press("Enter");
  expect(await calls(page)).toContain("copy");
});

test("a key is shown after the password, and hidden again after 30 seconds", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+i");
  await page.keyboard.type("wrong");
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    "That password is not right.",
  );
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await expect(page.getByText("MOCK MOCK MOCK MOCK")).toBeVisible();
  await expect(
    page.getByRole("img", { name: "QR code of this account" }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^Done/ })).toBeFocused();
  await pass(30_000);
  await expect(page.getByText("MOCK MOCK MOCK MOCK")).toHaveCount(0);
  expect(await page.content()).not.toContain("MOCKMOCK");
});

test("Undo undoes what its sentence says", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+Delete");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await pass(0);
  await press("Control+d");
  await expect(page.locator(".status")).toContainText(
    "Bytebase is no favourite any more. Undo",
  );
  await page.getByRole("button", { name: "Undo" }).click();
  await pass(0);
  await expect(page.getByRole("button", { name: /^Favourites/ })).toContainText(
    "2",
  );
  expect(await rows(page)).not.toContain("Batch");
  await press("Control+z");
  expect(await rows(page)).toContain("Batch");
});

test("a key on view is forgotten as soon as the window is hidden", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+i");
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  await expect(page.getByText("MOCK MOCK MOCK MOCK")).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    Object.defineProperty(document, "hidden", { value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await pass(0);
  await expect(page.getByText("MOCK MOCK MOCK MOCK")).toHaveCount(0);
});

test("a damaged key is entered again, which Ctrl Z takes back", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ damaged: 1 });
  const list = page.getByRole("region", {
    name: "Accounts with a damaged key",
  });
  await expect(list.getByRole("listitem")).toHaveText(
    /Old Forum\s*home@example.com\s*Key is damaged\s*Fix/,
  );
  // By keys alone: F6 comes to it, and Enter presses.
  await press("F6");
  await expect(
    page.getByRole("button", { name: "Fix the key of Old Forum" }),
  ).toBeFocused();
  await press("Enter");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(
    "Old Forum",
  );
  await expect(page.getByLabel("Account", { exact: true })).toHaveValue(
    "home@example.com",
  );
  await expect(page.getByLabel("Key", { exact: true })).toBeFocused();
  await page.keyboard.type("JBSWY3DPEHPK3PXP");
  await pass(300);
  await press("Enter");
  await expect(list).toHaveCount(0);
  await expect(page.locator('.row[aria-selected="true"]')).toContainText(
    "Old Forum",
  );
  await expect(page.locator(".status")).toContainText(
    "Old Forum has its key again. Undo",
  );
  await press("Control+z");
  await expect(list).toBeVisible();
  expect(await rows(page)).not.toContain("Old Forum");
  expect(await calls(page)).toContain("fix_key");
});

test("a damaged key that is none is refused, and one is left as it is without a question", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ damaged: 1 });
  await page.getByRole("button", { name: "Fix" }).click();
  await press("Escape");
  await expect(page.locator("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Fix" }).click();
  await page.keyboard.type("1189");
  await pass(300);
  await press("Enter");
  await expect(page.locator("dialog")).toContainText("Type the key again");
  await expect(page.locator("#key-problem")).not.toBeEmpty();
});

test("a search and a vault with damaged keys alone find them", async ({
  page,
  open,
  pass,
}) => {
  await open({ accounts: "none", damaged: 2 });
  const list = page.getByRole("region", {
    name: "Accounts with a damaged key",
  });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.type("home1");
  await pass(0);
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

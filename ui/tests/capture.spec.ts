// Adding from the screen and by links that another program opens.

import { PASSWORD } from "../src/mock/shell";
import { calls, expect, test } from "./page";

test("Ctrl G, Enter adds the account of a code on the screen", async ({
  page,
  open,
  press,
}) => {
  await open({ screens: "one" });
  await press("Control+g");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Add this account?");
  await expect(sheet).toContainText("From your screen");
  await press("Enter");
  await expect(page.locator(".status")).toContainText("Added 1 account. Undo");
});

test("screens without a code can each be marked", async ({
  page,
  open,
  press,
}) => {
  await open({ screens: "screens" });
  await press("Control+n", "Control+g");
  const sheet = page.getByRole("alertdialog");
  await expect(sheet).toHaveAccessibleName("No QR code on your screens");
  await sheet.getByLabel("Screen").selectOption("Screen 3");
  await expect(sheet.getByRole("img", { name: "The picture" })).toBeVisible();
  await sheet.getByRole("button", { name: "Mark the code by hand" }).click();
  await press("Enter");
  await expect(sheet.getByRole("alert")).toContainText(
    "No QR code in this box.",
  );
  expect(await calls(page)).toContain("read_region");
});

test("the system's question is announced, and its no has two doors", async ({
  page,
  open,
  press,
}) => {
  await open({ captureAsks: true });
  await press("Control+g");
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "Capture the screen",
  );
  await expect(page.getByRole("dialog")).toContainText(
    "Your system will ask to let KEYTICK see the screen. The picture is read once and not kept.",
  );
  await press("Enter");
  const refused = page.getByRole("alertdialog");
  await expect(refused).toHaveAccessibleName(
    "Screen capture is off for KEYTICK",
  );
  await expect(
    refused.getByRole("button", { name: "Paste a screenshot" }),
  ).toBeFocused();
  await refused.getByRole("button", { name: "Open system settings" }).click();
  expect(await calls(page)).toContain("open_capture_settings");
  await refused.getByRole("button", { name: "Paste a screenshot" }).click();
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "Add this account?",
  );
});

test("accounts are added from every screen", async ({ page, open, press }) => {
  await open({ screens: "one" });
  for (const place of ["Control+,", "Control+Shift+T"]) {
    await press(place);
    for (const keys of ["Control+g", "Control+v"]) {
      await press(keys);
      await expect(page.getByRole("dialog")).toHaveAccessibleName(
        "Add this account?",
      );
      await press("Escape");
    }
    await press("Control+t");
    await expect(page.getByRole("dialog")).toHaveAccessibleName("Type the key");
    await press("Escape", "Control+f");
  }
});

test("links wait for the password", async ({ page, open, press }) => {
  await open({ session: "locked", links: "one" });
  await expect(page.locator("main")).toContainText(
    "Unlock first. Then you see the account of the link you opened.",
  );
  await page.keyboard.type(PASSWORD);
  await press("Enter");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Add this account?");
  await expect(sheet).toContainText("From the link you opened");
  await press("Escape");
  await expect(sheet).toHaveCount(0);
});

test("a link that comes while another is reviewed is next", async ({
  page,
  open,
  press,
}) => {
  await open({ links: "one" });
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("test@example.com");
  await page.evaluate(() => window.keytick.openLink("nameless"));
  await expect(page.getByLabel("Name")).toHaveValue("Bytebase");
  await press("Escape");
  await expect(page.getByLabel("Name")).toHaveValue("");
});

for (const links of ["one", "nameless", "five"]) {
  test(`Enter that was meant for something else adds nothing from a link: ${links}`, async ({
    page,
    open,
    press,
  }) => {
    await open({ links });
    const sheet = page.getByRole("dialog");
    await expect(sheet).toBeVisible();
    await page.keyboard.type("bank");
    await press("Enter");
    await expect(sheet).toHaveCount(0);
    expect(await calls(page)).not.toContain("confirm_review");
  });
}

test("an account from a link is added with Ctrl Enter", async ({
  page,
  open,
  press,
}) => {
  await open({ links: "one" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Control+Enter");
  expect(await calls(page)).toContain("confirm_review");
});

// Adding accounts: two presses from the clipboard, the review, the typed key, and undo.

import { calls, expect, focused, rows, selected, test } from "./page";

test("Ctrl V, Enter adds the account of a screenshot", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+v");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Add this account?");
  await expect(sheet).toHaveAccessibleDescription("Bytebase, test@example.com");
  await expect(sheet.getByLabel("Name")).toHaveValue("Bytebase");
  await expect(sheet).toContainText("6 digits");
  await expect(
    sheet.getByRole("img", { name: "The picture in which it was found" }),
  ).toBeVisible();
  expect(await focused(page)).toBe("Add account Enter");
  await press("Enter");
  await expect(sheet).toHaveCount(0);
  await expect(page.locator(".status")).toContainText("Added 1 account. Undo");
  await expect(page.locator('.row[aria-selected="true"]')).toContainText(
    "test@example.com",
  );
  expect(await focused(page)).toBe("Search accounts");
});

test("an empty list offers every way in", async ({ page, open, pass }) => {
  await open({ accounts: 0 });
  for (const name of ["Capture the screen", "Choose files", "Type the key"])
    await expect(page.getByRole("button", { name })).toBeVisible();
  await page.getByRole("button", { name: "Import from another app" }).click();
  await expect(page.getByRole("dialog")).toContainText("Works with backups");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Capture the screen" }).click();
  await pass(0);
  expect(await calls(page)).toContain("capture");
});

test("the sheet says whether the clipboard holds an image", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+n");
  const paste = page.getByRole("button", { name: "Paste" });
  await expect(paste).toContainText("Image found");
  await expect(paste).toBeFocused();
  await open({ clipboard: "just a text" });
  await press("Control+n");
  await expect(paste).toContainText("A picture or a setup link");
});

test("Ctrl Enter adds and copies", async ({ page, open, press }) => {
  await open();
  await press("Control+v", "Control+Enter");
  await expect(page.locator(".row.copied")).toContainText("test@example.com");
});

test("Ctrl Z takes the addition back", async ({ page, open, press }) => {
  await open();
  await press("Control+v", "Enter", "Control+z");
  await expect(page.locator(".status")).toContainText(
    "Taken back: 1 account is not added.",
  );
  await expect(page.getByRole("combobox")).toHaveAttribute(
    "placeholder",
    "Search 14 accounts",
  );
});

test("a missing name is asked for", async ({ page, open, press }) => {
  await open({ clipboard: "nameless" });
  await press("Control+v");
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Which site is this for?");
  await page.keyboard.type("Forum");
  await press("Enter");
  expect(await selected(page)).toBe("Forum");
});

test("the live code of what was found changes with its period", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+v");
  const code = page.getByRole("dialog").locator(".code-now");
  const before = await code.innerText();
  await pass(18_000);
  expect(await code.innerText()).not.toBe(before);
});

test("Escape adds nothing and tells the shell to forget", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+v", "Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await calls(page)).toContain("discard_review");
  expect(await calls(page)).not.toContain("confirm_review");
});

test("five screenshots dropped at once are reviewed, then added", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await page.evaluate(() => window.keytick.drop("five"));
  await pass(0);
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("7 new accounts in 5 screenshots");
  await expect(sheet).toHaveAccessibleDescription(
    "1 is already here. 1 could not be read.",
  );
  await expect(sheet).toContainText("IMG_2041.jpg could not be read");
  await expect(sheet.getByText("Already here", { exact: true })).toBeVisible();
  await expect(sheet.getByText("Same name")).toBeVisible();
  const all = sheet.getByRole("checkbox", { name: "Select all" });
  const state = () =>
    all.evaluate((it: HTMLInputElement) => [it.checked, it.indeterminate]);
  const mixed = [false, true];
  expect(await state()).toEqual(mixed);
  await all.click();
  await expect(sheet.getByText("0 of 8 selected")).toBeVisible();
  expect(await state()).toEqual([false, false]);
  await all.click();
  await expect(sheet.getByText("7 of 8 selected")).toBeVisible();
  expect(await state()).toEqual(mixed);
  await page.getByRole("button", { name: /^Add \d/ }).focus();
  await press("Enter");
  await expect(page.locator(".status")).toContainText("Added 7 accounts. Undo");
});

test("the review by keys: Space ticks, Ctrl A ticks all new, F2 renames, Enter adds", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ clipboard: "five" });
  await press("Control+v");
  const add = page.getByRole("button", { name: /^Add \d/ });
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).toBe("Batch, test@example.com");
  await page.keyboard.press("Space");
  await expect(add).toContainText("Add 6 accounts");
  await page.keyboard.press("Control+a");
  await expect(add).toContainText("Add 7 accounts");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F2");
  await page.getByLabel("Name", { exact: true }).fill("Bytebase Cloud");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("checkbox", { name: "Bytebase Cloud, test@example.com" }),
  ).toBeFocused();
  await press("Enter");
  await page.keyboard.type("bytebase c");
  await pass(0);
  expect(await rows(page)).toEqual(["Bytebase Cloud"]);
});

test("a ticked duplicate offers to keep both or to replace", async ({
  page,
  open,
  press,
}) => {
  await open({ clipboard: "duplicate" });
  await press("Control+v");
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "No new accounts in 1 screenshot",
  );
  await expect(page.getByRole("button", { name: "Close Enter" })).toBeFocused();
  await page.getByRole("checkbox", { name: "DeployHQ" }).check();
  await page.getByLabel("What to do with DeployHQ").selectOption("Replace");
  await press("Escape");
  expect(await calls(page)).toContain("discard_review");
});

test("what the person chose reaches the shell", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ clipboard: "duplicate" });
  await press("Control+v");
  await page.getByRole("checkbox", { name: "DeployHQ" }).check();
  await page.getByLabel("What to do with DeployHQ").selectOption("Replace");
  await page.getByLabel("Tag them").fill("Work");
  await page.getByRole("button", { name: "Add 1 account" }).click();
  await pass(0);
  const { choices } = (await page.evaluate(
    () => window.keytick.asked["confirm_review"] ?? {},
  )) as { choices?: unknown };
  expect(choices).toEqual([
    {
      item: 7,
      issuer: "DeployHQ",
      account: "deploy@example.com",
      tags: ["Work"],
      action: "replace",
    },
  ]);
});

test("a picture without a code says why and offers other ways", async ({
  page,
  open,
  press,
}) => {
  await open({ clipboard: "nothing" });
  await press("Control+v");
  await expect(page.getByRole("alertdialog")).toHaveAccessibleName(
    "No QR code in this picture",
  );
  await page.getByRole("button", { name: "Type the key" }).click();
  await expect(page.getByRole("dialog")).toHaveAccessibleName("Type the key");
});

test("a code that was not seen is marked with the pointer", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ clipboard: "nothing" });
  await press("Control+v");
  await page.getByRole("button", { name: "Mark the code by hand" }).click();
  const box = page.getByRole("application", { name: "Box around the code" });
  await expect(box).toBeFocused();
  const drag = async (from: number, to: number) => {
    const { x, y, width, height } = (await box.boundingBox())!;
    await page.mouse.move(x + from * width, y + from * height);
    await page.mouse.down();
    await page.mouse.move(x + to * width, y + to * height);
    await page.mouse.up();
  };
  await drag(0.5, 0.75);
  await expect(box).toHaveAccessibleDescription(
    /From 50 to 75 % across, 50 to 75 % down$/,
  );
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    "No QR code in this box. Draw it around the whole code, with a little white.",
  );
  await drag(0.9, 0.1);
  await page.getByRole("button", { name: "Read this part" }).click();
  await pass(0);
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Add this account?");
  await press("Enter");
  await expect(page.locator(".status")).toContainText("Added 1 account. Undo");
});

test("a code that was not seen is marked with keys, in a small window too", async ({
  page,
  open,
  press,
}) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await open({ clipboard: "nothing" });
  await press("Control+v");
  const mark = page.getByRole("button", { name: "Mark the code by hand" });
  await mark.focus();
  await press("Enter");
  const box = page.getByRole("application", { name: "Box around the code" });
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/^Drag a box around the code/);
  await expect(box).toBeInViewport({ ratio: 1 });

  // Escape leaves the box, and the sheet stays.
  await press("Escape");
  await expect(mark).toBeFocused();
  await press("Enter");
  for (const [keys, times] of [
    ["ArrowLeft", 4],
    ["ArrowUp", 4],
    ["Shift+ArrowRight", 8],
    ["Shift+ArrowDown", 8],
  ] as const)
    for (let i = 0; i < times; i++) await page.keyboard.press(keys);
  const sheet = page.getByRole("alertdialog");
  await expect(sheet.getByRole("status").first()).toHaveText(
    "From 17 to 83 % across, 17 to 83 % down",
  );
  await press("Enter");
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "Add this account?",
  );
  expect(await calls(page)).toContain("read_region");
});

test("a code that was not seen beside others is marked, and what was found stays", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ clipboard: "five" });
  await press("Control+v");
  const sheet = page.getByRole("dialog");
  await page.getByRole("checkbox", { name: "Bytebase" }).uncheck();
  await page.getByLabel("Tag them").fill("Work");
  await sheet.getByRole("button", { name: "Show" }).click();
  const mark = sheet.getByRole("button", { name: "Mark the code by hand" });
  await mark.click();
  await expect(sheet).toHaveAccessibleName("Mark the code by hand");
  const box = page.getByRole("application", { name: "Box around the code" });
  await expect(box).toBeFocused();
  // The box stands in the middle, where the whole code is not.
  await press("Enter");
  await expect(sheet.getByRole("alert")).toHaveText(
    "No QR code in this box. Draw it around the whole code, with a little white.",
  );
  await press("Escape");
  await expect(mark).toBeFocused();
  await press("Enter");
  for (const [keys, times] of [
    ["ArrowLeft", 4],
    ["ArrowUp", 4],
    ["Shift+ArrowRight", 8],
    ["Shift+ArrowDown", 8],
  ] as const)
    for (let i = 0; i < times; i++) await page.keyboard.press(keys);
  await press("Enter");

  await expect(sheet).toHaveAccessibleName("8 new accounts in 5 screenshots");
  await expect(page.getByRole("checkbox", { name: "Sentry" })).toBeFocused();
  await expect(page.getByRole("checkbox", { name: "Sentry" })).toBeChecked();
  await expect(
    page.getByRole("checkbox", { name: "Bytebase" }),
  ).not.toBeChecked();
  await expect(page.getByLabel("Tag them")).toHaveValue("Work");
  await expect(sheet).not.toContainText("IMG_2041.jpg could not be read");
  await page.getByRole("button", { name: "Add 7 accounts" }).click();
  await pass(0);
  const { choices } = (await page.evaluate(
    () => window.keytick.asked["confirm_review"] ?? {},
  )) as { choices?: { item: number }[] };
  expect(choices?.map(({ item }) => item)).toEqual([0, 2, 3, 4, 5, 6, 8]);
});

test("a code that is no key shows what it says as text, without a link", async ({
  page,
  open,
  press,
}) => {
  await open({ clipboard: "address" });
  await press("Control+v");
  const sheet = page.getByRole("alertdialog");
  await expect(sheet).toHaveAccessibleName(
    "This QR code is a web address, not a sign-in key",
  );
  await expect(sheet).toContainText("https://example.com");
  await expect(sheet.getByRole("link")).toHaveCount(0);
});

test("a typed key shows its live code before it is added", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+t");
  await page.keyboard.type("Rocket.Chat");
  await page.keyboard.press("Tab");
  await page.keyboard.type("test@example.com");
  await page.keyboard.press("Tab");
  await page.keyboard.type("jbsw y3dp-ehpk");
  await pass(300);
  await expect(page.getByRole("dialog").locator(".code-now")).toHaveText(
    /^\d{3}\s*\d{3}$/,
  );
  await press("Enter");
  await expect(page.locator(".status")).toContainText("Added 1 account.");
  await expect(page.locator('.row[aria-selected="true"]')).toContainText(
    "test@example.com",
  );
});

test("a wrong letter in a typed key is named with its place", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+t");
  await page.getByLabel("Key", { exact: true }).fill("JBSW 8");
  await pass(300);
  await expect(page.getByRole("alert")).toHaveText(
    "A key has only letters A–Z and digits 2–7. Check the character 8 in place 5.",
  );
});

test("closing asks first when something typed would be lost", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+t");
  await page.keyboard.type("Forum");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert")).toHaveText(
    "What you typed will be lost.",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Forum");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the ways to add work by their keys from the sheet, and text is told to be none", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ clipboard: "some words" });
  await press("Control+n");
  expect(await focused(page)).toContain("Paste");
  await press("Control+v");
  await expect(page.getByRole("alert")).toHaveText(
    "The clipboard holds text, but no setup link.",
  );
  await press("Control+t");
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveAccessibleName("Add an account");
  await page.keyboard.press("Control+o");
  await pass(400);
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "7 new accounts in 5 screenshots",
  );
});

test("while locked, dropped pictures wait for the person", async ({
  page,
  open,
  pass,
}) => {
  await open({ session: "locked" });
  await page.evaluate(() => window.keytick.drag(2));
  await expect(page.getByText("Unlock first, then drop again.")).toBeVisible();
  await page.evaluate(() => window.keytick.drop("five"));
  await pass(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the whole window is the target of a drop", async ({ page, open }) => {
  await open();
  await page.evaluate(() => window.keytick.drag(5));
  await expect(page.getByText("Drop 5 screenshots to add")).toBeVisible();
  await page.evaluate(() => window.keytick.drag(0));
  await expect(page.getByText("Drop 5 screenshots to add")).toHaveCount(0);
  await page.evaluate(() => window.keytick.drag(1, false));
  await expect(page.getByText("Drop 1 file to add")).toBeVisible();
});

for (const [what, keys, field, cancel] of [
  ["a typed key", "Control+t", "Name", "Cancel"],
  ["an edit", "Control+e", "Name", "Cancel"],
  ["a found account", "Control+v", "Name", "Cancel"],
] as const) {
  test(`Cancel asks before it loses ${what}`, async ({ page, open, pass }) => {
    await open();
    await page.keyboard.press(keys);
    await pass(0);
    const name = page.getByLabel(field, { exact: true });
    await name.fill("Forum");
    await page.getByRole("button", { name: cancel }).click();
    await expect(page.getByRole("alert")).toHaveText(
      "What you typed will be lost.",
    );
    await page.getByRole("button", { name: "Keep editing" }).click();
    await expect(name).toHaveValue("Forum");
  });
}

test("a renamed account of the review is not lost without asking", async ({
  page,
  open,
  press,
}) => {
  await open({ clipboard: "five" });
  await press("Control+v");
  await page.keyboard.press("F2");
  await page.getByLabel("Name", { exact: true }).fill("Other");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("checkbox", { name: "Other" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("What you typed will be lost.")).toBeVisible();
  expect(await calls(page)).not.toContain("discard_review");
});

test("found accounts can get a tag that is new, where there was none before", async ({
  page,
  open,
  press,
}) => {
  await open({ accounts: "none", clipboard: "five" });
  await press("Control+v");
  await page.getByLabel("Tag them").fill("Work");
  await press("Enter");
  await expect(page.getByRole("button", { name: "Work" })).toContainText("7");
});

test("a typed key is asked for once a period, and shows its code to the end", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ time: Date.UTC(2025, 5, 12, 10, 0, 24) });
  await press("Control+t");
  await page.getByLabel("Key", { exact: true }).fill("JBSWY3DPEHPK3PXP");
  await pass(300);
  const code = page.getByRole("dialog").locator(".code-now");
  const asked = async () =>
    (await calls(page)).filter((call) => call === "check_key").length;
  for (let second = 0; second < 4; second++) {
    await expect(code).toHaveText(/^\d{3}\s*\d{3}$/);
    await pass(1000);
  }
  expect(await asked()).toBe(1);
  const before = await code.innerText();
  await pass(3000);
  expect(await asked()).toBe(2);
  expect(await code.innerText()).not.toBe(before);
});

test("the dial of a typed key follows the period of its link", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await page.evaluate(() => (window.keytick.setup.typedPeriod = 60));
  await press("Control+t");
  await page.getByLabel("Key", { exact: true }).fill("JBSWY3DPEHPK3PXP");
  await pass(300);
  await expect(page.getByRole("dialog").getByRole("timer")).toHaveText("48");
});

test("a reading that was stopped is told to be, not that nothing is there", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.evaluate(() => {
    window.keytick.setup.delay = 400;
    void window.keytick.drop("stopped");
  });
  await pass(1000);
  await page.getByRole("button", { name: "Stop" }).click();
  await pass(1000);
  await expect(page.getByRole("alertdialog")).toHaveAccessibleName(
    "Reading was stopped",
  );
});

// The codes screen: the search has the keyboard, and every key of the map does what it says.

import { PASSWORD } from "../src/mock/shell";
import { calls, expect, focused, rows, selected, test } from "./page";

const search = "Search accounts";

test("letters search, Enter copies", async ({ page, open, pass, press }) => {
  await open();
  await page.keyboard.type("rc");
  await pass(0);
  expect(await rows(page)).toEqual(["Rocket.Chat"]);
  await expect(page.locator("mark")).toHaveText(["R", "c"]);
  await press("Enter");
  await expect(page.locator(".row.copied")).toContainText("Copied");
  await expect(page.locator(".status")).toContainText(
    "Copied. Clipboard clears in 30 s",
  );
  await pass(1250);
  await expect(page.locator(".row.copied")).toHaveCount(0);
  await pass(3000);
  await expect(page.locator(".status")).toContainText(
    "Clipboard clears in 26 s",
  );
  await pass(26_000);
  await expect(page.locator(".status")).toContainText(
    "Rocket.Chat · work@example.com",
  );
});

test("a held Enter does one thing: it unlocks, adds or copies", async ({
  page,
  open,
  pass,
}) => {
  const hold = async () => {
    for (let repeats = 0; repeats < 3; repeats += 1) {
      await page.keyboard.down("Enter");
      await pass(0);
    }
    await page.keyboard.up("Enter");
  };
  const copies = async () =>
    (await calls(page)).filter((call) => call === "copy").length;
  await open({ session: "locked" });
  await page.keyboard.type(PASSWORD);
  await hold();
  expect(await focused(page)).toBe(search);
  expect(await copies()).toBe(0);
  await page.keyboard.press("Control+v");
  await pass(0);
  await hold();
  await expect(page.locator(".status")).toContainText("Added 1 account.");
  expect(await copies()).toBe(0);
  await hold();
  expect(await copies()).toBe(1);
});

test("quick search copies once while Enter is held", async ({
  page,
  open,
  pass,
}) => {
  await open({ path: "/quick.html", session: "locked" });
  await page.evaluate(() => window.keytick.openQuick());
  await pass(0);
  await page.keyboard.type(PASSWORD);
  for (let repeats = 0; repeats < 3; repeats += 1) {
    await page.keyboard.down("Enter");
    await pass(0);
  }
  expect(await calls(page)).not.toContain("quick_copy");
  await page.keyboard.up("Enter");
  await page.keyboard.press("Enter");
  await pass(0);
  expect(await calls(page)).toContain("quick_copy");
});

test("the clipboard can be cleared at once", async ({ page, open, press }) => {
  await open();
  await press("Enter");
  await page.getByRole("button", { name: "Clear now" }).click();
  await expect(page.locator(".status")).toContainText(
    "Batch · work@example.com",
  );
  expect(await calls(page)).toContain("clear_clipboard");
});

test("Shift Enter copies the next code", async ({ page, open, press }) => {
  await open();
  await press("Shift+Enter");
  await expect(page.locator('.row[aria-selected="true"]')).toContainText(
    "Next copied",
  );
});

test("arrows, pages, Home and End move the selection and keep it on view", async ({
  page,
  open,
  pass,
}) => {
  await open();
  const steps: [string, string][] = [
    ["ArrowDown", "Bytebase"],
    ["ArrowUp", "Batch"],
    ["ArrowUp", "Batch"],
    ["PageDown", "Payroll"],
    ["End", "Ticket Hall"],
    ["ArrowDown", "Ticket Hall"],
    ["PageUp", "Acme VPN"],
    ["Home", "Batch"],
  ];
  for (const [key, name] of steps) {
    await page.keyboard.press(key);
    await pass(0);
    expect([key, await selected(page)]).toEqual([key, name]);
    const row = page.locator('.row[aria-selected="true"]');
    await expect(row).toBeInViewport({ ratio: 1 });
  }
  expect(await focused(page)).toBe(search);
});

test("Ctrl and a digit copies the n-th row on view", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+3");
  expect(await selected(page)).toBe("Cloud Console");
  await page.keyboard.press("End");
  await pass(50);
  await press("Control+1");
  expect(await selected(page)).toBe("Acme VPN");
  await expect(page.locator(".row.copied")).toContainText("Acme VPN");
});

test("the active row is told to screen readers, its code is not", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("ArrowDown");
  const combobox = page.getByRole("combobox", { name: search });
  const id = await combobox.getAttribute("aria-activedescendant");
  const option = page.locator(`[id="${id}"]`);
  await expect(option).toHaveAccessibleName(
    "Bytebase, admin@example.com, favourite",
  );
  await expect(option).toHaveAttribute("aria-posinset", "2");
  await expect(option).toHaveAttribute("aria-setsize", "14");
});

test("a click copies, and the search keeps the keyboard", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.getByText("Git Host").click();
  await pass(0);
  await expect(page.locator(".row.copied")).toContainText("Git Host");
  expect(await focused(page)).toBe(search);
});

test("a letter searches from wherever the keyboard is", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.getByRole("button", { name: "Favourites" }).focus();
  await page.keyboard.type("by");
  await pass(0);
  await expect(page.getByRole("combobox")).toHaveValue("by");
});

test("Escape clears the search", async ({ page, open, press }) => {
  await open();
  await page.keyboard.type("by");
  await press("Escape");
  await expect(page.getByRole("combobox")).toHaveValue("");
  expect(await rows(page)).toContain("Git Host");
});

test("text on the clipboard goes into the search, at the caret", async ({
  page,
  open,
  press,
}) => {
  await open({ clipboard: "host\n" });
  await page.keyboard.type("git ");
  await press("Control+v");
  await expect(page.getByRole("combobox")).toHaveValue("git host");
  expect(await rows(page)).toEqual(["Git Host"]);
});

test("the shell reads the clipboard, whichever way one pastes", async ({
  page,
  open,
  pass,
}) => {
  await open();
  await page.getByRole("combobox").dispatchEvent("paste");
  await pass(0);
  expect(await calls(page)).toContain("paste");
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "Add this account?",
  );
});

test("places of the sidebar filter the list", async ({ page, open, pass }) => {
  await open();
  await page.getByRole("button", { name: "Favourites" }).click();
  await pass(0);
  expect(await rows(page)).toEqual(["Batch", "Bytebase", "Cloud Console"]);
  await expect(
    page.getByRole("button", { name: "Favourites" }),
  ).toHaveAttribute("aria-current", "page");
  await page.getByRole("button", { name: "Clients" }).click();
  await pass(0);
  expect(await rows(page)).toEqual(["Bytebase", "Domain Desk", "Infura"]);
  expect(await focused(page)).toBe(search);
});

test("Ctrl D makes a favourite, and takes it back", async ({
  page,
  open,
  press,
}) => {
  await open();
  const favourites = page.getByRole("button", { name: /^Favourites/ });
  await page.keyboard.type("git");
  await press("Control+d");
  await expect(favourites).toContainText("4");
  await press("Control+d");
  await expect(favourites).toContainText("3");
});

test("Ctrl H hides the codes but the selected one", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+h");
  await expect(page.locator(".code.dots")).toHaveCount(
    (await rows(page)).length - 1,
  );
  await press("Control+h");
  await expect(page.locator(".code.dots")).toHaveCount(0);
});

test("Ctrl R reads the code aloud", async ({ page, open, press }) => {
  await open();
  await press("Control+r");
  await expect(page.locator(".foot [role=status]")).toHaveText(
    /^\d \d \d, \d \d \d\. 18 seconds left\.$/,
  );
});

test("a counter account makes a code only when asked", async ({
  page,
  open,
  pass,
}) => {
  await open({ accounts: "kinds" });
  await page.keyboard.type("acme");
  await pass(0);
  const row = page.locator(".row");
  await expect(row).toContainText("Used 41 times");
  await page.keyboard.press("Enter");
  await pass(1300);
  await expect(row).toContainText("Code 42");
  await page.keyboard.press("Shift+Enter");
  await pass(1300);
  await expect(row).toContainText("Code 42");
  await pass(60_000);
  await expect(row).toContainText("Used 42 times");
});

test("right click opens the actions beside the pointer", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await page.getByText("Infura").click({ button: "right" });
  await pass(0);
  await expect(page.getByRole("dialog")).toHaveAccessibleName(
    "Actions for Infura",
  );
  await page.keyboard.type("fav");
  await press("Enter");
  await expect(page.getByRole("button", { name: /^Favourites/ })).toContainText(
    "4",
  );
  expect(await focused(page)).toBe(search);
});

test("a key of the map works from the open menu", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+k", "Control+e");
  await expect(page.getByRole("dialog")).toHaveAccessibleName("Edit account");
});

test("locking clears the window; unlocking brings back search and place", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.keyboard.type("a");
  await page.keyboard.press("ArrowDown");
  await press("ArrowDown");
  const place = await selected(page);
  await press("Control+l");
  await expect(page.getByRole("heading")).toHaveText("Unlock KEYTICK");
  await expect(page.locator("body")).not.toContainText("example.com");
  await page.keyboard.type("correct horse battery staple");
  await press("Enter");
  await expect(page.getByRole("combobox")).toHaveValue("a");
  expect(await selected(page)).toBe(place);
});

test("unlocking brings back where the list was scrolled to", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ accounts: 1000 });
  const list = page.locator(".list");
  await list.evaluate((list) => (list.scrollTop = 4810));
  await pass(50);
  await page.getByText("Site 00105", { exact: true }).click();
  await pass(0);
  await press("Control+l");
  await page.keyboard.type("correct horse battery staple");
  await page.keyboard.press("Enter");
  await pass(50);
  expect(await selected(page)).toBe("Site 00105");
  expect(await list.evaluate((list) => list.scrollTop)).toBe(4810);
});

test("a search brings its first hit on view, wherever the list was scrolled to", async ({
  page,
  open,
  pass,
}) => {
  await open({ accounts: 1000 });
  await page.locator(".list").evaluate((list) => (list.scrollTop = 9000));
  await pass(50);
  await page.keyboard.type("site");
  await pass(50);
  await expect(page.locator('.row[aria-selected="true"]')).toBeInViewport({
    ratio: 1,
  });
});

test("no timer runs while the vault is locked", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+l");
  const before = (await calls(page)).length;
  await pass(120_000);
  expect((await calls(page)).slice(before)).toEqual([]);
});

test("keys of the web view do nothing", async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    window.addEventListener("keydown", (event) => {
      const modifier = ["Control", "Shift", "Alt"].includes(event.key);
      if (!modifier && !event.defaultPrevented)
        document.title += ` ${event.key}`;
    });
  });
  const keys = [
    "F3",
    "F5",
    "F7",
    "Control+r",
    "Control+Shift+r",
    "Control+p",
    "Control+g",
    "Control+u",
    "Control+s",
    "Control+f",
    "Control+=",
    "Control+-",
    "Control+0",
    "Alt+ArrowLeft",
    "Alt+ArrowRight",
  ];
  for (const key of keys) await page.keyboard.press(key);
  await expect(page).toHaveTitle("Keytick");
  const menu = await page.evaluate(() =>
    document.body.dispatchEvent(
      new MouseEvent("contextmenu", { cancelable: true, bubbles: true }),
    ),
  );
  expect(menu).toBe(false);
});

test("text grows and shrinks, and at twice the size behaves like half the width", async ({
  page,
  open,
  pass,
}) => {
  await open();
  const height = async () =>
    (await page.locator(".row").first().boundingBox())?.height;
  expect(await height()).toBe(48);
  for (let i = 0; i < 5; i++) await page.keyboard.press("Control+=");
  await pass(50);
  expect(await height()).toBe(96);
  await expect(page.locator(".app > .side")).toBeHidden();
  await expect(page.getByRole("button", { name: "Menu" })).toBeVisible();
  await page.keyboard.press("Control+0");
  await pass(50);
  expect(await height()).toBe(48);
});

test("F6 steps between sidebar, search and action bar", async ({
  page,
  open,
}) => {
  await open();
  await page.keyboard.press("F6");
  expect(await focused(page)).toBe("Copy Enter");
  await page.keyboard.press("F6");
  expect(await focused(page)).toBe("All codes14");
  await page.keyboard.press("F6");
  expect(await focused(page)).toBe(search);
  await page.keyboard.press("Shift+F6");
  expect(await focused(page)).toBe("All codes14");
});

test("a change by another program is shown", async ({ page, open, pass }) => {
  await open();
  await page.evaluate(async () => {
    await window.keytick.call("set_favourite", {
      id: "00000000-0000-4000-8000-000000000004",
      favourite: true,
    });
    await window.keytick.tell("accounts-changed", null);
  });
  await pass(0);
  await expect(page.getByRole("button", { name: /^Favourites/ })).toContainText(
    "4",
  );
});

test("a code on view is that of the new key as soon as another program changed it", async ({
  page,
  open,
  pass,
}) => {
  await open();
  const code = page.locator(".row .code-now").first();
  const before = await code.innerText();
  await page.evaluate(async () => {
    window.keytick.rekey("00000000-0000-4000-8000-000000000001");
    await window.keytick.tell("accounts-changed", null);
  });
  await pass(0);
  await expect(code).not.toHaveText(before);
  await expect(code).toHaveText(/^\d{3}\s*\d{3}$/);
});

test("Ctrl Z takes back the last change, but not while the search has letters", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  const favourites = page.getByRole("button", { name: /^Favourites/ });
  await press("Control+d");
  await expect(favourites).toContainText("2");
  await pass(10_100);
  await page.keyboard.type("git");
  await pass(0);
  await press("Control+z");
  await expect(favourites).toContainText("2");
  await press("Escape", "Control+z");
  await expect(favourites).toContainText("3");
});

test("F1 lists the keys, over an open sheet too", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("F1");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("All shortcuts");
  await expect(sheet).toContainText("Copy code");
  await expect(sheet).toContainText("Open quick search");
  for (const text of ["Hide the window", "Move by a page"])
    await expect(sheet.getByText(text, { exact: true })).toBeVisible();
  await expect(sheet).toContainText("Ctrl");
  await press("Escape");
  await expect(sheet).toHaveCount(0);
  expect(await focused(page)).toBe(search);
  await press("Control+t", "F1", "Escape");
  await expect(sheet).toHaveAccessibleName("Type the key");
});

test("Ctrl Q ends the program, from every screen", async ({
  page,
  open,
  press,
}) => {
  await open({ session: "locked" });
  await press("Control+q");
  expect(await calls(page)).toContain("quit");
});

test("a failure in the background leaves the keyboard alive", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Control+v");
  await page.evaluate(() =>
    window.keytick.fail({ id: "vault-io", params: {} }),
  );
  await pass(0);
  const sheet = page.getByRole("dialog");
  await expect(sheet).toHaveAccessibleName("Add this account?");
  await expect(sheet.getByRole("alert")).toBeVisible();
  await press("Enter");
  await expect(page.locator(".status")).toContainText("Added 1 account.");
  await page.keyboard.type("git");
  await pass(0);
  expect(await rows(page)).toEqual(["Git Host"]);
});

test("rows are marked with Ctrl and Shift, and something is done with all of them", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  const marked = page.locator('.row[aria-selected="true"] .iss > .ell');
  await page.getByText("Acme VPN").click({ modifiers: ["Control"] });
  await expect(marked).toHaveText(["Batch", "Acme VPN"]);
  await page.getByText("Acme VPN").click({ modifiers: ["Control"] });
  await expect(marked).toHaveText(["Batch"]);
  await press("Escape");
  await page.getByText("Bytebase").click();
  await page.getByText("DeployHQ").click({ modifiers: ["Shift"] });
  await expect(marked).toHaveText([
    "Bytebase",
    "Cloud Console",
    "Acme VPN",
    "DeployHQ",
  ]);
  await press("Shift+ArrowUp");
  await expect(marked).toHaveCount(3);
  await expect(page.locator(".status")).toContainText("3 accounts are marked");

  await press("Control+k", "Enter");
  await page.keyboard.type("Shared");
  await press("Enter");
  await expect(page.getByRole("button", { name: /^Shared/ })).toContainText(
    "3",
  );
  await press("Control+z");
  await expect(page.getByRole("button", { name: /^Shared/ })).toHaveCount(0);

  await press("Home", "Shift+ArrowDown", "Control+Delete");
  await expect(page.getByRole("alertdialog")).toHaveAccessibleName(
    "Delete 2 accounts?",
  );
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await pass(0);
  expect((await rows(page))[0]).toBe("Cloud Console");
  await press("Control+z");
  expect((await rows(page))[0]).toBe("Batch");
});

test("marked accounts are those that are backed up", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Shift+ArrowDown", "Control+k", "ArrowDown", "Enter");
  await expect(page.getByText("2 of 14")).toBeVisible();
});

test("accounts stand where a person puts them, by keys and by dragging", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open();
  await press("Alt+ArrowDown");
  await expect(page.locator(".status")).toContainText("My own order");
  await page.evaluate(async () => {
    const set = { ...window.keytick.settings(), order: "own" as const };
    await window.keytick.call("change_settings", { settings: set });
  });
  await pass(0);
  const first = async () => (await rows(page)).slice(0, 3);
  await press("Home", "Alt+ArrowDown");
  expect(await first()).toEqual(["Bytebase", "Batch", "Cloud Console"]);
  expect(await selected(page)).toBe("Batch");
  await press("Alt+ArrowUp");
  expect(await first()).toEqual(["Batch", "Bytebase", "Cloud Console"]);

  const row = (name: string) => page.locator(".row", { hasText: name });
  await row("Cloud Console").hover();
  await page.mouse.down();
  const top = await row("Batch").boundingBox();
  await page.mouse.move(300, (top?.y ?? 0) + 30, { steps: 3 });
  await page.mouse.move(300, (top?.y ?? 0) + 4, { steps: 3 });
  await page.mouse.up();
  await pass(0);
  expect(await first()).toEqual(["Cloud Console", "Batch", "Bytebase"]);
  expect(await calls(page)).not.toContain("copy");
  await press("Control+z");
  expect(await first()).toEqual(["Batch", "Bytebase", "Cloud Console"]);
});

test("each move has the code read where that is set", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ settings: { readOnMove: true } });
  await press("ArrowDown");
  await pass(250);
  await expect(page.locator('[role="status"]').last()).toHaveText(
    /^(\d ){2}\d, (\d ){2}\d\. \d+ seconds left\.$/,
  );
});

test("a clock that the system knows to be wrong is told, with a way to mend it", async ({
  page,
  open,
  press,
}) => {
  await open({ clockError: 42 });
  await expect(page.getByText("clock is 42 s slow")).toBeVisible();
  await page.getByRole("button", { name: "Fix the clock" }).click();
  expect(await calls(page)).toContain("open_clock_settings");
  await press("Control+k");
});

test("after the clock was set back the codes are those of the new time", async ({
  page,
  open,
  pass,
}) => {
  await open();
  const code = page.locator(".row .code-now").first();
  const before = await code.innerText();
  await page.clock.setSystemTime(Date.UTC(2025, 5, 12, 9, 0, 0));
  await pass(1100);
  await expect(code).not.toHaveText(before);
  await expect(page.locator(".dial b")).toHaveText(/^(29|30)$/);
});

test("an action that makes room for the news leaves the keyboard in the bar", async ({
  page,
  open,
  press,
}) => {
  await open({ settings: { language: "de" } });
  const small = page.locator(".foot > button.small").first();
  await small.focus();
  await press("Control+d");
  await expect(small).toBeHidden();
  await expect(page.locator(".foot > button").last()).toBeFocused();
});

test("what was done can be read in German, too", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ settings: { language: "de" } });
  await press("Control+d");
  const foot = page.locator(".foot");
  const news = foot.locator(".status .ell").first();
  const cut = () => news.evaluate((it) => it.scrollWidth - it.clientWidth);
  await expect(news).toContainText("Batch");
  expect(await cut()).toBe(0);
  await expect(foot.getByRole("button", { name: "Aktionen" })).toBeVisible();
  // With the news gone, every key has its room again.
  const all = foot.locator("button.btn:visible");
  const fewer = await all.count();
  await pass(10_100);
  expect(await all.count()).toBeGreaterThan(fewer);
  await press("Enter");
  await pass(0);
  await expect(news).toContainText("Kopiert");
  expect(await cut()).toBe(0);
});

test("a narrow window keeps a row's own ring, and room for what happens", async ({
  page,
  open,
  pass,
}) => {
  await page.setViewportSize({ width: 360, height: 480 });
  await open({ accounts: "kinds" });
  await page.evaluate(() => {
    const shell = window.keytick;
    shell.changeSettings({ ...shell.settings(), language: "de" });
  });
  await page.locator("html[lang=de]").waitFor();
  await page.keyboard.type("harbor");
  await pass(50);
  const own = page.locator(".row.own");
  const ring = await own.locator(".ring").boundingBox();
  const code = await own.locator("> .code").boundingBox();
  const [ringTop, codeEnd] = [
    ring?.y ?? 0,
    (code?.y ?? 0) + (code?.height ?? 0),
  ];
  expect(ringTop).toBeGreaterThanOrEqual(codeEnd - 2);
  await page.keyboard.press("Escape");
  const uncut = () =>
    page
      .locator(".status .ell")
      .first()
      .evaluate((it) => it.scrollWidth <= it.clientWidth);
  await page.keyboard.press("Shift+ArrowDown");
  await pass(50);
  expect(await uncut()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await pass(50);
  await expect(page.locator(".status")).toContainText("Kopiert");
  expect(await uncut()).toBe(true);
});

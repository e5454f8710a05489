// The test lab: starting and stopping sites, the log, the clock, the faults, the account.

import { calls, expect, focused, test } from "./page";

test("a site is started and stopped with Space", async ({
  page,
  open,
  press,
}) => {
  await open();
  await page.getByRole("button", { name: "Test lab" }).click();
  await press("ArrowDown", "Space");
  const row = page.getByRole("listitem").filter({ hasText: "Bytebase style" });
  await expect(row).toContainText("Running");
  await expect(row).toContainText("127.0.0.1:8741");
  await expect(page.locator(".foot [role=status]")).toHaveText(
    "Bytebase style, Running",
  );
  await expect(page.locator(".status")).toContainText("1 of 7 running");
  await press("Space");
  await expect(row).toContainText("Stopped");
});

test("Enter opens the log of a running site, Escape leads back", async ({
  page,
  open,
  press,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "Enter");
  await expect(page.getByRole("log")).toHaveCount(0);
  await press("ArrowDown", "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Bytebase style",
  );
  const refused = page.getByRole("log").getByRole("listitem").nth(9);
  await expect(refused).toContainText("alice@demo.test: code refused");
  await expect(refused).toContainText("totp.reuse=forbidden");
  await expect(refused.getByRole("img", { name: "Refused" })).toBeVisible();
  await expect(page.locator("[aria-current=step]")).toContainText("Sign in");
  await press("Escape");
  await expect(page.getByText("only on this computer")).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("combobox")).toBeVisible();
});

test("the log follows until it is scrolled, then counts new lines", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  const visit = async (kind: string, mark: "note" | "refused") => {
    await page.evaluate(
      ([of, as]) =>
        window.keytick.visit("bytebase", of, as as "note" | "refused"),
      [kind, mark] as const,
    );
    await pass(20);
  };
  const log = page.getByRole("log");
  const left = () =>
    log.evaluate(
      (pane) => pane.scrollHeight - pane.scrollTop - pane.clientHeight,
    );
  for (let i = 0; i < 12; i++) await visit("login.done", "note");
  expect(await left()).toBeLessThan(2);
  await expect(page.getByText("Following")).toBeVisible();
  await log.evaluate((pane) => (pane.scrollTop = 0));
  await expect(page.getByText("Following")).toHaveCount(0);
  await visit("login.done", "note");
  await visit("challenge.failed", "refused");
  await expect(page.locator(".foot [role=status]")).toHaveText(
    "alice@demo.test: code refused",
  );
  await page.getByRole("button", { name: "2 new lines" }).click();
  await pass(20);
  expect(await left()).toBeLessThan(2);
});

test("clock and faults are set, told below, and cleared", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  const status = page.locator(".status");
  await expect(status).toContainText("No faults · clock right");
  await page.getByRole("switch", { name: "Accept used codes again" }).check();
  await page.getByRole("switch", { name: "Lock after 3 wrong codes" }).check();
  await page.getByRole("button", { name: "−30 s" }).click();
  await pass(0);
  await expect(status).toContainText("2 faults on · clock 30 s behind");
  await page.getByRole("slider").focus();
  await press("Home");
  await expect(status).toContainText("clock 120 s behind");
  await page.getByRole("button", { name: "Stop clock" }).click();
  await expect(status).toContainText("clock stands still");
  await page.getByRole("button", { name: "Right time" }).click();
  await press("Control+u");
  await expect(status).toContainText("No faults · clock right");
  await page.getByRole("button", { name: "Reset" }).click();
  await pass(0);
  await expect(status).toContainText("The site is as it began.");
});

test("the account of the site's QR code is added, and its code copied", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  await page.getByRole("button", { name: "Add to my accounts" }).click();
  await pass(0);
  await expect(page.locator(".status")).toContainText("Added with the tag Lab");
  const controls = page.getByRole("complementary", { name: "Controls" });
  await expect(controls.locator(".code")).toHaveText(/^\d{6}$/);
  await controls.getByRole("button", { name: "Copy" }).click();
  expect(await calls(page)).toContain("copy");
  await expect(page.getByRole("button", { name: /^Lab/ })).toContainText("1");
});

test("a site that ends by itself is left", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  await page.evaluate(() => window.keytick.die("bytebase"));
  await pass(0);
  await expect(page.locator(".status")).toContainText("0 of 7 running");
});

test("what cannot be started says why", async ({ page, open, press }) => {
  await open();
  await press("Control+Shift+T");
  await page.evaluate(() => {
    window.keytick.failures["start_site"] = {
      id: "desktop-lab-no-command",
      params: {},
    };
  });
  await page.getByRole("button", { name: "Start Batch style" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "practice sites run in it",
  );
});

test("the log is searched, and Escape leads back step by step", async ({
  page,
  open,
  press,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  const lines = page.getByRole("log").getByRole("listitem");
  await expect(lines).toHaveCount(11);
  await press("Control+f");
  expect(await focused(page)).toBe("Search the log");
  await page.keyboard.type("CODE REFUSED");
  await expect(lines).toHaveCount(1);
  await expect(page.getByText("1 of 11")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("totp.reuse");
  await expect(lines).toHaveCount(1);
  await press("Escape");
  await expect(lines).toHaveCount(11);
  expect(await focused(page)).toBe("Search the log");
  await expect(page.getByRole("search")).toHaveCount(0);
  await press("Escape");
  await expect(page.getByText("only on this computer")).toBeVisible();
});

test("a paused log takes no new lines until it goes on", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  const lines = page.getByRole("log").getByRole("listitem");
  const pause = page.getByRole("button", { name: "Pause the log" });
  await pause.click();
  await expect(pause).toHaveAttribute("aria-pressed", "true");
  await page.evaluate(() =>
    window.keytick.visit("bytebase", "challenge.failed", "refused"),
  );
  await pass(20);
  await expect(lines).toHaveCount(11);
  await expect(page.getByText("Paused")).toBeVisible();
  // What is refused is told all the same.
  await expect(page.locator(".foot [role=status]")).toHaveText(
    "alice@demo.test: code refused",
  );
  await page.getByRole("button", { name: "1 new line" }).click();
  await pass(20);
  await expect(lines).toHaveCount(12);
  await expect(pause).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("Following")).toBeVisible();
});

test("the log is saved", async ({ page, open, press, pass }) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "ArrowDown", "Enter");
  await page.getByRole("button", { name: "Save the log" }).click();
  await pass(0);
  expect(await calls(page)).toContain("save_site_log");
  await expect(page.locator(".status")).toContainText(
    "The log is saved, without keys and codes.",
  );
});

test("rules are changed, and a refused change changes nothing", async ({
  page,
  open,
  press,
  pass,
}) => {
  await open({ sites: ["rocketchat"] });
  await press("Control+Shift+T", "ArrowDown", "ArrowDown", "Enter");
  const digits = page.getByLabel("Digits");
  await digits.selectOption("7");
  await page.getByLabel("Seconds", { exact: true }).selectOption("60");
  await page.getByLabel("Window").selectOption("0");
  await pass(0);
  const rules = await page.evaluate(
    () => window.keytick.siteState("rocketchat").rules,
  );
  expect(rules).toEqual({ digits: 7, period: 60, window: [0, 0] });
  await digits.selectOption("8");
  await pass(0);
  await expect(page.getByRole("alert")).toContainText("did not take this");
  await expect(digits).toHaveValue("7");
});

test("all sites but one's own are started at once", async ({
  page,
  open,
  press,
}) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T");
  const all = page.getByRole("button", { name: "Start all" });
  await all.click();
  await expect(page.locator(".status")).toContainText("6 of 7 running");
  await expect(all).toBeDisabled();
  const own = page.getByRole("listitem").filter({ hasText: "Your own" });
  await expect(own).toContainText("Stopped");
});

test("where one site cannot be started, the others wait", async ({
  page,
  open,
  press,
}) => {
  await open();
  await press("Control+Shift+T");
  await page.evaluate(() => {
    window.keytick.failures["start_site"] = {
      id: "desktop-lab-no-command",
      params: {},
    };
  });
  await page.getByRole("button", { name: "Start all" }).click();
  await expect(page.getByRole("alert")).toContainText(
    "practice sites run in it",
  );
  expect(
    (await calls(page)).filter((name) => name === "start_site"),
  ).toHaveLength(1);
});

test("F6 steps between the parts", async ({ page, open, press }) => {
  await open({ sites: ["bytebase"] });
  await press("Control+Shift+T", "F6");
  expect(await focused(page)).toBe("Start Batch style");
  await press("F6");
  expect(await focused(page)).toBe("Start or stop Space");
  await press("F6");
  expect(await focused(page)).toBe("All codes14");
  await press("F6", "ArrowDown", "F6", "Shift+F6");
  expect(await focused(page)).toBe("Open the log of Bytebase style");
  await press("Enter");
  expect(await focused(page)).toBe("Events");
  await press("F6");
  expect(await focused(page)).toBe("Add to my accounts");
  await press("F6");
  expect(await focused(page)).toBe("Clear faults Ctrl U");
});

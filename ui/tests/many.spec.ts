// Ten thousand accounts: only what is on view is drawn, and every key shows the right rows.

import { expect, rows, selected, test } from "./page";

test("typing among 10,000 shows the right rows after every letter", async ({
  page,
  open,
  pass,
}) => {
  await open({ accounts: 10_000 });
  expect(await page.locator(".row").count()).toBeLessThan(25);
  await expect(page.getByRole("combobox")).toHaveAttribute(
    "placeholder",
    "Search 10,000 accounts",
  );
  const steps: [string, string][] = [
    ["S", "Site 00001"],
    ["ite 0", "Site 00001"],
    ["432", "Site 04320"],
    ["7", "Site 04327"],
  ];
  let query = "";
  for (const [letters, first] of steps) {
    query += letters;
    await page.keyboard.type(letters);
    await pass(0);
    await expect(page.locator(".search .count")).toHaveText(
      `${hits(query)} of 10,000`,
    );
    expect((await rows(page))[0]).toBe(first);
    expect(await selected(page)).toBe(first);
  }
});

test("the last row can be reached and copied", async ({
  page,
  open,
  pass,
  press,
}) => {
  await open({ accounts: 10_000 });
  await page.keyboard.press("End");
  await pass(50);
  expect(await selected(page)).toBe("Site 10000");
  await expect(page.locator('.row[aria-selected="true"]')).toBeInViewport({
    ratio: 1,
  });
  await expect(page.locator('.row[aria-selected="true"] .code-now')).toHaveText(
    /^\d{3}\s*\d{3}$/,
  );
  await press("Enter");
  await expect(page.locator(".row.copied")).toContainText("Site 10000");
});

test("scrolling draws the rows that come on view, with their codes", async ({
  page,
  open,
  pass,
}) => {
  await open({ accounts: 10_000 });
  await page.locator(".list").evaluate((list) => (list.scrollTop = 48 * 5000));
  await pass(50);
  await expect(page.getByText("Site 05001", { exact: true })).toBeInViewport();
  await expect(page.locator(".row .code-now").first()).toHaveText(
    /^\d{3}\s*\d{3}$/,
  );
  expect(await page.locator(".row").count()).toBeLessThan(25);
});

/** How many of the names have these letters in this order. */
function hits(query: string): string {
  const inOrder = new RegExp([...query].join(".*"), "i");
  const names = Array.from(
    { length: 10_000 },
    (_, i) => `Site ${String(i + 1).padStart(5, "0")}`,
  );
  return names.filter((name) => inOrder.test(name)).length.toLocaleString("en");
}

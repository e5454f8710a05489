import { emit } from "@tauri-apps/api/event";
import { expect, test, vi } from "vitest";
import type { UiError } from "../lib/bindings";
import { PASSWORD } from "../mock/shell";
import { atSecond, shell } from "../mock/unit";

/** Quick search as its window starts it, hidden. */
async function fresh(setup: Parameters<typeof shell>[0] = {}) {
  atSecond(12);
  const mock = shell(setup);
  const { quick } = await import("./quick.svelte");
  await quick.start();
  const open = async (trouble: UiError | null = null) => {
    await mock.openQuick(trouble);
    await quick.settled();
  };
  const close = async () => {
    await quick.close();
    await settle();
  };
  return { mock, quick, open, close };
}

/** Lets what was started finish, without time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0);

test("opens with five accounts and the first of them selected", async () => {
  const { mock, quick, open } = await fresh();
  expect(mock.calls).toContain("quick_ready");
  await open();
  expect(quick.rows.length).toBe(5);
  expect(quick.selected?.issuer).toBe("Batch");
  expect(quick.code(quick.rows[0]!.id)?.code).toMatch(/^\d{6}$/);
});

test("copies the first hit of what was typed last, however soon Enter comes", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  mock.setup.delay = 50;
  quick.search("r");
  quick.search("rc");
  const copied = quick.copy();
  await vi.advanceTimersByTimeAsync(500);
  await copied;
  const found = mock.quickList("rc").rows[0]?.id;
  expect(mock.asked["quick_copy"]).toEqual({ id: found, next: false });
});

test("a row that is clicked is copied, whatever a search finds meanwhile", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  const clicked = quick.rows[3]!;
  mock.setup.delay = 50;
  quick.search("ba");
  const copied = quick.copyRow(clicked);
  await vi.advanceTimersByTimeAsync(500);
  await copied;
  expect(quick.rows[0]?.id).not.toBe(clicked.id);
  expect(mock.asked["quick_copy"]).toEqual({ id: clicked.id, next: false });
});

test("the next try is for the same account, where nothing was typed", async () => {
  const { mock, quick, open, close } = await fresh();
  await emit("settings-changed", { ...mock.settings(), typeCodes: true });
  await open();
  quick.search("a");
  await quick.settled();
  quick.move(1);
  const meant = quick.selectedId;
  await quick.type();
  await settle();
  await open({ id: "desktop-typing-elsewhere", params: {} });
  expect([quick.query, quick.selectedId]).toEqual(["a", meant]);
  // Another search has another first hit, and so has an opening that no typing went before.
  quick.search("ba");
  await quick.settled();
  expect(quick.selectedId).toBe(quick.rows[0]?.id);
  quick.search("a");
  await quick.settled();
  quick.move(1);
  await close();
  await open({ id: "desktop-no-clipboard", params: {} });
  expect(quick.selectedId).toBe(quick.rows[0]?.id);
});

test("shows no code once it is closed", async () => {
  const { quick, open, close } = await fresh();
  await open();
  await close();
  expect([quick.open, quick.view]).toEqual([false, null]);
});

test("the last search is there again within ten seconds, and no longer", async () => {
  const { quick, open, close } = await fresh();
  await open();
  quick.search("rc");
  await quick.settled();
  await close();
  await vi.advanceTimersByTimeAsync(9_000);
  const turns = quick.turns;
  await open();
  expect([quick.query, quick.selected?.issuer]).toEqual(["rc", "Rocket.Chat"]);
  expect(quick.turns).toBe(turns + 1);
  await close();
  await vi.advanceTimersByTimeAsync(11_000);
  await open();
  expect([quick.query, quick.rows.length]).toEqual(["", 5]);
});

test("letters that come before the page hears of its opening are the search", async () => {
  const { quick, open, close } = await fresh();
  await open();
  await close();
  await vi.advanceTimersByTimeAsync(11_000);
  quick.search("rc");
  await open();
  expect([quick.query, quick.isTyped]).toEqual(["rc", true]);
  expect(quick.selected?.issuer).toBe("Rocket.Chat");
});

test("letters and Enter that come while it is unlocked wait for the accounts", async () => {
  const { mock, quick, open } = await fresh({ session: "locked" });
  await open();
  expect(quick.mode).toBe("password");
  mock.setup.delay = 300;
  void quick.unlock(PASSWORD);
  expect(quick.mode).toBe("opening");
  quick.search("rc");
  void quick.copy();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(quick.mode).toBe("search");
  const found = mock.quickList("rc").rows[0]?.id;
  expect(mock.asked["quick_copy"]).toEqual({ id: found, next: false });
});

test("a wrong password is asked for again, and the letters typed since stay", async () => {
  const { quick, open } = await fresh({ session: "locked" });
  await open();
  void quick.unlock("wrong");
  quick.search("rc");
  await settle();
  expect([quick.mode, quick.query]).toEqual(["password", "rc"]);
  expect(quick.trouble).toBe("That password is not right.");
});

test("stays open with a word where the clipboard is busy", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  mock.failures["quick_copy"] = { id: "desktop-clipboard-busy", params: {} };
  await quick.copy();
  expect(quick.open).toBe(true);
  expect(quick.trouble).toBe("The clipboard is busy. Press Enter again.");
  await quick.copy();
  expect(quick.trouble).toBe(null);
});

test("types the first hit where that is set, and nothing elsewhere", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  await quick.type();
  expect(mock.calls).not.toContain("quick_type");
  await emit("settings-changed", { ...mock.settings(), typeCodes: true });
  const { id } = quick.selected!;
  await quick.type();
  expect(mock.asked["quick_type"]).toEqual({ id });
});

test("comes again with a word where another window has the keyboard", async () => {
  const { mock, quick, open } = await fresh();
  await mock.openQuick({ id: "desktop-typing-elsewhere", params: {} });
  expect(quick.trouble).toBe(
    "Nothing was typed: another window has the keyboard. Enter copies the code.",
  );
  await open();
  expect(quick.trouble).toBe(null);
});

test("asks for the password when the vault is locked meanwhile", async () => {
  const { quick, open } = await fresh();
  await open();
  await quick.lock();
  await settle();
  expect([quick.mode, quick.view]).toEqual(["password", null]);
});

test("the first letters after the start are those of the password", async () => {
  const { quick, open } = await fresh({ session: "locked" });
  expect(quick.mode).toBe("password");
  quick.search("co");
  await open();
  expect(quick.query).toBe("");
});

test("an Enter on its way to an account that is gone goes to no other", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  const gone = quick.selected!;
  mock.removeAccounts([gone.id]);
  await emit("accounts-changed", null);
  await settle();
  await quick.copy();
  expect(mock.calls).not.toContain("quick_copy");
  quick.move(1);
  expect(quick.selectedId).toBe(quick.rows[0]?.id);
});

test("Enter copies nothing that another search found", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  mock.failures["quick_list"] = { id: "desktop-internal", params: {} };
  quick.search("rc");
  await quick.copy();
  expect(mock.calls).not.toContain("quick_copy");
  expect(quick.trouble).not.toBe(null);
});

test("reads the selected code on request, and on every move where that is set", async () => {
  const { mock, quick, open } = await fresh();
  await open();
  const { notices } = await import("./notices.svelte");
  await quick.readAloud();
  expect(notices.said.text).toMatch(/^\d \d \d, \d \d \d\. 18 seconds left\.$/);
  const { count } = notices.said;
  quick.move(1);
  await vi.advanceTimersByTimeAsync(250);
  expect(notices.said.count).toBe(count);
  const { settings } = await import("./settings.svelte");
  settings.learn({ ...mock.settings(), readOnMove: true });
  quick.move(1);
  await vi.advanceTimersByTimeAsync(250);
  expect(notices.said.count).toBe(count + 1);
});

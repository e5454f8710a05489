import { expect, test, vi } from "vitest";
import { atSecond, shell } from "../mock/unit";

async function fresh(second = 0) {
  // A little after the boundary: the clock wakes two milliseconds after it.
  atSecond(second + 0.01);
  const [{ codes }, { clock }, { notices }, { clipboard }] = await Promise.all([
    import("./codes.svelte"),
    import("./clock.svelte"),
    import("./notices.svelte"),
    import("./clipboard.svelte"),
  ]);
  clock.start(() => codes.tick());
  clock.want(true);
  return { codes, clock, notices, clipboard };
}

/** Lets what was started finish, without time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0);

const names = (rows: { issuer: string }[]) => rows.map(({ issuer }) => issuer);

test("shows favourites, then A to Z", async () => {
  shell();
  const { codes } = await fresh();
  await codes.refresh();
  expect(names(codes.rows).slice(0, 5)).toEqual([
    "Batch",
    "Bytebase",
    "Cloud Console",
    "Acme VPN",
    "DeployHQ",
  ]);
});

test("selects the first hit of a search", async () => {
  shell();
  const { codes } = await fresh();
  await codes.refresh();
  codes.search("rc");
  await codes.settled();
  expect(codes.selected?.issuer).toBe("Rocket.Chat");
});

test("shows the rows of what was typed last, however slowly earlier answers come", async () => {
  const { setup } = shell();
  const { codes } = await fresh();
  await codes.refresh();
  setup.delay = 50;
  for (const query of ["b", "by", "byt", "harb", "harbo"]) codes.search(query);
  const settled = codes.settled();
  await vi.advanceTimersByTimeAsync(500);
  await settled;
  expect(names(codes.rows)).toEqual(["Harbor Bank"]);
  expect(codes.selected?.issuer).toBe("Harbor Bank");
});

test("copies what the search finds, not what was selected before", async () => {
  const { setup } = shell();
  const { codes } = await fresh();
  await codes.refresh();
  setup.delay = 50;
  codes.search("payroll");
  const copied = codes.copySelected();
  await vi.advanceTimersByTimeAsync(500);
  await copied;
  expect(codes.copied).toEqual({ id: codes.rows[0]?.id, next: false });
  expect(codes.rows[0]?.issuer).toBe("Payroll");
});

test("stops at both ends", async () => {
  shell();
  const { codes } = await fresh();
  codes.search("");
  await codes.settled();
  codes.move(-1);
  expect(codes.selectedIndex).toBe(0);
  codes.move(Infinity);
  expect(codes.selectedIndex).toBe(13);
  codes.move(1);
  expect(codes.selectedIndex).toBe(13);
});

test("keeps the selection when the list is read again", async () => {
  shell();
  const { codes } = await fresh();
  codes.search("");
  await codes.settled();
  codes.move(3);
  const before = codes.selectedId;
  await codes.refresh();
  expect(codes.selectedId).toBe(before);
});

test("asks for codes at the period's end and for the next ones five seconds before, no more", async () => {
  const { calls } = shell();
  const { codes } = await fresh(0);
  await codes.refresh();
  codes.look(codes.rows);
  await settle();
  const asked: number[] = [];
  for (let second = 1; second <= 60; second++) {
    const before = calls.filter((call) => call === "codes").length;
    await vi.advanceTimersByTimeAsync(1000);
    if (calls.filter((call) => call === "codes").length > before)
      asked.push(second);
  }
  expect(asked).toEqual([25, 30, 55, 60]);
});

test("keeps only the codes of rows on view", async () => {
  shell();
  const { codes } = await fresh();
  await codes.refresh();
  const [first] = codes.rows;
  codes.look(codes.rows.slice(0, 1));
  await settle();
  expect(codes.code(first?.id ?? "")?.code).toMatch(/^\d{6}$/);
  codes.look(codes.rows.slice(1, 2));
  await settle();
  expect(codes.code(first?.id ?? "")).toBe(undefined);
});

test("shows copied for 1.2 seconds and counts the clipboard down", async () => {
  shell();
  const { codes, clock, clipboard, notices } = await fresh();
  await codes.refresh();
  const id = codes.rows[0]?.id ?? "";
  await codes.copy(id);
  expect(codes.copied).toEqual({ id, next: false });
  expect(clipboard.left(clock.now)).toBe(30);
  expect(notices.said.text).toBe("Copied. Clears in 30 seconds.");
  await vi.advanceTimersByTimeAsync(1200);
  expect(codes.copied).toBe(null);
  await vi.advanceTimersByTimeAsync(2800);
  expect(clipboard.left(clock.now)).toBe(26);
});

test("shows a counter code for a minute", async () => {
  shell({ accounts: "kinds" });
  const { codes } = await fresh();
  await codes.refresh();
  const counter = codes.rows.find(({ type }) => type === "hotp");
  await codes.copy(counter?.id ?? "");
  expect(codes.code(counter?.id ?? "")).toMatchObject({ counter: 41 });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(codes.code(counter?.id ?? "")?.code).toMatch(/^\d{6}$/);
  await vi.advanceTimersByTimeAsync(2000);
  expect(codes.code(counter?.id ?? "")).toBe(undefined);
});

test("asks for no counter code by itself", async () => {
  const { asked } = shell({ accounts: "kinds" });
  const { codes } = await fresh();
  await codes.refresh();
  codes.look(codes.rows);
  await settle();
  const counter = codes.rows.find(({ type }) => type === "hotp")?.id;
  expect(asked["codes"]?.["ids"]).toHaveLength(codes.rows.length - 1);
  expect(asked["codes"]?.["ids"]).not.toContain(counter);
});

test("never makes a counter code just to look", async () => {
  const { calls } = shell({ accounts: "kinds" });
  const { codes } = await fresh();
  await codes.refresh();
  codes.select(codes.rows.find(({ type }) => type === "hotp")?.id ?? "");
  await codes.copySelected(true);
  expect(calls).not.toContain("copy_next");
  expect(calls).not.toContain("copy");
});

test("says how many were found when typing rests", async () => {
  shell();
  const { codes, notices } = await fresh();
  await codes.refresh();
  codes.search("by");
  await vi.advanceTimersByTimeAsync(240);
  expect(notices.said.text).toBe("");
  await vi.advanceTimersByTimeAsync(20);
  expect(notices.said.text).toBe("1 of 14. Bytebase, admin@example.com.");
});

test("keeps search and place, but no rows and no codes, over locking", async () => {
  shell();
  const { codes } = await fresh();
  codes.search("a");
  await codes.settled();
  codes.move(2);
  const place = codes.selectedId;
  codes.look(codes.rows);
  await settle();
  codes.forget();
  expect([codes.rows, codes.code(place ?? ""), codes.query]).toEqual([
    [],
    undefined,
    "a",
  ]);
  await codes.refresh();
  expect(codes.selectedId).toBe(place);
});

test("shows why copying failed, and tries again when asked", async () => {
  const { failures, calls } = shell();
  const { codes, notices } = await fresh();
  await codes.refresh();
  failures["copy"] = { id: "accounts-unknown", params: {} };
  await codes.copy(codes.rows[0]?.id ?? "");
  expect(notices.alarm?.message).toBe("There is no such account.");
  notices.alarm?.retry?.();
  await settle();
  expect(calls.filter((call) => call === "copy")).toHaveLength(2);
  expect(notices.alarm).toBe(null);
});

test("shows the code of the new key at once when another program changed an account", async () => {
  const mocked = shell();
  const { codes } = await fresh();
  await codes.refresh();
  const id = codes.rows[0]?.id ?? "";
  codes.look(codes.rows);
  await settle();
  const before = codes.code(id)?.code;
  mocked.rekey(id);
  await codes.reread();
  const [now] = mocked.codes([id]);
  expect(codes.code(id)?.code).toBe(now?.code);
  expect(codes.code(id)?.code).not.toBe(before);
});

test("an answer from before the change does not bring the old code back", async () => {
  const mocked = shell();
  const { codes } = await fresh();
  await codes.refresh();
  const id = codes.rows[0]?.id ?? "";
  mocked.late["codes"] = 50;
  codes.look(codes.rows);
  mocked.rekey(id);
  mocked.late = {};
  await codes.reread();
  await vi.advanceTimersByTimeAsync(100);
  expect(codes.code(id)?.code).toBe(mocked.codes([id])[0]?.code);
});

test("forgets the code of a counter whose account was changed", async () => {
  shell({ accounts: "kinds" });
  const { codes } = await fresh();
  await codes.refresh();
  const id = codes.rows.find(({ type }) => type === "hotp")?.id ?? "";
  await codes.copy(id);
  await codes.reread();
  expect(codes.code(id)).toBe(undefined);
});

test("a list that comes after locking is ignored", async () => {
  const mocked = shell();
  const { codes, notices } = await fresh();
  mocked.setup.delay = 50;
  const listed = codes.refresh();
  codes.forget();
  await vi.advanceTimersByTimeAsync(100);
  await listed;
  expect([codes.rows, codes.loaded, notices.alarm]).toEqual([[], false, null]);
});

test("copies nothing that another search found", async () => {
  const { failures, calls } = shell();
  const { codes } = await fresh();
  await codes.refresh();
  failures["list"] = { id: "desktop-internal", params: {} };
  codes.search("rc");
  await codes.copySelected();
  expect(calls).not.toContain("copy");
  await codes.refresh();
  expect(codes.selected?.issuer).toBe("Rocket.Chat");
});

test("moves an account among all of them only: the last favourite is not the last of all", async () => {
  const { calls } = shell({ settings: { order: "own" } });
  const { codes, notices } = await fresh();
  const { settings } = await import("./settings.svelte");
  await settings.load();
  codes.show({ kind: "favourites" });
  await codes.settled();
  expect(codes.movable).toBe(false);
  await codes.step(1);
  expect(calls).not.toContain("place_account");
  expect(notices.done).toBe(
    "To move accounts, show all of them, without a search.",
  );
  codes.show({ kind: "all" });
  await codes.settled();
  await codes.step(1);
  expect(calls).toContain("place_account");
});

test("a row that is put where it is leaves nothing to take back", async () => {
  const { calls } = shell({ settings: { order: "own" } });
  const { codes } = await fresh();
  await codes.refresh();
  const [first, second] = codes.rows;
  await codes.place(first!.id, second!.id);
  await codes.place(codes.rows.at(-1)!.id, null);
  expect(calls).not.toContain("place_account");
});

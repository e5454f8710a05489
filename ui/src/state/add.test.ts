import { expect, test, vi } from "vitest";
import { atSecond, shell } from "../mock/unit";

async function fresh() {
  const [{ add }, { sheets }, { codes }, { notices }, { account }, { app }] =
    await Promise.all([
      import("./add.svelte"),
      import("./sheets.svelte"),
      import("./codes.svelte"),
      import("./notices.svelte"),
      import("./account.svelte"),
      import("./app.svelte"),
    ]);
  const kinds = () => sheets.open.map(({ kind }) => kind);
  return { add, sheets, codes, notices, account, app, kinds };
}

test.each([
  ["one", "confirm"],
  ["nameless", "confirm"],
  ["trashed", "confirm"],
  ["five", "review"],
  ["duplicate", "review"],
  ["nothing", "nothing"],
  ["address", "nothing"],
])("shows the sheet that fits what was found: %s", async (clipboard, sheet) => {
  shell({ clipboard });
  const { add, kinds } = await fresh();
  expect(await add.paste()).toBe(null);
  expect(kinds()).toEqual([sheet]);
});

test("gives other text back for the search", async () => {
  shell({ clipboard: "by" });
  const { add, kinds } = await fresh();
  expect(await add.paste()).toBe("by");
  expect(kinds()).toEqual([]);
});

test("says so when the clipboard is empty", async () => {
  shell({ clipboard: "" });
  const { add, notices } = await fresh();
  expect(await add.paste()).toBe(null);
  expect(notices.done).toBe("The clipboard is empty.");
});

test("ticks what is new and leaves what is here already", async () => {
  shell({ clipboard: "five" });
  const { add } = await fresh();
  await add.paste();
  expect(add.fresh).toBe(7);
  expect(
    add.entries
      .filter(({ ticked }) => !ticked)
      .map(({ found }) => found.status),
  ).toEqual(["duplicate"]);
});

test("adds what is ticked, selects the first, and can undo it", async () => {
  shell({ clipboard: "five" });
  const { add, codes, notices, account, kinds } = await fresh();
  await codes.refresh();
  await add.paste();
  await add.confirm(["Work"]);
  expect(kinds()).toEqual([]);
  expect(codes.view.total).toBe(21);
  expect(codes.selected).toMatchObject({
    issuer: "Batch",
    account: "test@example.com",
    isNew: true,
    tags: ["Work"],
  });
  expect(notices.undoable?.text).toBe("Added 7 accounts.");
  await account.undo();
  expect(codes.view.total).toBe(14);
  expect(notices.undoable).toBe(null);
});

test("adds under the names that the person gave", async () => {
  shell({ clipboard: "nameless" });
  const { add, codes } = await fresh();
  await add.paste();
  const [entry] = add.entries;
  if (entry) entry.issuer = " Forum ";
  await add.confirm([], true);
  expect(codes.selected).toMatchObject({
    issuer: "Forum",
    account: "test@example.com",
  });
  expect(codes.copied).toEqual({ id: codes.selectedId, next: false });
});

test("keeps the review open when adding fails", async () => {
  const { failures } = shell();
  const { add, kinds } = await fresh();
  await add.paste();
  failures["confirm_review"] = {
    id: "accounts-too-many",
    params: { limit: "10000" },
  };
  await expect(add.confirm()).rejects.toMatchObject({
    id: "accounts-too-many",
  });
  expect(kinds()).toEqual(["confirm"]);
  expect(add.entries).toHaveLength(1);
});

test("shows progress only for reading that takes longer than 300 ms", async () => {
  atSecond(0);
  const mocked = shell();
  const { app, kinds } = await fresh();
  await app.start();
  mocked.setup.delay = 100;
  const dropped = mocked.drop("five");
  await vi.advanceTimersByTimeAsync(290);
  expect(kinds()).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(kinds()).toEqual(["reading"]);
  await vi.advanceTimersByTimeAsync(500);
  await dropped;
  expect(kinds()).toEqual(["review"]);
});

test("accounts appear as they are found", async () => {
  atSecond(0);
  const mocked = shell();
  const { add, app } = await fresh();
  await app.start();
  const names = () => add.glimpses.map(({ issuer }) => issuer);
  mocked.setup.delay = 400;
  const dropped = mocked.drop("five");
  await vi.advanceTimersByTimeAsync(410);
  expect([names(), add.progress?.now]).toEqual([["Batch"], "Screenshot 2.png"]);
  await vi.advanceTimersByTimeAsync(400);
  expect(names()).toEqual(["Batch", "Bytebase"]);
  await vi.advanceTimersByTimeAsync(2000);
  await dropped;
  mocked.setup.delay = 100;
  const again = mocked.drop("five");
  await vi.advanceTimersByTimeAsync(10);
  expect(names()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  await again;
});

test("a late word of a read that is over opens nothing", async () => {
  atSecond(0);
  shell();
  const { add, kinds } = await fresh();
  add.reading({ done: 3, total: 5, pictures: true, now: "a.png", found: [] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(kinds()).toEqual([]);
});

test("stopping keeps what was read", async () => {
  atSecond(0);
  const mocked = shell();
  const { app, add, kinds } = await fresh();
  await app.start();
  mocked.setup.delay = 400;
  const dropped = mocked.drop("five");
  await vi.advanceTimersByTimeAsync(500);
  expect(kinds()).toEqual(["reading"]);
  void add.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await dropped;
  expect(kinds()).toEqual(["review"]);
});

test("a drop over an edit leaves the edit under the review", async () => {
  const mocked = shell();
  const { app, codes, sheets, kinds } = await fresh();
  await app.start();
  await codes.refresh();
  const [row] = codes.rows;
  if (row) sheets.show({ kind: "edit", row, focus: "name" });
  await mocked.drop("one");
  await vi.waitFor(() => expect(kinds()).toEqual(["edit", "confirm"]));
});

test("a drop over recovery codes leaves them, and what lies under them", async () => {
  const mocked = shell();
  const { app, codes, sheets, kinds } = await fresh();
  await app.start();
  await codes.refresh();
  const [row] = codes.rows;
  if (row) sheets.show({ kind: "edit", row, focus: "name" });
  if (row) sheets.push({ kind: "recoveryCodes", row });
  await mocked.drop("one");
  await vi.waitFor(() =>
    expect(kinds()).toEqual(["edit", "recoveryCodes", "confirm"]),
  );
});

test("a second drop over recovery codes leaves them, too", async () => {
  const mocked = shell();
  const { app, codes, sheets, kinds } = await fresh();
  await app.start();
  await codes.refresh();
  const [row] = codes.rows;
  if (row) sheets.show({ kind: "recoveryCodes", row });
  await mocked.drop("five");
  await vi.waitFor(() => expect(kinds()).toEqual(["recoveryCodes", "review"]));
  const before = sheets.top;
  await mocked.drop("five");
  await vi.waitFor(() => expect(sheets.top).not.toBe(before));
  expect(kinds()).toEqual(["recoveryCodes", "review"]);
});

test("a drop over an import leaves what is typed under it", async () => {
  const mocked = shell();
  const { app, codes, sheets, kinds } = await fresh();
  await app.start();
  await codes.refresh();
  const [row] = codes.rows;
  if (row) sheets.show({ kind: "edit", row, focus: "name" });
  sheets.push({ kind: "import" });
  await mocked.drop("five");
  await vi.waitFor(() => expect(kinds()).toEqual(["edit", "review"]));
});

test("a drop over a new password leaves what is typed", async () => {
  const mocked = shell();
  const { app, sheets, kinds } = await fresh();
  await app.start();
  sheets.show({ kind: "changePassword" });
  await mocked.drop("one");
  await vi.waitFor(() =>
    expect(kinds()).toEqual(["changePassword", "confirm"]),
  );
});

test("another review has a sheet of its own", async () => {
  shell({ clipboard: "five" });
  const { add, sheets } = await fresh();
  await add.paste();
  const before = sheets.top;
  await add.paste();
  expect(sheets.top?.kind).toBe("review");
  expect(sheets.top).not.toBe(before);
});

test("a drop while locked says to unlock first", async () => {
  const mocked = shell({ session: "locked" });
  const { app, notices, kinds } = await fresh();
  await app.start();
  await mocked.drop("one");
  await vi.waitFor(() => expect(notices.alarm).not.toBe(null));
  expect(kinds()).toEqual([]);
});

test("locking leaves no sheet, no review and no codes", async () => {
  const mocked = shell({ clipboard: "five" });
  const { app, add, codes, kinds } = await fresh();
  await app.start();
  await codes.refresh();
  await add.paste();
  await mocked.call("lock", {});
  await vi.waitFor(() => expect(kinds()).toEqual([]));
  expect([add.entries, add.live.size, codes.rows]).toEqual([[], 0, []]);
});

test("a failure that ends no reading leaves the review as it is", async () => {
  const mocked = shell({ clipboard: "five" });
  const { app, add, notices, kinds } = await fresh();
  await app.start();
  await add.paste();
  await mocked.fail({ id: "vault-io", params: {} });
  expect(notices.alarm).not.toBe(null);
  expect(kinds()).toEqual(["review"]);
  expect(add.entries).toHaveLength(8);
});

test.each(["one", "five", "nothing"])(
  "what is forgotten leaves no sheet behind: %s",
  async (clipboard) => {
    shell({ clipboard });
    const { add, kinds } = await fresh();
    await add.paste();
    add.forget();
    expect(kinds()).toEqual([]);
  },
);

/** Around the code of the mocked picture. */
const AROUND = { left: 1000, top: 1000, width: 8000, height: 8000 };

test("what is in a marked part is reviewed, and what is typed below stays", async () => {
  shell({ clipboard: "nothing" });
  const { add, sheets, kinds } = await fresh();
  sheets.show({ kind: "typeKey" });
  await add.paste();
  const beside = { ...AROUND, left: 5000, width: 2000 };
  await expect(add.mark(0, beside)).rejects.toMatchObject({
    id: "formats-no-code",
  });
  expect(kinds()).toEqual(["typeKey", "nothing"]);
  await add.mark(0, AROUND);
  expect(kinds()).toEqual(["typeKey", "confirm"]);
});

test("what is marked joins the review, which stays as the person left it", async () => {
  shell({ clipboard: "five" });
  const { add, kinds } = await fresh();
  await add.paste();
  const [batch, bytebase] = add.entries;
  if (!batch || !bytebase) throw new Error("two accounts are missing");
  batch.action = "replace";
  bytebase.ticked = false;
  bytebase.issuer = "Bytebase Inc.";
  const left = add.entries.map((entry) => ({ ...entry }));
  await add.mark(4, AROUND);
  expect(kinds()).toEqual(["review"]);
  expect(add.entries.slice(0, 8)).toEqual(
    left.map((entry, i) => ({ ...entry, found: add.review?.items[i] })),
  );
  expect(
    add.entries
      .slice(8)
      .map(({ issuer, ticked, action }) => [issuer, ticked, action]),
  ).toEqual([["Sentry", true, "add"]]);
  expect(add.review?.problems).toEqual([]);
});

test("a marked part that nobody waits for any more is forgotten", async () => {
  const mocked = shell({ clipboard: "nothing" });
  const { add, kinds } = await fresh();
  await add.paste();
  const marked = add.mark(0, AROUND);
  add.forget();
  await marked;
  expect([kinds(), add.review]).toEqual([[], null]);
  expect(mocked.calls).toContain("discard_review");
});

test("stopping before anything was found is told from finding nothing", async () => {
  atSecond(0);
  const mocked = shell();
  const { app, add, kinds } = await fresh();
  await app.start();
  mocked.setup.delay = 400;
  const dropped = mocked.drop("stopped");
  await vi.advanceTimersByTimeAsync(500);
  void add.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await dropped;
  expect([kinds(), add.stopped]).toEqual([["nothing"], true]);
  mocked.setup.delay = 0;
  await add.discard();
  await add.paste();
  expect(add.stopped).toBe(false);
});

test("a failure that ends the reading takes its progress away, and nothing else", async () => {
  atSecond(0);
  const mocked = shell();
  const { app, add, codes, sheets, kinds } = await fresh();
  await app.start();
  await codes.refresh();
  const [row] = codes.rows;
  if (row) sheets.show({ kind: "edit", row, focus: "name" });
  add.reading({ done: 0, total: 5, pictures: true, now: "a.png", found: [] });
  await vi.advanceTimersByTimeAsync(400);
  expect(kinds()).toEqual(["edit", "reading"]);
  await mocked.fail({ id: "desktop-internal", params: {} }, "reading");
  expect([kinds(), add.progress]).toEqual([["edit"], null]);
});

test("a file that is gone can be saved at once, and its alarm goes when it is back", async () => {
  const mocked = shell();
  const { app, notices } = await fresh();
  await app.start();
  await mocked.fail({ id: "desktop-file-gone", params: {} });
  notices.alarm?.retry?.();
  expect(mocked.calls).toContain("save_now");
  await mocked.tell("recovered", null);
  expect(notices.alarm).toBe(null);
  notices.fail({ id: "accounts-unknown", params: {} });
  await mocked.tell("recovered", null);
  expect(notices.alarm?.id).toBe("accounts-unknown");
});

test("the offer to undo is that of the last change, and undoes just that", async () => {
  shell();
  const { account, codes, notices } = await fresh();
  await codes.refresh();
  const [batch, bytebase] = codes.rows;
  if (!batch || !bytebase) throw new Error("two accounts are missing");
  await account.remove([batch]);
  await codes.toggleFavourite(bytebase);
  const names = () => codes.rows.map(({ issuer }) => issuer);
  expect(notices.undoable?.text).toBe("Bytebase is no favourite any more.");
  await account.undo();
  expect(codes.rows.find(({ id }) => id === bytebase.id)?.favourite).toBe(true);
  expect(names()).not.toContain("Batch");
  await account.undo();
  expect(names()).toContain("Batch");
});

test("takes back the last change when no offer stands", async () => {
  shell();
  const { account, codes, notices } = await fresh();
  await codes.refresh();
  const [batch] = codes.rows;
  if (!batch) throw new Error("an account is missing");
  await codes.toggleFavourite(batch);
  notices.withdraw();
  await account.undo();
  expect(codes.rows.find(({ id }) => id === batch.id)?.favourite).toBe(true);
  expect(notices.done).toBe("The change is taken back.");
  await account.undo();
  expect(notices.done).toBe("There is nothing to take back.");
});

test("sends only what was changed", async () => {
  const { asked } = shell();
  const { account, codes } = await fresh();
  await codes.refresh();
  const id = codes.rows[0]?.id ?? "";
  const before = await account.details(id);
  await account.save(before, { ...before, note: "In the safe." });
  expect(asked["edit_account"]).toEqual({
    id,
    changes: { note: "In the safe." },
  });
});

test("sends other code settings, and only those", async () => {
  const { asked } = shell();
  const { account, codes } = await fresh();
  await codes.refresh();
  const id = codes.rows[0]?.id ?? "";
  const before = await account.details(id);
  const settings = {
    type: "totp",
    algorithm: "SHA1",
    digits: 8,
    period: 30,
  } as const;
  await account.save(before, { ...before, settings });
  expect(asked["edit_account"]).toEqual({ id, changes: { settings } });
  expect((await account.details(id)).digits).toBe(8);
});

test("saves nothing when nothing was changed", async () => {
  const { calls } = shell();
  const { account, codes } = await fresh();
  await codes.refresh();
  const before = await account.details(codes.rows[0]?.id ?? "");
  await account.save(before, { ...before });
  expect(calls).not.toContain("edit_account");
});

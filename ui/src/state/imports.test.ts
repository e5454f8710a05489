import { expect, test } from "vitest";
import { BACKUP_PASSWORD } from "../mock/backups";
import { shell } from "../mock/unit";

async function fresh() {
  const [{ add }, { imports }, { sheets }, { app }] = await Promise.all([
    import("./add.svelte"),
    import("./imports.svelte"),
    import("./sheets.svelte"),
    import("./app.svelte"),
  ]);
  const kinds = () => sheets.open.map(({ kind }) => kind);
  return { add, imports, sheets, app, kinds };
}

test("a picked backup waits for its password on its sheet", async () => {
  shell({ picked: "aegis" });
  const { add, imports, kinds } = await fresh();
  await add.pick("backup");
  expect(kinds()).toEqual(["import"]);
  expect(imports.waiting).toMatchObject({ format: "aegis", locked: true });
});

test("a picked backup without a lock is reviewed at once", async () => {
  shell({ picked: "backup" });
  const { add, kinds } = await fresh();
  await add.pick("backup");
  expect(kinds()).toEqual(["review"]);
  expect(add.fresh).toBe(6);
});

test("a backup with one account is reviewed as a backup", async () => {
  const made = shell();
  const { add, kinds } = await fresh();
  const { REVIEWS } = await import("../mock/reviews");
  const { items } = REVIEWS["backup"]!;
  made.setup.picked = "";
  add.show({
    id: 1,
    pictures: 0,
    format: "aegis",
    items: items.slice(0, 1),
    problems: [],
  });
  expect(kinds()).toEqual(["review"]);
});

test("the text of a backup is no search", async () => {
  shell({ clipboard: "aegis" });
  const { add, kinds } = await fresh();
  expect(await add.paste()).toBe(null);
  expect(kinds()).toEqual(["import"]);
});

test("text pasted as a backup is one, whatever it is", async () => {
  shell({ clipboard: "hello" });
  const { add, imports } = await fresh();
  expect(await add.paste()).toBe("hello");
  expect(await add.paste(true)).toBe(null);
  expect(imports.waiting?.problem?.id).toBe("formats-unknown");
});

test("opens with the right password only, and then no longer waits", async () => {
  shell({ picked: "aegis" });
  const { add, imports } = await fresh();
  await add.pick("backup");
  await expect(imports.open("wrong")).rejects.toMatchObject({
    id: "formats-wrong-password",
  });
  expect(imports.waiting).not.toBe(null);
  const review = await imports.open(BACKUP_PASSWORD);
  expect(review?.items).toHaveLength(7);
  expect(imports.waiting).toBe(null);
});

test("closing lets the shell forget the file", async () => {
  const made = shell({ picked: "aegis" });
  const { add, imports } = await fresh();
  await add.pick("backup");
  await imports.discard();
  expect(made.calls).toContain("discard_backup");
  expect(imports.waiting).toBe(null);
});

test("locking forgets the file that waits", async () => {
  const made = shell({ picked: "aegis" });
  const { add, imports, app, kinds } = await fresh();
  const stop = await app.start();
  await add.pick("backup");
  made.lock();
  await expect.poll(() => kinds()).toEqual([]);
  expect(imports.waiting).toBe(null);
  stop();
});

test("a dropped backup waits on the sheet that is open", async () => {
  const made = shell({ picked: "aegis" });
  const { imports, sheets, app, kinds } = await fresh();
  const stop = await app.start();
  sheets.show({ kind: "import" });
  await made.drop("keepass");
  await expect.poll(() => imports.waiting?.asksKeyFile).toBe(true);
  expect(kinds()).toEqual(["import"]);
  await imports.pickKeyFile();
  expect(imports.waiting?.keyFile).toBe("passwords.keyx");
  stop();
});

import { expect, test } from "vitest";
import { shell } from "../mock/unit";

async function fresh() {
  const [{ add }, { moves }, { sheets }, { codes }] = await Promise.all([
    import("./add.svelte"),
    import("./moves.svelte"),
    import("./sheets.svelte"),
    import("./codes.svelte"),
  ]);
  return { add, moves, sheets, codes };
}

test("the next account that is added is the new one of the site that waits", async () => {
  shell({ clipboard: "one", moving: ["Bytebase (admin@example.com)"] });
  const { add, moves, sheets, codes } = await fresh();
  await codes.refresh();
  await moves.refresh();
  const { current } = moves;
  const [site] = current?.sites ?? [];
  if (current === null || site === undefined) throw new Error("no move");
  moves.await(current.id, site);
  await add.paste();
  await add.confirm();
  expect(moves.waiting).toBe(null);
  expect(sheets.top?.kind).toBe("move");
  const [moved] = moves.current?.sites ?? [];
  expect(moved?.new).not.toBe(null);
  // Old and new code are there to be seen side by side.
  expect(moves.live.size).toBe(2);
});

test("accounts that are added otherwise are of no site", async () => {
  shell({ clipboard: "one", moving: ["Forum"] });
  const { add, moves, sheets } = await fresh();
  await moves.refresh();
  await add.paste();
  await add.confirm();
  expect(moves.current?.sites[0]?.new).toBe(null);
  expect(sheets.any).toBe(false);
});

test("what was not added after all leaves the site as it was", async () => {
  shell({ clipboard: "one", moving: ["Forum"] });
  const { add, moves } = await fresh();
  await moves.refresh();
  const { current } = moves;
  if (current === null) throw new Error("no move");
  moves.await(current.id, current.sites[0]!);
  await add.paste();
  await add.discard();
  expect(moves.waiting).toBe(null);
});

test("a site is ticked, taken back and taken off", async () => {
  shell({ moving: ["Forum", "Shop"] });
  const { moves } = await fresh();
  await moves.refresh();
  const id = moves.current?.id ?? "";
  const site = () => moves.current?.sites[0];
  await moves.step(id, site()?.id ?? "", { kind: "done", done: true });
  expect(site()?.done).toBe(true);
  await moves.step(id, site()?.id ?? "", { kind: "done", done: false });
  expect(site()?.done).toBe(false);
  await moves.step(id, site()?.id ?? "", { kind: "remove" });
  expect(moves.current?.sites.map(({ issuer }) => issuer)).toEqual(["Shop"]);
  await moves.end(id);
  expect(moves.current).toBe(null);
});

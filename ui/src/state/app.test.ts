import { emit } from "@tauri-apps/api/event";
import { expect, test, vi } from "vitest";
import { shell } from "../mock/unit";

/** The main window's page, started, with the accounts read. */
async function fresh() {
  vi.useFakeTimers();
  const mock = shell();
  const [{ app }, { codes }, { sheets }] = await Promise.all([
    import("./app.svelte"),
    import("./codes.svelte"),
    import("./sheets.svelte"),
  ]);
  await app.start();
  await codes.refresh();
  const handOver = async (id: string) => {
    await emit("show-account", { id });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { mock, app, codes, sheets, handOver };
}

test("the shell hears that the page is there once it was painted", async () => {
  const { mock } = await fresh();
  const isReady = () => mock.calls.includes("page_ready");
  await vi.advanceTimersByTimeAsync(0);
  expect(isReady()).toBe(false);
  vi.advanceTimersToNextFrame();
  await vi.advanceTimersByTimeAsync(1);
  expect(isReady()).toBe(true);
});

test("a page that nobody sees does not wait to be painted", async () => {
  const mock = shell();
  const { app } = await import("./app.svelte");
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  await app.start();
  await vi.runAllTimersAsync();
  vi.unstubAllGlobals();
  expect(mock.calls).toContain("page_ready");
});

test("an account that quick search hands over comes with its actions", async () => {
  const { codes, sheets, handOver } = await fresh();
  const row = codes.rows[3]!;
  await handOver(row.id);
  expect(codes.selectedId).toBe(row.id);
  expect(sheets.open).toEqual([{ kind: "actions", row, at: null }]);
});

test("an account that quick search hands over closes nothing that is open", async () => {
  const { codes, sheets, handOver } = await fresh();
  codes.search("batch");
  await codes.settled();
  const edited = codes.rows[0]!;
  const open = { kind: "edit", row: edited, focus: "name" } as const;
  sheets.show(open);
  await handOver("another");
  expect(sheets.open).toEqual([open]);
  expect(codes.query).toBe("batch");
});

test("the page goes while nobody sees it, and stays while something is begun in it", async () => {
  const { mock, sheets, app } = await fresh();
  const asked = async () => {
    const { calls } = mock;
    const before = calls.length;
    await emit("page-unneeded", null);
    await vi.advanceTimersByTimeAsync(0);
    return calls.slice(before).includes("let_page_go");
  };
  expect(await asked()).toBe(true);
  sheets.show({ kind: "typeKey" });
  expect(await asked()).toBe(false);
  sheets.clear();
  app.showSettings();
  await vi.advanceTimersByTimeAsync(0);
  expect(await asked()).toBe(false);
  app.showCodes();

  const field = document.createElement("input");
  field.type = "password";
  document.body.append(field);
  expect(await asked()).toBe(true);
  field.value = "sev";
  expect(await asked()).toBe(false);
  field.remove();
});

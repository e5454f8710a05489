import { expect, test, vi } from "vitest";
import type { Setup } from "../mock/shell";
import { shell } from "../mock/unit";

/** The settings as a window reads them when it starts. */
async function fresh(setup: Partial<Setup> = {}) {
  const mock = shell(setup);
  const [{ settings }, { language }] = await Promise.all([
    import("./settings.svelte"),
    import("./language.svelte"),
  ]);
  await settings.load();
  return { mock, settings, language };
}

test("what fails before the page is drawn is read again, and told in no language", async () => {
  const mock = shell();
  mock.failures["settings"] = { id: "desktop-internal", params: {} };
  const [{ settings }, { preferences }, { notices }] = await Promise.all([
    import("./settings.svelte"),
    import("./preferences.svelte"),
    import("./notices.svelte"),
  ]);
  await settings.begin();
  expect([settings.current, notices.alarm]).toEqual([null, null]);
  const stop = preferences.start();
  await vi.waitFor(() => expect(settings.current).toEqual(mock.settings()));
  stop();
});

const REFUSED = { id: "desktop-keys-taken", params: {} };

test("another language is spoken though the answer comes before the event", async () => {
  const { mock, settings, language } = await fresh();
  const asked = vi.spyOn(mock, "language").mockReturnValue("de");
  vi.spyOn(mock, "changeSettings").mockReturnValue(null);
  await settings.change({ language: "de" });
  settings.learn(settings.current!);
  await vi.waitFor(() => expect(language.tag).toBe("de"));
  expect(asked).toHaveBeenCalledTimes(1);
});

test("what was refused does not come along with the next change", async () => {
  const { mock, settings } = await fresh();
  const before = mock.settings();
  mock.failures["change_settings"] = REFUSED;
  const answers = await Promise.all([
    settings.change({ theme: "dark" }),
    settings.change({ density: "roomy" }),
  ]);
  expect(answers).toEqual([false, true]);
  const after = { ...before, density: "roomy" };
  expect(mock.settings()).toEqual(after);
  expect(settings.current).toEqual(after);
});

test("what was set shows at once, also while another change is on its way", async () => {
  const { settings } = await fresh();
  const changes = [
    settings.change({ theme: "dark" }),
    settings.change({ density: "roomy" }),
  ];
  expect(settings.current).toMatchObject({ theme: "dark", density: "roomy" });
  await Promise.all(changes);
  expect(settings.current).toMatchObject({ theme: "dark", density: "roomy" });
});

test("the last change is taken back, and what was set elsewhere since stays", async () => {
  const { mock, settings } = await fresh();
  await settings.change({ theme: "dark" });
  settings.learn({ ...mock.settings(), density: "roomy" });
  expect(await settings.undo()).toBe(true);
  expect(mock.settings()).toMatchObject({ theme: "system", density: "roomy" });
  expect(await settings.undo()).toBe(false);
});

test("a change that could not be taken back can be tried again", async () => {
  const { mock, settings } = await fresh();
  await settings.change({ theme: "dark" });
  mock.failures["change_settings"] = REFUSED;
  expect(await settings.undo()).toBe(false);
  expect(mock.settings().theme).toBe("dark");
  expect(await settings.undo()).toBe(true);
  expect(mock.settings().theme).toBe("system");
});

test("of two languages in a row the last one is spoken", async () => {
  const { mock, language } = await fresh();
  let answer: (tag: string) => void = () => {};
  const first = new Promise<string>((resolve) => (answer = resolve));
  vi.spyOn(mock, "language")
    .mockReturnValueOnce(first as unknown as string)
    .mockReturnValueOnce("es");
  const learning = [language.learn(), language.learn()];
  answer("de");
  await Promise.all(learning);
  expect(language.tag).toBe("es");
});

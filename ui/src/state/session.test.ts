import { expect, test, vi } from "vitest";
import { PASSWORD } from "../mock/shell";
import { atSecond, shell } from "../mock/unit";

async function fresh() {
  const [{ session }, { app }, { notices }, { preferences }, { settings }] =
    await Promise.all([
      import("./session.svelte"),
      import("./app.svelte"),
      import("./notices.svelte"),
      import("./preferences.svelte"),
      import("./settings.svelte"),
    ]);
  await app.start();
  return { session, app, notices, preferences, settings };
}

test.each([
  ["noVault", "password"],
  ["locked", "unlock"],
  ["damaged", "damaged"],
  // What changes in it meanwhile would not be heard.
  ["unlocked", "starting"],
] as const)(
  "a vault that is %s begins with the screen %s",
  async (kind, screen) => {
    shell({ session: kind });
    const { session } = await import("./session.svelte");
    await session.begin();
    expect(session.screen).toBe(screen);
  },
);

test("goes from first run over the recovery key to the codes", async () => {
  shell({ session: "noVault" });
  const { session } = await fresh();
  expect(session.screen).toBe("password");
  await session.create(PASSWORD);
  expect(session.screen).toBe("recovery");
  expect(await session.confirmRecovery("AAAA")).toBe(false);
  expect(session.screen).toBe("recovery");
  expect(await session.confirmRecovery("V9SG")).toBe(true);
  expect([session.screen, session.recovery, session.remindsOfRecovery]).toEqual(
    ["codes", null, false],
  );
});

test("shows no codes before the recovery key, though the vault is open already", async () => {
  shell({ session: "noVault" });
  const { session } = await fresh();
  const seen = new Set<string>();
  const created = session.create(PASSWORD);
  for (let i = 0; i < 20; i++) {
    seen.add(session.screen);
    await Promise.resolve();
  }
  await created;
  seen.add(session.screen);
  expect([...seen]).toEqual(["password", "recovery"]);
});

test("putting the recovery key off forgets it, and the shell says when to remind", async () => {
  const { setup } = shell({ session: "noVault" });
  const { session } = await fresh();
  await session.create(PASSWORD);
  await session.postponeRecovery();
  expect([session.screen, session.recovery, session.remindsOfRecovery]).toEqual(
    ["codes", null, false],
  );
  setup.recoveryReminder = true;
  await session.refresh();
  expect(session.remindsOfRecovery).toBe(true);
});

test("learns of the wait that too many wrong passwords bring", async () => {
  shell({ session: "locked" });
  const { session } = await fresh();
  for (let i = 0; i < 5; i++)
    await expect(session.unlock("wrong")).rejects.toMatchObject({
      id: "vault-wrong-password",
    });
  expect(session.status?.waitUntil).toBeGreaterThan(Date.now());
  expect(session.screen).toBe("unlock");
});

test("opens with the recovery key and a new password", async () => {
  shell({ session: "locked" });
  const { session } = await fresh();
  await session.unlockWithRecovery(
    "k7qd-93vf-m2tx-8hwb-zc4r-p6ne-yj5a-v9sg",
    "a new password",
  );
  expect(session.screen).toBe("codes");
});

test("tells the shell of the person at most every five seconds, and only when unlocked", async () => {
  atSecond(0);
  const { calls } = shell();
  const { app } = await fresh();
  for (let i = 0; i < 11; i++) {
    app.touch();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(calls.filter((call) => call === "touch")).toHaveLength(3);
  await app.lock();
  await vi.advanceTimersByTimeAsync(6000);
  app.touch();
  await vi.advanceTimersByTimeAsync(0);
  expect(calls.filter((call) => call === "touch")).toHaveLength(3);
});

test("the offer to undo stands for ten seconds", async () => {
  atSecond(0);
  shell();
  const { notices } = await fresh();
  notices.offerUndo("Added 1 account.", 1);
  await vi.advanceTimersByTimeAsync(9900);
  expect(notices.undoable).toEqual({ text: "Added 1 account.", change: 1 });
  await vi.advanceTimersByTimeAsync(200);
  expect(notices.undoable).toBe(null);
});

test("shows the text as large as it is set, in whichever window", async () => {
  const mocked = shell({ settings: { textSize: 150 } });
  const { settings } = await fresh();
  const root = document.documentElement;
  await vi.waitFor(() => expect(root.style.fontSize).toBe("150%"));
  settings.learn({ ...mocked.settings(), textSize: 90, theme: "dark" });
  await vi.waitFor(() => expect(root.style.fontSize).toBe("90%"));
  expect(root.dataset["theme"]).toBe("dark");
});

test("text grows to twice its size and no further, and each step is saved", async () => {
  const mocked = shell();
  const { preferences, settings } = await fresh();
  await settings.load();
  for (let i = 0; i < 20; i++) preferences.resize(1);
  expect(preferences.textSize).toBe(200);
  await vi.waitFor(() => expect(mocked.settings().textSize).toBe(200));
  preferences.resize(0);
  await vi.waitFor(() => expect(mocked.settings().textSize).toBe(100));
});

test("changes that were made one after the other are saved in that order", async () => {
  const mocked = shell();
  const { settings } = await fresh();
  await settings.load();
  mocked.late["change_settings"] = 5;
  void settings.change({ density: "compact" });
  delete mocked.late["change_settings"];
  await settings.change({ density: "roomy" });
  expect(mocked.settings().density).toBe("roomy");
  await settings.undo();
  expect(mocked.settings().density).toBe("compact");
});

import { describe, expect, test } from "vitest";
import {
  give,
  isWhole,
  mayBeGiven,
  mayBeGlobal,
  meant,
  NONE,
  SHORTCUTS,
  shown,
  takenBy,
  type Shortcut,
} from "./shortcuts";

function named(name: string): Shortcut {
  const found = SHORTCUTS.find((shortcut) => shortcut.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe("a person's own keys", () => {
  const own = { edit: "F4" };

  test("mean what they were given to, and the usual ones mean nothing", () => {
    expect(meant("F4", own)).toBe("Ctrl E");
    expect(meant("Ctrl E", own)).toBe("");
    expect(meant("Ctrl D", own)).toBe("Ctrl D");
    expect(meant("ArrowDown", own)).toBe("ArrowDown");
  });

  test("are shown in the place of the usual ones", () => {
    expect(shown("Ctrl E", own)).toBe("F4");
    expect(shown("Ctrl D", own)).toBe("Ctrl D");
    expect(shown("Escape", own)).toBe("Escape");
  });

  test("are taken from what had them", () => {
    expect(takenBy("Ctrl D", {}, "edit")?.name).toBe("favourite");
    expect(takenBy("Ctrl E", {}, "edit")).toBeUndefined();
    const given = give({}, named("edit"), "Ctrl D");
    expect(given).toEqual({ favourite: NONE, edit: "Ctrl D" });
    expect(meant("Ctrl D", given)).toBe("Ctrl E");
    expect(shown("Ctrl D", given)).toBe(NONE);
  });

  test("are the usual ones again without a trace", () => {
    expect(give(own, named("edit"), "Ctrl E")).toEqual({});
  });
});

test("the usual keys are different, and could be given", () => {
  const keys = SHORTCUTS.map(({ keys }) => keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((one) => !mayBeGiven(one))).toEqual([]);
});

test.each([
  ["Ctrl J", true, false],
  ["Alt Shift J", true, true],
  ["F4", true, false],
  ["J", false, false],
  ["Shift J", false, false],
  ["Escape", false, false],
  ["Ctrl 3", false, false],
  ["Ctrl Shift D", true, true],
  ["Space", false, false],
  ["Ctrl Enter", false, false],
  ["Ctrl Shift Enter", false, false],
  ["Ctrl S", false, false],
  ["Ctrl U", false, false],
  ["F2", false, false],
  ["ContextMenu", false, false],
  ["Alt ArrowLeft", false, false],
  ["Ctrl Alt Space", true, true],
  ["Ctrl Alt F12", true, true],
  ["Ctrl Alt ArrowUp", true, false],
  ["Ctrl Alt Enter", true, false],
  ["Ctrl Alt Ö", true, false],
])("%s may be given: %s; from anywhere: %s", (keys, given, global) => {
  expect([mayBeGiven(keys), mayBeGlobal(keys)]).toEqual([given, global]);
});

test("a modifier that is held is no keys yet", () => {
  expect(isWhole("Ctrl Control")).toBe(false);
  expect(isWhole("Ctrl Shift")).toBe(false);
  expect(isWhole("Ctrl Shift D")).toBe(true);
});

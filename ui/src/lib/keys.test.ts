import { expect, test, vi } from "vitest";
import { caps, chord, isHeld, types } from "./keys";
import { speak } from "./text";

function press(key: string, over: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent("keydown", { key, ...over });
}

test.each([
  [press("k", { ctrlKey: true }), "Ctrl K"],
  [press("K", { ctrlKey: true, shiftKey: true }), "Ctrl Shift K"],
  [press("Enter", { shiftKey: true }), "Shift Enter"],
  [press("=", { ctrlKey: true }), "Ctrl +"],
  [press("+", { ctrlKey: true, shiftKey: true }), "Ctrl +"],
  [press("-", { ctrlKey: true }), "Ctrl -"],
  [press("0", { ctrlKey: true }), "Ctrl 0"],
  [press("ArrowLeft", { altKey: true }), "Alt ArrowLeft"],
  [press("Escape"), "Escape"],
  [press(" ", { ctrlKey: true }), "Ctrl Space"],
])("names a chord", (event, expected) => {
  expect(chord(event)).toBe(expected);
});

test("only plain characters type", () => {
  expect(types(press("a"))).toBe(true);
  expect(types(press("é"))).toBe(true);
  expect(types(press("Enter"))).toBe(false);
  expect(types(press("a", { ctrlKey: true }))).toBe(false);
});

test.each([
  ["Enter", true, true],
  ["Ctrl Enter", true, true],
  ["Ctrl 1", true, true],
  ["Ctrl D", true, true],
  ["Escape", true, true],
  ["F1", true, true],
  ["Space", true, false],
  ["Delete", true, false],
  ["a", false, false],
  ["ArrowDown", false, false],
  ["Alt ArrowUp", false, false],
  ["PageDown", false, false],
  ["Ctrl Z", false, false],
  ["Ctrl +", false, false],
])(
  "held %s is heard but once: on a button %s, in a field %s",
  (keys, onButton, inField) => {
    const key = keys.split(" ").at(-1)!.replace("Space", " ");
    const over = { ctrlKey: keys.startsWith("Ctrl"), repeat: true };
    const at = (name: string) => {
      const event = press(key, over);
      document.createElement(name).dispatchEvent(event);
      return isHeld(event, keys);
    };
    expect(isHeld(press(key, { ...over, repeat: false }), keys)).toBe(false);
    expect([at("button"), at("input")]).toEqual([onButton, inField]);
  },
);

test("lines of a note may be made with a held Enter", () => {
  isHeld(press("Enter"), "Enter");
  const event = press("Enter", { repeat: true });
  document.createElement("textarea").dispatchEvent(event);
  expect(isHeld(event, "Enter")).toBe(false);
});

test("shows what is printed on the keys", () => {
  expect(caps("Ctrl Delete")).toEqual(["Ctrl", "Del"]);
  expect(caps("Alt ArrowRight")).toEqual(["Alt", "→"]);
});

test("caps are those of a keyboard in the language that is spoken", async () => {
  await speak("de");
  expect(caps("Ctrl Shift K")).toEqual(["Strg", "Umschalt", "K"]);
});

test("on a Mac Ctrl stands for Cmd, but not where keys work from anywhere", async () => {
  vi.stubGlobal("navigator", { platform: "MacIntel" });
  vi.resetModules();
  const mac = await import("./keys");
  const cmd = press("d", { metaKey: true });
  const control = press("d", { ctrlKey: true });
  expect([mac.chord(cmd), mac.chord(control)]).toEqual(["Ctrl D", "Meta D"]);
  expect(mac.globalChord(cmd)).toBe("Meta D");
  expect(mac.globalChord(control)).toBe("Ctrl D");
  expect(mac.caps("Ctrl D")).toEqual(["⌘", "D"]);
  expect(mac.caps("Ctrl D", true)).toEqual(["⌃", "D"]);
  vi.unstubAllGlobals();
});

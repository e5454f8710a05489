import { expect, test } from "vitest";
import { hearKeysGo, repeats } from "./held";

const enter = (type: string, repeat = false) =>
  new KeyboardEvent(type, { code: "Enter", repeat });

test("a key is held until it comes up, or the window is left", () => {
  const stop = hearKeysGo();
  const down = (repeat: boolean) => repeats(enter("keydown", repeat));
  expect([down(false), down(true), down(true)]).toEqual([false, true, true]);
  // WebKitGTK calls the first press after that a repeated one.
  window.dispatchEvent(new FocusEvent("blur"));
  expect([down(true), down(true)]).toEqual([false, true]);
  window.dispatchEvent(enter("keyup"));
  expect(down(true)).toBe(false);
  stop();
});

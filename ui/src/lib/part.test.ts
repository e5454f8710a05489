import { expect, test } from "vitest";
import { between, MIDDLE, percent, pressed } from "./part";

/** The part in percent: left, top, width and height. */
function told(part: ReturnType<typeof pressed>): number[] | null {
  return part && [part.left, part.top, part.width, part.height].map(percent);
}

test.each([
  ["ArrowLeft", [23, 25, 50, 50]],
  ["ArrowDown", [25, 27, 50, 50]],
  ["Shift ArrowRight", [25, 25, 52, 50]],
  ["Shift ArrowUp", [25, 25, 50, 48]],
])("%s moves or sizes the box", (keys, expected) => {
  expect(told(pressed(MIDDLE, keys))).toEqual(expected);
});

test("other keys do nothing to it", () => {
  expect(pressed(MIDDLE, "Ctrl ArrowLeft")).toBeNull();
  expect(pressed(MIDDLE, "constructor")).toBeNull();
});

test("it stays in the picture, and never gets lost", () => {
  const corner = { left: 9000, top: 0, width: 1000, height: 200 };
  expect(told(pressed(corner, "ArrowRight"))).toEqual([90, 0, 10, 2]);
  expect(told(pressed(corner, "Shift ArrowRight"))).toEqual([88, 0, 12, 2]);
  expect(told(pressed(corner, "Shift ArrowUp"))).toEqual([90, 0, 10, 2]);
});

test("a box is drawn from any corner, and ends at the edge", () => {
  expect(told(between([0.8, 0.6], [0.2, 0.4]))).toEqual([20, 40, 60, 20]);
  expect(told(between([0.5, 0.5], [1.4, -3]))).toEqual([50, 0, 50, 50]);
  expect(between([0.5, 0.5], [0.505, 0.9])).toBeNull();
});

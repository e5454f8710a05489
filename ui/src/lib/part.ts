// The part of a picture that a person marks, in ten thousandths of its width and height.

import type { Part } from "./bindings";

/** The reason given for a picture without a QR code. */
export const NO_CODE = "formats-no-code";

/** Whether a picture with this reason may have a code that is read if it is marked. */
export function mayBeMarked(reason: string): boolean {
  return reason === NO_CODE || reason.startsWith("qr-code-");
}

/** What one key press moves or sizes by, and the smallest side. */
const STEP = 200;

const WHOLE = 10_000;

/** Where a box begins that is not drawn yet. */
export const MIDDLE: Part = {
  left: 2500,
  top: 2500,
  width: 5000,
  height: 5000,
};

/** From the left and from the top, in fractions. */
export type Point = [x: number, y: number];

/** What keys do to the box: the side, and which way. */
const KEYS = new Map<string, [side: keyof Part, steps: 1 | -1]>([
  ["ArrowLeft", ["left", -1]],
  ["ArrowRight", ["left", 1]],
  ["ArrowUp", ["top", -1]],
  ["ArrowDown", ["top", 1]],
  ["Shift ArrowLeft", ["width", -1]],
  ["Shift ArrowRight", ["width", 1]],
  ["Shift ArrowUp", ["height", -1]],
  ["Shift ArrowDown", ["height", 1]],
]);

/** The part after these keys; `null` if they are none for it. */
export function pressed(part: Part, keys: string): Part | null {
  const change = KEYS.get(keys);
  if (change === undefined) return null;
  const [side, steps] = change;
  return within({ ...part, [side]: part[side] + steps * STEP });
}

/** The part between two points of which one may lie outside; `null` for a mere click. */
export function between(one: Point, other: Point): Part | null {
  const [left, right] = ordered(one[0], other[0]);
  const [top, bottom] = ordered(one[1], other[1]);
  const [width, height] = [right - left, bottom - top];
  if (width < STEP || height < STEP) return null;
  return { left, top, width, height };
}

/** As a person hears it. */
export function percent(part: number): number {
  return Math.round((part / WHOLE) * 100);
}

/** The size wins: a box at the edge that grows moves back into the picture. */
function within({ left, top, width, height }: Part): Part {
  const [x, wide] = span(left, width);
  const [y, high] = span(top, height);
  return { left: x, top: y, width: wide, height: high };
}

function span(start: number, length: number): [number, number] {
  const size = clamped(length, STEP, WHOLE);
  return [clamped(start, 0, WHOLE - size), size];
}

function ordered(one: number, other: number): [number, number] {
  const [a, b] = [inside(one), inside(other)];
  return [Math.min(a, b), Math.max(a, b)];
}

function inside(fraction: number): number {
  return clamped(Math.round(fraction * WHOLE), 0, WHOLE);
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

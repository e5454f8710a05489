// What keys do on the codes and everywhere, and the other keys that a person may give them.
//
// The page speaks of the usual keys throughout. A person's own are put in their place where an
// event is read (`meant`), and shown where the usual ones would be (`shown`).

import { HIDE_CODES, TYPE } from "./keys";

/** Something that keys do, and the keys that usually do it. */
export type Shortcut = { name: string; text: string; keys: string };

/** What keys a person gave, by the name of what they do. */
export type OwnKeys = Record<string, string | undefined>;

/** All that can be given other keys; each text is the id of a message. */
export const SHORTCUTS: Shortcut[] = [
  { name: "copy", text: "actions-copy", keys: "Enter" },
  { name: "copyNext", text: "actions-copy-next", keys: "Shift Enter" },
  { name: "actions", text: "keys-actions", keys: "Ctrl K" },
  { name: "search", text: "codes-search", keys: "Ctrl F" },
  { name: "add", text: "codes-add-label", keys: "Ctrl N" },
  { name: "paste", text: "keys-paste", keys: "Ctrl V" },
  { name: "capture", text: "add-capture", keys: "Ctrl G" },
  { name: "files", text: "add-files", keys: "Ctrl O" },
  { name: "typeKey", text: "key-title", keys: "Ctrl T" },
  { name: "edit", text: "actions-edit", keys: "Ctrl E" },
  { name: "favourite", text: "edit-favourite", keys: "Ctrl D" },
  { name: "large", text: "actions-large", keys: "Ctrl B" },
  { name: "read", text: "large-read", keys: "Ctrl R" },
  { name: "reveal", text: "actions-reveal", keys: "Ctrl I" },
  { name: "delete", text: "actions-delete", keys: "Ctrl Delete" },
  { name: "hide", text: "keys-hide", keys: HIDE_CODES },
  { name: "up", text: "keys-up", keys: "Alt ArrowUp" },
  { name: "down", text: "keys-down", keys: "Alt ArrowDown" },
  { name: "lab", text: "lab-title", keys: "Ctrl Shift T" },
  { name: "settings", text: "settings-title", keys: "Ctrl ," },
  { name: "lock", text: "nav-lock", keys: "Ctrl L" },
];

/** Keys that move, leave and undo wherever one is: they stay what they are. */
const FIXED = new Set([
  "Escape",
  "Tab",
  "Shift Tab",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Shift ArrowUp",
  "Shift ArrowDown",
  "Space",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  "Backspace",
  "Delete",
  "F1",
  "F6",
  "Shift F6",
  "Ctrl A",
  "Ctrl C",
  "Ctrl X",
  "Ctrl Z",
  "Ctrl Q",
  "Ctrl W",
  "Ctrl +",
  "Ctrl -",
  "Ctrl 0",
  // What these do cannot be given other keys, so nothing else may take them.
  TYPE,
  "Ctrl Enter",
  "Ctrl S",
  "Ctrl U",
  "F2",
  "ContextMenu",
  "Alt ArrowLeft",
]);

const MODIFIERS = new Set(["Ctrl", "Alt", "Shift", "Meta"]);

/** The keys that do this now. */
export function keysOf({ name, keys }: Shortcut, own: OwnKeys): string {
  return own[name] ?? keys;
}

/** The keys to show in the place of the usual ones. */
export function shown(usual: string, own: OwnKeys): string {
  const shortcut = SHORTCUTS.find(({ keys }) => keys === usual);
  return shortcut === undefined ? usual : keysOf(shortcut, own);
}

/**
 * The usual keys of what a person means by these: those that were given to something mean it, and
 * those that were taken from something mean nothing any more.
 */
export function meant(pressed: string, own: OwnKeys): string {
  const shortcut = SHORTCUTS.find((one) => keysOf(one, own) === pressed);
  if (shortcut !== undefined) return shortcut.keys;
  return SHORTCUTS.some(({ keys }) => keys === pressed) ? "" : pressed;
}

/** What these keys do already; not counting the shortcut of this name. */
export function takenBy(
  pressed: string,
  own: OwnKeys,
  name: string,
): Shortcut | undefined {
  return SHORTCUTS.find(
    (one) => one.name !== name && keysOf(one, own) === pressed,
  );
}

/** Whether these keys are more than a modifier that is still held. */
export function isWhole(pressed: string): boolean {
  const last = pressed.split(" ").at(-1) ?? "";
  return !["Control", "Alt", "Shift", "Meta", "AltGraph"].includes(last);
}

/**
 * Whether a person may give these keys to something. A letter alone searches, and some keys do
 * the same everywhere.
 */
export function mayBeGiven(pressed: string): boolean {
  if (FIXED.has(pressed) || /^Ctrl [1-9]$/.test(pressed)) return false;
  const keys = pressed.split(" ");
  const held = keys.filter((key) => MODIFIERS.has(key) && key !== "Shift");
  const last = keys.at(-1) ?? "";
  return held.length > 0 || last.length > 1;
}

/** Keys that every system can hear from anywhere. */
const HEARD = /^([A-Z0-9]|Space|F([1-9]|1[0-9]|2[0-4]))$/;

/** Whether they can work from anywhere: with two modifiers, no other app misses them. */
export function mayBeGlobal(pressed: string): boolean {
  const keys = pressed.split(" ");
  const held = keys.filter((key) => MODIFIERS.has(key));
  return (
    mayBeGiven(pressed) && held.length > 1 && HEARD.test(keys.at(-1) ?? "")
  );
}

/** A person's keys with these given to something, and taken from what had them. */
export function give(
  own: OwnKeys,
  { name, keys }: Shortcut,
  pressed: string,
): Record<string, string> {
  const loser = takenBy(pressed, own, name);
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] =>
      entry[0] !== name && entry[1] !== undefined,
  );
  const others = loser === undefined ? [] : [[loser.name, NONE] as const];
  const mine = pressed === keys ? [] : [[name, pressed] as const];
  return Object.fromEntries([
    ...kept.filter(([other]) => other !== loser?.name),
    ...others,
    ...mine,
  ]);
}

/** In the place of keys: nothing does it. No event has this chord. */
export const NONE = "none";

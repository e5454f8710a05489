// Keys in the page's words: which chord an event is, and how a chord is shown.

import { repeats } from "./held";
import { t } from "./text";

const isMac =
  typeof navigator !== "undefined" &&
  /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * The chord of a key event, such as `"Ctrl K"`, `"Shift Enter"` or `"Escape"`. `Ctrl` stands
 * for Cmd on a Mac. Letters are upper case; `+` and `=` are one key, as are `-` and `_`.
 */
export function chord(event: KeyboardEvent): string {
  return named(event, isMac);
}

/** The chord as it is heard from anywhere, where `Ctrl` is the key of that name on a Mac too. */
export function globalChord(event: KeyboardEvent): string {
  return named(event, false);
}

function named(event: KeyboardEvent, swapped: boolean): string {
  const names = [];
  if (swapped ? event.metaKey : event.ctrlKey) names.push("Ctrl");
  if (swapped ? event.ctrlKey : event.metaKey) names.push("Meta");
  if (event.altKey) names.push("Alt");
  const hasName = event.key.length > 1;
  if (event.shiftKey && (hasName || /[a-z]/i.test(event.key)))
    names.push("Shift");
  names.push(keyName(event.key));
  return names.join(" ");
}

function keyName(key: string): string {
  if (key === "=") return "+";
  if (key === "_") return "-";
  if (key === " ") return "Space";
  return key.length === 1 ? key.toUpperCase() : key;
}

/** Keys that move, or take back step by step. */
const REPEATING = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  "Tab",
]);
const REPEATING_CHORDS = new Set(["Ctrl Z", "Ctrl +", "Ctrl -"]);

/** Keys of a text field, of which it may hear as long as they are held. */
const WRITING = new Set(["Space", "Backspace", "Delete"]);

/**
 * Whether a held key says again what it said before, and is to be heard but once: what copies,
 * adds or deletes is done as often as a person means it. `meaning` is the usual chord of what the
 * event's keys do. To be asked once of every `keydown`.
 */
export function isHeld(event: KeyboardEvent, meaning: string): boolean {
  if (!repeats(event) || event.isComposing) return false;
  const key = meaning.split(" ").at(-1) ?? "";
  if (REPEATING.has(key) || REPEATING_CHORDS.has(meaning)) return false;
  if (isWritten(event.target))
    return !(
      WRITING.has(key) ||
      types(event) ||
      (meaning === "Enter" && event.target instanceof HTMLTextAreaElement)
    );
  return !types(event) || key === "Space";
}

function isWritten(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !["checkbox", "radio", "range"].includes(target.type)
  );
}

/** Whether the event would put a character into a text field. */
export function types(event: KeyboardEvent): boolean {
  return (
    event.key.length === 1 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.isComposing
  );
}

/**
 * What is printed on the keys of a chord, one after the other; of one that is heard from
 * anywhere, if it is `global`.
 */
export function caps(keys: string, global = false): string[] {
  return keys.split(" ").map((key) => cap(key, global));
}

function cap(key: string, global: boolean): string {
  const caps = global ? { ...MAC_CAPS, ...MAC_GLOBAL_CAPS } : MAC_CAPS;
  const mac = isMac ? caps[key] : undefined;
  const named = CAPS[key];
  return mac ?? ARROWS[key] ?? (named === undefined ? key : t(named));
}

/** Keyboards have other words on them in other languages. */
const CAPS: Record<string, string> = {
  Ctrl: "cap-ctrl",
  Shift: "cap-shift",
  Enter: "cap-enter",
  Escape: "cap-escape",
  Delete: "cap-delete",
  Home: "cap-home",
  End: "cap-end",
  PageUp: "cap-page-up",
  PageDown: "cap-page-down",
  Space: "cap-space",
};
const ARROWS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};
const MAC_CAPS: Record<string, string> = {
  Ctrl: "⌘",
  Shift: "⇧",
  Alt: "⌥",
  Meta: "⌃",
  Enter: "↩",
};
/** From anywhere the two are what they are called. */
const MAC_GLOBAL_CAPS: Record<string, string> = { Ctrl: "⌃", Meta: "⌘" };

/** The chord that hides or shows all codes: Cmd H hides the app on a Mac. */
export const HIDE_CODES = isMac ? "Ctrl Shift H" : "Ctrl H";

/** The chord that types a code into the window that had the keyboard. */
export const TYPE = "Ctrl Shift Enter";

/** Keys with which a web view would reload, print, search, zoom or leave the page. */
export const WEB_VIEW_KEYS: ReadonlySet<string> = new Set([
  "F1",
  "F3",
  "F5",
  "F7",
  "F12",
  "Shift F3",
  "Shift F5",
  "Ctrl F5",
  "Ctrl R",
  "Ctrl Shift R",
  "Ctrl P",
  "Ctrl Shift P",
  "Ctrl G",
  "Ctrl Shift G",
  "Ctrl J",
  "Ctrl U",
  "Ctrl S",
  "Ctrl O",
  "Ctrl N",
  "Ctrl T",
  "Ctrl H",
  "Ctrl D",
  "Ctrl K",
  "Ctrl B",
  "Ctrl E",
  "Ctrl L",
  "Ctrl F",
  "Ctrl I",
  "Ctrl +",
  "Ctrl -",
  "Ctrl 0",
  "Ctrl Shift I",
  "Ctrl Shift J",
  "Ctrl Shift C",
  "Alt ArrowLeft",
  "Alt ArrowRight",
  "BrowserBack",
  "BrowserForward",
]);

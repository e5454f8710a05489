// The parts of a screen, between which F6 steps.

/** What takes the keyboard in a part that names no home. */
const TAKERS = "button:not(:disabled), input, select, [tabindex='0']";

/**
 * Steps the keyboard between the parts on view: the sidebar, what has `data-part`, and the action
 * bar. In each it comes to `data-home`, or to the first thing that takes it.
 */
export function stepPart(by: 1 | -1): void {
  const all = document.querySelectorAll<HTMLElement>(
    ".app > .side, [data-part], .foot",
  );
  const parts = [...all].filter((part) => part.offsetParent !== null);
  const active = document.activeElement;
  // A screen that took the keyboard as it came on view is nowhere in particular.
  const at = active?.matches("[data-screen]")
    ? -1
    : parts.findIndex((part) => part.contains(active));
  // From nowhere it comes to the first part of the screen itself.
  const from = at < 0 ? parts.findIndex(isScreen) - by : at;
  const part = parts[(from + by + parts.length) % parts.length];
  const home = part?.querySelector<HTMLElement>("[data-home]");
  (home ?? part?.querySelector<HTMLElement>(TAKERS))?.focus();
}

function isScreen(part: HTMLElement): boolean {
  return part.dataset["part"] !== undefined;
}

// Keys that are held, as this window has seen it.
//
// WebKitGTK calls a press a repeated one if it did not see the key come up after the press before:
// Enter copies and hides the window while it is down, and the next one may come minutes later.

const down = new Set<string>();

/**
 * Whether a key repeats because it is held since it went down in this window. To be asked once of
 * every `keydown`.
 */
export function repeats({ code, repeat }: KeyboardEvent): boolean {
  const isHeld = repeat && down.has(code);
  down.add(code);
  return isHeld;
}

/** Hears of keys that come up, and of those that may while the window is away. */
export function hearKeysGo(): () => void {
  const up = ({ code }: KeyboardEvent) => down.delete(code);
  const away = () => down.clear();
  window.addEventListener("keyup", up, true);
  window.addEventListener("blur", away);
  document.addEventListener("visibilitychange", away);
  return () => {
    window.removeEventListener("keyup", up, true);
    window.removeEventListener("blur", away);
    document.removeEventListener("visibilitychange", away);
  };
}

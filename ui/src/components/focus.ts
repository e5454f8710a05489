// Attachments that hand out the keyboard.

/** Gives an element the keyboard when it appears. */
export function focusOnce(node: HTMLElement): void {
  node.focus();
}

/**
 * Keeps the keyboard in a dialog whose content changes. Where what has it goes, it comes to what
 * is marked with `data-autofocus` now; where that is busy, to the dialog until it is back.
 */
export function keepFocus(dialog: HTMLElement): () => void {
  /** What has the keyboard, or had it until it went. */
  let had = document.activeElement;
  let parked = had === dialog;
  const hear = ({ target }: FocusEvent) => {
    if (target === dialog) return;
    had = target as Element;
    parked = false;
  };
  const look = () => {
    const active = document.activeElement;
    if (active !== document.body && active !== dialog && active !== had) return;
    const gone = !had?.isConnected || had.matches(":disabled");
    if (!gone && !parked) return;
    const next = dialog.querySelector("[data-autofocus]:not(:disabled)");
    const to = gone || had === dialog ? (next ?? dialog) : had;
    (to as HTMLElement).focus();
    parked = to === dialog;
  };
  const changes = new MutationObserver(look);
  changes.observe(dialog, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled"],
  });
  dialog.addEventListener("focusin", hear);
  return () => {
    changes.disconnect();
    dialog.removeEventListener("focusin", hear);
  };
}

/** Where the keyboard is at home on the screen on view. */
export function home(): HTMLElement | null {
  const find = (marks: string) => document.querySelector<HTMLElement>(marks);
  return find("[data-screen]") ?? find("[data-home]");
}

/**
 * Brings the keyboard home where what had it goes: with its screen, with an alarm that is closed,
 * with a row that is brought back. Screen readers then say where one is.
 */
export function keepHome(): () => void {
  let had: Element | null = null;
  const hear = ({ target }: FocusEvent) => (had = target as Element);
  const look = () => {
    const isLost = document.activeElement === document.body;
    if (!isLost || had === null || had.isConnected) return;
    // What a screen shows may still be read; a sheet takes care of itself.
    if (document.querySelector("dialog[open]") === null) home()?.focus();
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", hear);
  return () => {
    changes.disconnect();
    document.removeEventListener("focusin", hear);
  };
}

const CONTROLS = "a[href], button, input, select, textarea, [tabindex]";

/** Lets the keyboard scroll what is too high for its place and holds nothing else to go to. */
export function scrollable(node: HTMLElement): () => void {
  const look = () => {
    const cut = node.scrollHeight > node.clientHeight;
    if (cut && node.querySelector(CONTROLS) === null) node.tabIndex = 0;
    else node.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(node);
  for (const child of node.children) sizes.observe(child);
  return () => sizes.disconnect();
}

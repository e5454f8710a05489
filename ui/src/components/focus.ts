// Attachments that hand out the keyboard.

/** Gives an element the keyboard when it appears. */
export function focusOnce(node: HTMLElement): void {
  node.focus();
}

// Attachments that hand out the keyboard.

/** Gives an element the keyboard when it appears. */
export function focusOnce(node: HTMLElement): void {
  node.focus();
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

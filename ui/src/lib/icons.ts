/** The names of the icons in `Sprite.svelte`. */
export type IconName =
  | "archive" | "arrow" | "capture" | "check" | "chev" | "copy" | "doc" | "down" | "edit" | "eye"
  | "eye-off" | "file" | "files" | "grid" | "help" | "image" | "key" | "keyboard" | "lock" | "menu"
  | "more" | "paste" | "plus" | "qr" | "refresh" | "search" | "star" | "sun" | "tag" | "trash"
  | "warn" | "x";

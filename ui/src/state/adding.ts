// What the keys for adding accounts do on every screen with accounts.

import { t } from "../lib/text";
import { add } from "./add.svelte";
import { notices } from "./notices.svelte";
import { sheets } from "./sheets.svelte";

/** Where there is no search that a text could go to. */
async function paste(): Promise<void> {
  if ((await add.paste()) !== null) notices.tell(t("add-paste-text"));
}

/** Keys and what they do. */
export const ADDING: Record<string, () => void> = {
  "Ctrl N": () => sheets.show({ kind: "add" }),
  "Ctrl V": () => void paste(),
  "Ctrl G": () => void add.capture(),
  "Ctrl O": () => void add.pick(),
  "Ctrl T": () => sheets.show({ kind: "typeKey" }),
};

/** Whether it pastes into the field that has the keyboard. */
export function isPaste({ key, target }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLInputElement &&
    !["checkbox", "radio"].includes(target.type);
  return isField && key.toLowerCase() === "v";
}

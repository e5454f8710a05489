// How codes look, as a person set it: given from above, since codes stand in many places.

import { getContext, setContext } from "svelte";
import type { Settings } from "../lib/bindings";

/** What of the settings bears on how an account is drawn. */
export type Look = Pick<Settings, "grouping" | "nextCode"> & {
  /** The outline to draw in place of an account's letter; `null`: the letter. */
  icon: (account: { issuer: string; icon: string | null }) => string | null;
};

/** How codes look where nobody has said otherwise. */
const USUAL: Look = {
  grouping: "threes",
  nextCode: "last",
  icon: () => null,
};
const KEY = Symbol("look");

/** Says how all codes below look. */
export function giveLook(look: () => Look): void {
  setContext(KEY, look);
}

/** How codes look here. */
export function lookAbove(): () => Look {
  return getContext<(() => Look) | undefined>(KEY) ?? (() => USUAL);
}

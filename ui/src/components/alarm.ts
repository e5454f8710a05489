// The failure that a sheet shows though no field of its own is to blame: given from above, since
// a sheet hides the window in which it would be shown otherwise.

import { createContext } from "svelte";

/** What `Alarm` shows. */
export type Shown = {
  message: string;
  hint: string | null;
  onretry: (() => void) | null;
  /** What the button that tries again says. */
  retryText: string;
  onclose: () => void;
};

const [above, give] = createContext<() => Shown | null>();

export { above as alarmAbove, give as giveAlarm };

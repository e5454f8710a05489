// Whether the computer's clock is wrong, as far as its system knows. No one else is asked.

import { commands } from "../lib/bindings";
import { notices } from "./notices.svelte";

/** How often the system is asked again, in seconds. */
const EVERY = 600;

class ClockError {
  /** By how many seconds the clock is behind; less than zero: ahead; `null`: right. */
  seconds = $state<number | null>(null);
  #asked = 0;

  /** Asks again if it was long ago, or the clock was set meanwhile. */
  async tick(now: number): Promise<void> {
    const ago = now - this.#asked;
    if (ago >= 0 && ago < EVERY) return;
    this.#asked = now;
    this.seconds = await commands.clockError().catch(() => null);
  }

  /** Opens the system's settings of the clock; what changes there is asked soon after. */
  async fix(): Promise<void> {
    try {
      await commands.openClockSettings();
      this.#asked = Math.floor(Date.now() / 1000) - EVERY + 30;
    } catch (thrown) {
      notices.fail(thrown);
    }
  }
}

export const clockError = new ClockError();

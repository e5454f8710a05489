// How long a copied code stays on the clipboard. The shell clears it; the page counts along.

import { commands } from "../lib/bindings";
import { notices } from "./notices.svelte";

class Clipboard {
  /** When it is cleared, in unix milliseconds; `null` when it holds nothing of ours. */
  clearsAt = $state<number | null>(null);
  /** How long it was to hold the code, in seconds: the ring's whole turn. */
  seconds = $state(30);

  /** Something was copied that stays for `seconds`. */
  filled(seconds: number): void {
    this.seconds = seconds;
    this.clearsAt = Date.now() + seconds * 1000;
  }

  /** What the shell says at start and after unlocking. */
  learn(clearsAt: number | null): void {
    this.clearsAt = clearsAt;
  }

  cleared(): void {
    this.clearsAt = null;
  }

  /** Whole seconds until it is cleared, at `now` (unix seconds); `null` when it is empty. */
  left(now: number): number | null {
    if (this.clearsAt === null) return null;
    const left = Math.floor(this.clearsAt / 1000) - now;
    return left > 0 ? left : null;
  }

  async clearNow(): Promise<void> {
    try {
      await commands.clearClipboard();
      this.cleared();
    } catch (thrown) {
      notices.fail(thrown, () => void this.clearNow());
    }
  }
}

export const clipboard = new Clipboard();

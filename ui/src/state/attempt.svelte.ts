// One thing a sheet tries: busy while it runs, and what went wrong in words.

import { describe, t } from "../lib/text";

/** A sheet has one of its own; it lives as long as the sheet. */
export class Attempt {
  busy = $state(false);
  /** What went wrong and what to do; empty while nothing did. */
  words = $state.raw<(string | null)[]>([]);
  /** The id of what went wrong. */
  id = $state<string | null>(null);

  /** Runs it once; a second call while it runs does nothing. Whether it succeeded. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.words = [];
    this.id = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      const { id, message, hint } = describe(thrown);
      this.id = id;
      // The field's own sentence: the hint for a terminal is of no use beside it.
      this.words =
        id === "vault-wrong-password" ? [t("unlock-wrong")] : [message, hint];
      return false;
    } finally {
      this.busy = false;
    }
  }
}

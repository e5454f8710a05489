// What the page tells: sentences for screen readers, troubles, and the offer to undo.

import { describe, type Trouble } from "../lib/text";

/** How long the offer to undo stands, in milliseconds. */
const UNDO_MS = 10_000;

/** A trouble on view, and how to try again if that can help. */
export type Alarm = Trouble & { retry: (() => void) | null };

class Notices {
  /** The last sentence for screen readers. The count makes the same sentence heard twice. */
  said = $state.raw({ text: "", count: 0 });
  /** A failure that no field or sheet shows. */
  alarm = $state.raw<Alarm | null>(null);
  /** What was just done and can be taken back. */
  undoable = $state<string | null>(null);
  /** A plain sentence in the action bar, for as long as an offer to undo would stand. */
  done = $state<string | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Has a sentence read by screen readers, once. */
  say(text: string): void {
    this.said = { text, count: this.said.count + 1 };
  }

  /** Shows a failure. It stays until it is closed or the next thing succeeds. */
  fail(thrown: unknown, retry: (() => void) | null = null): void {
    this.alarm = { ...describe(thrown), retry };
  }

  calm(): void {
    this.alarm = null;
  }

  /** Shows and says what was done, with the offer to undo it. */
  offerUndo(text: string): void {
    this.#tell(text);
    this.undoable = text;
  }

  /** Shows and says what was done. */
  tell(text: string): void {
    this.#tell(text);
    this.done = text;
  }

  withdraw(): void {
    clearTimeout(this.#timer);
    this.undoable = null;
    this.done = null;
  }

  #tell(text: string): void {
    this.withdraw();
    this.say(text);
    this.#timer = setTimeout(() => this.withdraw(), UNDO_MS);
  }
}

export const notices = new Notices();

// What the page tells: sentences for screen readers, troubles, and the offer to undo.

import { describe, t, type Trouble } from "../lib/text";

/** How long the offer to undo stands, in milliseconds. */
const UNDO_MS = 10_000;

/** What was done, in a sentence, and the number of the change that undoes it. */
export type Undoable = { text: string; change: number };

/** A trouble on view, and how to try again if that can help, with what its button says. */
export type Alarm = Trouble & { retry: (() => void) | null; retryId: string };

class Notices {
  /** The last sentence for screen readers. The count makes the same sentence heard twice. */
  said = $state.raw({ text: "", count: 0 });
  /** A failure that no field or sheet shows. */
  alarm = $state.raw<Alarm | null>(null);
  /** What was just done and can be taken back. */
  undoable = $state.raw<Undoable | null>(null);
  /** A plain sentence in the action bar, for as long as an offer to undo would stand. */
  done = $state<string | null>(null);

  /** The alarm of something that nobody here asked for. */
  #meanwhile: Alarm | null = null;
  /** Whether something was just done. */
  get news(): boolean {
    return this.undoable !== null || this.done !== null;
  }

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Has a sentence read by screen readers, once. */
  say(text: string): void {
    this.said = { text, count: this.said.count + 1 };
  }

  /** Shows a failure. It stays until it is closed or the next thing succeeds. */
  fail(
    thrown: unknown,
    retry: (() => void) | null = null,
    retryId = "error-retry",
  ): void {
    this.alarm = { ...describe(thrown), retry, retryId };
  }

  /** Shows a failure in the background, which may pass without anyone's doing. */
  failMeanwhile(
    thrown: unknown,
    retry: (() => void) | null = null,
    retryId = "error-retry",
  ): void {
    this.fail(thrown, retry, retryId);
    this.#meanwhile = this.alarm;
  }

  /** The failure in the background is over. */
  recover(): void {
    if (this.alarm === this.#meanwhile) this.calm();
  }

  /** The alarm with what its buttons do. */
  get shown() {
    if (this.alarm === null) return null;
    const { message, hint, retry, retryId } = this.alarm;
    const onclose = () => this.calm();
    const onretry =
      retry &&
      (() => {
        this.calm();
        retry();
      });
    return { message, hint, onretry, retryText: t(retryId), onclose };
  }

  calm(): void {
    this.alarm = null;
  }

  /** Shows and says what was done, with the offer to undo it. */
  offerUndo(text: string, change: number): void {
    this.#tell(text);
    this.undoable = { text, change };
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

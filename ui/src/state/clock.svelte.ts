// The one timer of the page: it wakes once a second, at the second's boundary, and stands
// still while the window is hidden or nothing on view counts seconds.

/** The current second, for everything on view that counts. */
class Clock {
  /** Unix seconds, whole. */
  now = $state(seconds());

  #timer: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;
  #onTick: () => void = () => {};

  /** Calls `tick` after every second that the clock runs. */
  start(tick: () => void): () => void {
    this.#onTick = tick;
    const turn = () => this.#turn();
    document.addEventListener("visibilitychange", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      this.#wanted = false;
      this.#turn();
    };
  }

  /** Says whether anything on view counts seconds. */
  want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#turn();
  }

  get running(): boolean {
    return this.#timer !== undefined;
  }

  #turn(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#wanted || document.hidden) return;
    this.now = seconds();
    // Two milliseconds late rather than early: an early wake would paint the second before.
    this.#timer = setTimeout(() => this.#turn(), 1002 - (Date.now() % 1000));
    this.#onTick();
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

export const clock = new Clock();

// The language that the page speaks: the one that was set, or the system's.

import { commands } from "../lib/bindings";
import { rightToLeft, speak } from "../lib/text";

class LanguageState {
  /** Its tag. What is drawn anew when it changes is drawn in it. */
  tag = $state("en");
  /** How often it was asked for. */
  #turn = 0;

  /** Asks the shell which it is, and speaks it. Without an answer it stays what it was. */
  async learn(): Promise<void> {
    const turn = ++this.#turn;
    const tag = await commands.language().catch(() => this.tag);
    // The answer to an earlier question may come after that to a later one.
    if (turn !== this.#turn) return;
    await speak(tag);
    const root = document.documentElement;
    root.lang = tag;
    root.dir = rightToLeft(tag) ? "rtl" : "ltr";
    this.tag = tag;
  }
}

export const language = new LanguageState();

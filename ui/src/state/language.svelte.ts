// The language that the page speaks: the one that was set, or the system's.

import { commands } from "../lib/bindings";
import { rightToLeft, speak } from "../lib/text";

class LanguageState {
  /** Its tag. What is drawn anew when it changes is drawn in it. */
  tag = $state("en");

  /** Asks the shell which it is, and speaks it. Without an answer it stays what it was. */
  async learn(): Promise<void> {
    const tag = await commands.language().catch(() => this.tag);
    await speak(tag);
    const root = document.documentElement;
    root.lang = tag;
    root.dir = rightToLeft(tag) ? "rtl" : "ltr";
    this.tag = tag;
  }
}

export const language = new LanguageState();

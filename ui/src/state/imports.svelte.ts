// Another app's backup on its way in, until it is open: which formats there are, the file that
// waits for its password, and how far opening it is. What was in it is then reviewed.

import {
  commands,
  type BackupView,
  type FormatView,
  type Opening,
  type Review,
} from "../lib/bindings";
import { notices } from "./notices.svelte";

class Imports {
  /** Every format that is read or written. */
  formats = $state.raw<FormatView[]>([]);
  /** The file that waits for its password, or cannot be read. */
  waiting = $state.raw<BackupView | null>(null);
  /** How far the opening or writing of a file is. */
  progress = $state.raw<Opening | null>(null);

  /** The formats whose files can be read. */
  get readable(): FormatView[] {
    return this.formats.filter(({ reads }) => reads);
  }

  /** The format with this id. */
  format(id: string | null): FormatView | undefined {
    return this.formats.find((format) => format.id === id);
  }

  /** Learns the formats, which do not change while the app runs. */
  async learn(): Promise<void> {
    if (this.formats.length > 0) return;
    try {
      this.formats = await commands.formats();
    } catch (thrown) {
      notices.fail(thrown, () => void this.learn());
    }
  }

  /** Opens the file that waits. */
  async open(password: string): Promise<Review | null> {
    const { waiting } = this;
    if (waiting === null) return null;
    this.progress = null;
    try {
      const review = await commands.openBackup(waiting.id, password);
      this.waiting = null;
      return review;
    } finally {
      this.progress = null;
    }
  }

  async pickKeyFile(): Promise<void> {
    const { waiting } = this;
    if (waiting === null) return;
    const chosen = await commands.pickKeyFile(waiting.id);
    if (chosen !== null && this.waiting === waiting) this.waiting = chosen;
  }

  /** Lets go of the file that waits. */
  async discard(): Promise<void> {
    const { waiting } = this;
    this.forget();
    if (waiting === null) return;
    try {
      await commands.discardBackup(waiting.id);
    } catch {
      // It is gone already, by locking or by another file in its place.
    }
  }

  forget(): void {
    this.waiting = null;
    this.progress = null;
  }
}

export const imports = new Imports();

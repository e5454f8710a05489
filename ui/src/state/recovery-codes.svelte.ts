// The recovery codes that a site gave, for as long as their sheet is open.

import {
  commands,
  type CodeCopied,
  type CodeKept,
  type CodesFound,
  type RecoveryCodesView,
  type Row,
} from "../lib/bindings";
import { nameOf } from "../lib/names";
import { t } from "../lib/text";
import { clipboard } from "./clipboard.svelte";
import { codes } from "./codes.svelte";
import { notices } from "./notices.svelte";

/** A sheet has one of its own; what it shows goes with it. */
export class RecoveryCodes {
  /** The codes, once the password was right. */
  view = $state.raw<RecoveryCodesView | null>(null);
  /** What was just done, and the number of the change that undoes it. */
  done = $state.raw<{ text: string; change: number } | null>(null);
  /** What screen readers hear. */
  said = $state.raw({ text: "", count: 0 });

  readonly #row: Row;
  /** Answers that come from now on show nothing. */
  #over = false;

  constructor(row: Row) {
    this.#row = row;
  }

  get left(): number {
    return this.view?.codes.filter(({ used }) => used === null).length ?? 0;
  }

  async open(password: string): Promise<void> {
    this.#show(await commands.openRecoveryCodes(this.#row.id, password));
  }

  async mark(index: number, used: boolean): Promise<void> {
    const change = await commands.markRecoveryCode(this.#sheet, index, used);
    const said = used ? "recovery-codes-ticked" : "recovery-codes-unticked";
    await this.#changed(t(said), change);
  }

  async copy(index: number): Promise<void> {
    let copied: CodeCopied;
    try {
      copied = await commands.copyRecoveryCode(this.#sheet, index);
    } catch (thrown) {
      // It is ticked off before it is copied. Where the clipboard refuses, the tick is taken
      // back, which may fail, too.
      await this.#reread();
      throw thrown;
    }
    const { seconds, change } = copied;
    clipboard.filled(seconds);
    await this.#changed(t("recovery-codes-copied", { seconds }), change);
  }

  find(text: string): Promise<CodesFound> {
    return commands.findRecoveryCodes(this.#sheet, text);
  }

  /** The text of a file; `null` if the person changed their mind. */
  pick(): Promise<string | null> {
    return commands.pickRecoveryFile(this.#sheet);
  }

  /** Keeps these in place of those that are there. */
  async keep(kept: CodeKept[]): Promise<void> {
    const change = await commands.setRecoveryCodes(this.#sheet, kept);
    await this.#changed(t("recovery-codes-saved"), change);
  }

  /**
   * Deletes all that are on view; whether none is left, and the offer to undo stands in the
   * window. Those that arrived from another computer meanwhile nobody has seen: they stay, and
   * are shown.
   */
  async remove(): Promise<boolean> {
    const sheet = this.#sheet;
    const change = await commands.setRecoveryCodes(sheet, []);
    const count = (await commands.recoveryCodes(sheet)).codes.length;
    if (count > 0) {
      await this.#changed(t("recovery-codes-arrived", { count }), change);
      return false;
    }
    await codes.reread();
    const name = nameOf(this.#row);
    notices.offerUndo(t("recovery-codes-deleted", { name }), change);
    return true;
  }

  /** Takes back what was just done here. */
  async undo(): Promise<void> {
    const { done } = this;
    if (done === null) return;
    await commands.undo(done.change);
    this.done = null;
    this.#say(t("status-undone-codes"));
    await this.#reread();
  }

  /** Nothing is on view any more. */
  close(): void {
    this.#over = true;
    if (this.view === null) return;
    this.#putAway(this.view.sheet);
    this.view = null;
    this.done = null;
  }

  #show(view: RecoveryCodesView): void {
    if (this.#over) this.#putAway(view.sheet);
    else this.view = view;
  }

  #putAway(sheet: number): void {
    // Locked meanwhile: they are gone there, too.
    void commands.closeRecoveryCodes(sheet).catch(() => undefined);
  }

  get #sheet(): number {
    return this.view?.sheet ?? 0;
  }

  async #changed(text: string, change: number): Promise<void> {
    await this.#reread();
    if (this.#over) return;
    this.done = { text, change };
    this.#say(text);
  }

  #say(text: string): void {
    this.said = { text, count: this.said.count + 1 };
  }

  async #reread(): Promise<void> {
    if (!this.#over) this.#show(await commands.recoveryCodes(this.#sheet));
    await codes.reread();
  }
}

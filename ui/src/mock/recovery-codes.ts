// The mocked shell's recovery codes: a sheet that is open, and a reader of texts that is much
// simpler than the real one.

import type {
  CodeOnView,
  CodesFound,
  RecoveryCodesView,
} from "../lib/bindings";
import type { FakeAccount } from "./accounts";

type Opened = { sheet: number; account: FakeAccount };

export class FakeRecoveryCodes {
  #open: Opened | null = null;

  open(sheet: number, account: FakeAccount): RecoveryCodesView {
    this.#open = { sheet, account };
    return this.view(sheet);
  }

  /** The sheet with this number. */
  opened(sheet: number): Opened {
    if (this.#open?.sheet !== sheet)
      throw { id: "desktop-no-recovery-codes", params: {} };
    return this.#open;
  }

  view(sheet: number): RecoveryCodesView {
    return { sheet, codes: this.opened(sheet).account.recovery };
  }

  /** The codes with one ticked off, or no longer. */
  marked(sheet: number, index: number, used: boolean): CodeOnView[] {
    const now = Math.floor(Date.now() / 1000);
    return this.view(sheet).codes.map((code, at) =>
      at === index ? { ...code, used: used ? now : null } : code,
    );
  }

  /** Every line of digits and dashes is a code; one with a question mark is not sure. */
  find(sheet: number, text: string): CodesFound {
    this.opened(sheet);
    const lines = text.split("\n").map((line) => line.trim());
    const full = lines.filter((line) => line !== "");
    const codes = full.filter((line) => /\d/.test(line));
    return {
      codes: codes.map((line) => ({
        text: line.replace(" (used)", ""),
        used: line.endsWith("(used)"),
        sure: !line.endsWith("?"),
      })),
      leftOut: full.filter((line) => !/\d/.test(line)),
    };
  }

  /** Closes this sheet; one that was opened since stays. */
  close(sheet: number): void {
    if (this.#open?.sheet === sheet) this.#open = null;
  }
}

/** How many are still good. */
export function left(codes: CodeOnView[]): number {
  return codes.filter(({ used }) => used === null).length;
}

// Accounts on their way out: to a file for another app, or to a phone.

import {
  commands,
  type Diagnosis,
  type Exported,
  type Lock,
  type Losses,
  type PhoneView,
  type Row,
  type Selection,
  type Target,
} from "../lib/bindings";
import { imports } from "./imports.svelte";

class Exports {
  /** The QR codes that may be looked at, one by one. */
  phone = $state.raw<PhoneView | null>(null);

  /** Every account, whatever the search and the filter of the list. */
  async all(): Promise<Row[]> {
    return (await commands.list("", { kind: "all" })).rows;
  }

  losses(target: Target): Promise<Losses> {
    return commands.exportLosses(target);
  }

  /** Writes a file and has it read back; null if the person chose no place for it. */
  async save(
    target: Target,
    password: string,
    lock: Lock,
    understood: boolean,
  ): Promise<Exported | null> {
    imports.progress = null;
    try {
      return await commands.exportAccounts(target, password, lock, understood);
    } finally {
      imports.progress = null;
    }
  }

  async show(
    accounts: Selection,
    parts: boolean,
    password: string,
  ): Promise<void> {
    this.phone = await commands.beginPhone(accounts, parts, password);
  }

  /** The QR code at this place, as an SVG picture. */
  async code(index: number): Promise<string> {
    const { phone } = this;
    return phone === null ? "" : commands.phoneCode(phone.id, index);
  }

  check(id: string, typed: string): Promise<Diagnosis> {
    return commands.checkPhone(id, typed);
  }

  /** Puts the codes away. */
  async hide(): Promise<void> {
    if (this.phone === null) return;
    this.phone = null;
    await commands.endPhone().catch(() => {
      // Locked meanwhile: they are gone.
    });
  }

  forget(): void {
    this.phone = null;
  }
}

export const exports = new Exports();

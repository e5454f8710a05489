// Which sheets lie over the codes, the last one on top.

import type { DamagedKey, Row } from "../lib/bindings";

/** A sheet with what it needs to know. */
export type Sheet =
  | { kind: "add" }
  | { kind: "capture"; settings: boolean }
  | { kind: "reading" }
  | { kind: "confirm" }
  | { kind: "review" }
  | { kind: "nothing" }
  | { kind: "import"; restores?: boolean }
  | { kind: "export"; ids?: string[] }
  | { kind: "phone"; row: Row | null }
  | { kind: "move" }
  | { kind: "typeKey"; fix?: DamagedKey }
  | { kind: "edit"; row: Row; focus: "name" | "tags" }
  | { kind: "delete"; rows: Row[] }
  | { kind: "many"; rows: Row[]; at: { x: number; y: number } | null }
  | { kind: "tag"; rows: Row[] }
  | { kind: "large"; row: Row }
  | { kind: "reveal"; row: Row }
  | { kind: "recoveryCodes"; row: Row }
  | { kind: "actions"; row: Row; at: { x: number; y: number } | null }
  | { kind: "recovery" }
  | { kind: "changePassword" }
  | { kind: "checkRecovery" }
  | { kind: "keychain"; on: boolean }
  | { kind: "pin"; on: boolean }
  | { kind: "menu" }
  | { kind: "shortcuts" };

class Sheets {
  open = $state.raw<Sheet[]>([]);

  get any(): boolean {
    return this.open.length > 0;
  }

  get top(): Sheet | undefined {
    return this.open.at(-1);
  }

  /** Lays a sheet over what is open. */
  push(sheet: Sheet): void {
    this.open = [...this.open, sheet];
  }

  /** Shows this sheet and no other. */
  show(sheet: Sheet): void {
    this.open = [sheet];
  }

  /** Lays a sheet over the last one of these kinds, in the place of what lies on that. */
  layOn(kinds: Sheet["kind"][], sheet: Sheet): void {
    const last = this.open.findLastIndex(({ kind }) => kinds.includes(kind));
    this.open = [...this.open.slice(0, last + 1), sheet];
  }

  /** Takes the top sheet away. */
  close(): void {
    this.open = this.open.slice(0, -1);
  }

  /** Takes the sheets of these kinds away, wherever they lie. */
  drop(...kinds: Sheet["kind"][]): void {
    this.open = this.open.filter(({ kind }) => !kinds.includes(kind));
  }

  clear(): void {
    if (this.any) this.open = [];
  }
}

export const sheets = new Sheets();

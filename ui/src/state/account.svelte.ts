// One account: its details, edits, deletion and return, and the reveal of its key.

import {
  commands,
  type Changes,
  type Deleted,
  type Details,
  type Revealed,
  type Row,
  type Undone,
} from "../lib/bindings";
import { nameOf } from "../lib/names";
import { t } from "../lib/text";
import { codes } from "./codes.svelte";
import { notices } from "./notices.svelte";
import { sheets } from "./sheets.svelte";

class Account {
  /** What lies under Deleted, while that is on view. */
  deleted = $state.raw<Deleted[]>([]);

  details(id: string): Promise<Details> {
    return commands.details(id);
  }

  async save(id: string, changes: Changes): Promise<void> {
    await commands.editAccount(id, changes);
    sheets.clear();
    await codes.refresh();
    notices.offerUndo(t("status-saved", { name: nameOf(changes) }));
  }

  async remove(row: Row): Promise<void> {
    await commands.removeAccounts([row.id]);
    sheets.clear();
    await codes.refresh();
    notices.offerUndo(t("status-deleted", { name: nameOf(row) }));
  }

  async undo(): Promise<void> {
    notices.withdraw();
    try {
      const undone = await commands.undo();
      await this.refresh();
      if (undone !== null) notices.tell(undoneText(undone));
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  async readDeleted(): Promise<void> {
    try {
      this.deleted = await commands.deleted();
    } catch (thrown) {
      notices.fail(thrown, () => void this.readDeleted());
    }
  }

  async restore(deleted: Deleted): Promise<void> {
    try {
      await commands.restoreAccounts([deleted.id]);
      await this.refresh();
      notices.offerUndo(t("status-restored", { name: nameOf(deleted) }));
    } catch (thrown) {
      notices.fail(thrown, () => void this.restore(deleted));
    }
  }

  reveal(id: string, password: string): Promise<Revealed> {
    return commands.revealKey(id, password);
  }

  /** Reads again what a change may have touched. */
  async refresh(): Promise<void> {
    await codes.refresh();
    if (this.deleted.length > 0 || codes.view.deleted > 0)
      await this.readDeleted();
  }

  forget(): void {
    this.deleted = [];
  }
}

function undoneText({ what, count }: Undone): string {
  const id = {
    added: "status-undone-added",
    edited: "status-undone-edited",
    removed: "status-undone-removed",
    restored: "status-undone-restored",
  }[what];
  return t(id, { count });
}

export const account = new Account();

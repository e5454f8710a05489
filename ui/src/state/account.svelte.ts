// One account: its details, edits, deletion and return, and the reveal of its key.

import {
  commands,
  type Changes,
  type CodeSettings,
  type Deleted,
  type Details,
  type Revealed,
  type Row,
  type SettingsPreview,
  type Undone,
} from "../lib/bindings";
import { settableOf, settingsOf } from "../lib/code-settings";
import { nameOf } from "../lib/names";
import { t } from "../lib/text";
import { codes } from "./codes.svelte";
import { notices } from "./notices.svelte";
import { sheets } from "./sheets.svelte";

/** What a person can change of an account. */
export type Edited = Pick<
  Details,
  "issuer" | "account" | "tags" | "note" | "colour" | "icon" | "favourite"
> & {
  /** How its codes shall be made; left out where nothing can be set. */
  settings?: CodeSettings | null;
};

class Account {
  /** What lies under Deleted, while that is on view. */
  deleted = $state.raw<Deleted[]>([]);

  details(id: string): Promise<Details> {
    return commands.details(id);
  }

  /** Saves what differs from `details`: what others changed meanwhile stays as they left it. */
  async save(details: Details, after: Edited): Promise<void> {
    const settable = settableOf(details);
    const before = { ...details, settings: settable && settingsOf(settable) };
    const changes = difference(before, after);
    if (Object.keys(changes).length === 0) return sheets.clear();
    const change = await commands.editAccount(details.id, changes);
    sheets.clear();
    await codes.reread();
    notices.offerUndo(t("status-saved", { name: nameOf(after) }), change);
  }

  /** The code of now, made as it is and as it would be. Nothing changes by it. */
  previewSettings(
    id: string,
    settings: CodeSettings,
  ): Promise<SettingsPreview> {
    return commands.previewCodeSettings(id, settings);
  }

  async remove(rows: Row[]): Promise<void> {
    const change = await commands.removeAccounts(rows.map(({ id }) => id));
    sheets.clear();
    codes.unmark();
    await codes.reread();
    const [first] = rows;
    const said =
      rows.length === 1 && first !== undefined
        ? t("status-deleted", { name: nameOf(first) })
        : t("status-deleted-many", { count: rows.length });
    notices.offerUndo(said, change);
  }

  /** Undoes what the offer says; where none stands, takes back the last change. */
  async undo(): Promise<void> {
    const offer = notices.undoable;
    notices.withdraw();
    try {
      const undone = await (offer === null
        ? commands.undoLast()
        : commands.undo(offer.change));
      await this.refresh();
      notices.tell(
        undone === null ? t("status-undone-nothing") : undoneText(undone),
      );
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
      const change = await commands.restoreAccounts([deleted.id]);
      await this.refresh();
      notices.offerUndo(
        t("status-restored", { name: nameOf(deleted) }),
        change,
      );
    } catch (thrown) {
      notices.fail(thrown, () => void this.restore(deleted));
    }
  }

  reveal(id: string, password: string): Promise<Revealed> {
    return commands.revealKey(id, password);
  }

  /** Reads again what a change may have touched. */
  async refresh(): Promise<void> {
    await codes.reread();
    if (this.deleted.length > 0 || codes.view.deleted > 0)
      await this.readDeleted();
  }

  forget(): void {
    this.deleted = [];
  }
}

/** The parts of `after` that are not as they were. */
function difference(before: Edited, after: Edited): Changes {
  const { issuer, account, tags, note, colour, icon, favourite } = after;
  const all = { issuer, account, tags, note, colour, icon, favourite };
  const settings = after.settings ?? before.settings;
  return Object.fromEntries(
    Object.entries({ ...all, settings }).filter(
      ([part, now]) =>
        JSON.stringify(now) !== JSON.stringify(before[part as keyof Edited]),
    ),
  );
}

function undoneText({ what, count }: Undone): string {
  const id = {
    added: "status-undone-added",
    edited: "status-undone-edited",
    removed: "status-undone-removed",
    restored: "status-undone-restored",
    moved: "status-undone-moved",
    tagged: "status-undone-tagged",
    recoveryCodes: "status-undone-codes",
  }[what];
  return t(id, { count });
}

export const account = new Account();

// Adding accounts: from the clipboard, files, drops and backups, through the review, or typed.

import {
  commands,
  type Added,
  type BackupView,
  type Choice,
  type CodeView,
  type DamagedKey,
  type Glimpse,
  type KeyPreview,
  type Part,
  type Pasted,
  type Pick,
  type Reading,
  type Review,
  type ReviewItem,
  type Taken,
  type TypedKey,
} from "../lib/bindings";
import { isOver } from "../lib/codes";
import { nameOf } from "../lib/names";
import { t } from "../lib/text";
import { clock } from "./clock.svelte";
import { codes } from "./codes.svelte";
import { imports } from "./imports.svelte";
import { moves } from "./moves.svelte";
import { notices } from "./notices.svelte";
import { session } from "./session.svelte";
import { sheets, type Sheet } from "./sheets.svelte";

/** Reading that takes longer shows its progress. */
const PROGRESS_AFTER_MS = 300;

/** Sheets that hold what somebody typed. */
const TYPED: Sheet["kind"][] = [
  "edit",
  "typeKey",
  "recoveryCodes",
  "changePassword",
  "move",
];

/** Where pictures came from; the reading and the confirmation say so. */
export type Source = "clipboard" | "files" | "drop" | "screen" | "link";

/** One found account as the person left it. */
export type Entry = {
  found: ReviewItem;
  ticked: boolean;
  issuer: string;
  account: string;
  action: Choice["action"];
};

class Add {
  review = $state.raw<Review | null>(null);
  entries = $state<Entry[]>([]);
  /** The live codes of the review by item. */
  live = $state.raw<ReadonlyMap<number, CodeView>>(new Map());
  progress = $state.raw<Reading | null>(null);
  /** What was found until then. */
  glimpses = $state.raw<Glimpse[]>([]);
  source = $state<Source>("clipboard");
  /** Whether the person stopped the last reading. */
  stopped = $state(false);
  /** Whether something is being read. */
  #reads = $state(false);

  /** The items of the review that are drawn, whose codes are kept up to date. */
  #onView: number[] = [];
  #slow: ReturnType<typeof setTimeout> | undefined;

  /** The accounts that are new, which are ticked at first. */
  get fresh(): number {
    return this.entries.filter(({ found }) => isFresh(found)).length;
  }

  /** Whether a review may come on view that nobody here asked for. */
  get isFree(): boolean {
    const top = sheets.top?.kind;
    const mayLie =
      top === undefined || ["add", "edit", "typeKey"].includes(top);
    return this.review === null && !this.#reads && mayLie;
  }

  get ticked(): Entry[] {
    return this.entries.filter((entry) => entry.ticked);
  }

  /** Whether the clipboard holds a picture. Where nobody can tell, nothing is said of it. */
  async hasPicture(): Promise<boolean> {
    return commands.hasPicture().catch(() => false);
  }

  /**
   * What the clipboard holds: pictures, setup links and backups are reviewed, other text is
   * given back, unless it was pasted as a backup.
   */
  async paste(backup = false): Promise<string | null> {
    const pasted = await this.#read("clipboard", () => commands.paste(backup));
    return pasted === null ? null : this.#pasted(pasted);
  }

  /**
   * Reads all screens, with the window out of the way. Where the system asks for permission,
   * a sheet says so first.
   */
  async capture(): Promise<void> {
    try {
      const { asks, settings } = await commands.captureView();
      if (asks) sheets.show({ kind: "capture", settings });
      else await this.captureNow();
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  /** Reads all screens; throws why they cannot be read. */
  async captureNow(): Promise<void> {
    this.#begin("screen");
    try {
      const review = await commands.capture();
      notices.calm();
      this.show(review);
    } finally {
      this.#end();
    }
  }

  /** Opens the system's page where screen capture is allowed. */
  async openCaptureSettings(): Promise<void> {
    try {
      await commands.openCaptureSettings();
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  /** Links that another program opened. */
  async takeLinks(): Promise<void> {
    session.tookLinks();
    const review = await this.#read("link", () => commands.takeLinks());
    if (review !== null) this.show(review);
  }

  async pick(what: Pick = "pictures"): Promise<void> {
    const taken = await this.#read("files", () => commands.pickFiles(what));
    if (taken !== null) this.#take(taken);
  }

  /**
   * A read makes progress. One that nobody here waits for comes from a drop, if this is its
   * beginning; otherwise it is the late word of a read that is over.
   */
  reading(progress: Reading): void {
    if (this.#slow === undefined) {
      if (progress.done > 0) return;
      this.#begin("drop");
    }
    this.progress = progress;
    this.glimpses = [...this.glimpses, ...progress.found];
  }

  /** What a drop held. */
  dropped(review: Review): void {
    this.#end();
    this.source = "drop";
    this.show(review);
  }

  /** A drop held a backup that needs a password, or cannot be read. */
  droppedBackup(backup: BackupView): void {
    this.#end();
    this.source = "drop";
    this.wait(backup);
  }

  /** Shows a backup that needs a password, or cannot be read. */
  wait(backup: BackupView): void {
    imports.waiting = backup;
    this.#lay("import");
  }

  async stop(): Promise<void> {
    this.stopped = true;
    try {
      await commands.stopReading();
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  /** Shows what was found, on the sheet that fits: one account, several, or none. */
  show(review: Review): void {
    // One that has grown keeps what the person did to it.
    const grown = this.review?.id === review.id;
    const earlier = grown ? this.entries : [];
    this.review = review;
    this.entries = review.items.map((found, i) => entry(found, earlier[i]));
    this.live = new Map(review.items.map((item) => [item.item, item.code]));
    this.#onView = review.items.map(({ item }) => item);
    const [only] = review.items;
    // A backup is reviewed as one, however little is in it.
    const single =
      review.items.length === 1 &&
      review.problems.length === 0 &&
      review.format === null;
    if (single && only !== undefined && isFresh(only)) this.#lay("confirm");
    else if (
      review.items.length === 0 &&
      (review.problems.length <= 1 || this.source === "screen") &&
      review.format === null
    )
      this.#lay("nothing");
    // Another one has a sheet of its own: no picture, tag or name of the last.
    else if (!grown || sheets.top?.kind !== "review") this.#lay("review");
  }

  /** These items are drawn now. */
  look(items: number[]): void {
    this.#onView = items;
    void this.tick();
  }

  /** Once a second: codes on view that ended are asked for again. */
  async tick(): Promise<void> {
    const { review } = this;
    if (review === null) return;
    const items = this.#onView.filter((item) => {
      const code = this.live.get(item);
      return code !== undefined && isOver(code, clock.now);
    });
    if (items.length === 0) return;
    try {
      const codes = await commands.reviewCodes(review.id, items);
      if (this.review !== review) return;
      const live = new Map(this.live);
      for (const code of codes) live.set(Number(code.id), code);
      this.live = live;
    } catch (thrown) {
      if (this.review === review) notices.fail(thrown);
    }
  }

  /** Adds what is ticked, with these tags. With `copy`, copies the code of the first. */
  async confirm(tags: string[] = [], copy = false): Promise<void> {
    const { review } = this;
    if (review === null) return;
    const choices = this.ticked.map(
      ({ found, issuer, account, action }): Choice => ({
        item: found.item,
        issuer: issuer.trim(),
        account: account.trim(),
        tags: [...new Set([...found.tags, ...tags])],
        action,
      }),
    );
    const added = await commands.confirmReview(review.id, choices);
    // What was opened meanwhile is not forgotten with it.
    if (this.review === review) this.forget();
    await this.#added(added, copy);
  }

  async discard(): Promise<void> {
    const { review } = this;
    moves.waiting = null;
    if (review === null) return;
    this.forget();
    try {
      await commands.discardReview(review.id);
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  /** A picture of the review, with every code in it made unreadable. */
  picture(review: Review, index: number): Promise<string> {
    return commands.reviewPicture(review.id, index);
  }

  /**
   * Reads a part of a picture of the review again. What is in it is added to the review; if
   * there is nothing, it throws why.
   */
  async mark(picture: number, part: Part): Promise<void> {
    const { review } = this;
    if (review === null) return;
    this.stopped = false;
    const found = await commands.readRegion(review.id, picture, part);
    if (this.review !== review) {
      // Nobody waits for it any more.
      await commands.discardReview(found.id);
      return;
    }
    sheets.drop("nothing");
    this.show(found);
  }

  check(typed: TypedKey): Promise<KeyPreview> {
    return commands.checkKey(typed);
  }

  async addTyped(typed: TypedKey): Promise<void> {
    const added = await commands.addTyped(typed);
    sheets.clear();
    await this.#added(added, false);
  }

  /** Gives an account whose key cannot be read the typed one. */
  async fix({ id }: DamagedKey, typed: TypedKey): Promise<void> {
    const change = await commands.fixKey(id, typed);
    sheets.clear();
    await codes.reveal(id);
    notices.offerUndo(t("status-fixed", { name: nameOf(typed) }), change);
  }

  /** The running read came to nothing. What was found before stays on view. */
  abandon(): void {
    this.#end();
  }

  /** Forgets what was found or is being read, with the sheets that show it. */
  forget(): void {
    this.review = null;
    this.entries = [];
    this.live = new Map();
    this.#onView = [];
    sheets.drop("confirm", "review", "nothing");
    this.#end();
  }

  /** Lays a sheet over what is being typed, and in the place of anything else. */
  #lay(kind: "confirm" | "review" | "nothing" | "reading" | "import"): void {
    if (kind === "import" && sheets.top?.kind === kind) return;
    // What was found before goes; what was typed stays under it.
    sheets.layOn(TYPED, { kind });
  }

  async #added({ ids, change }: Added, copy: boolean): Promise<void> {
    await codes.reveal(ids[0]);
    if (await moves.added(ids)) sheets.show({ kind: "move" });
    notices.offerUndo(t("status-added", { count: ids.length }), change);
    if (copy && ids[0] !== undefined) await codes.copy(ids[0]);
  }

  #pasted(pasted: Pasted): string | null {
    if (pasted.kind === "review" || pasted.kind === "backup")
      this.#take(pasted);
    if (pasted.kind === "empty") notices.tell(t("status-clipboard-empty"));
    return pasted.kind === "text" ? pasted.text : null;
  }

  #take(taken: Taken): void {
    if (taken.kind === "review") this.show(taken.review);
    else this.wait(taken.backup);
  }

  async #read<T>(source: Source, read: () => Promise<T>): Promise<T | null> {
    this.#begin(source);
    try {
      const found = await read();
      notices.calm();
      return found;
    } catch (thrown) {
      notices.fail(thrown);
      return null;
    } finally {
      this.#end();
    }
  }

  #begin(source: Source): void {
    clearTimeout(this.#slow);
    this.source = source;
    this.#reads = true;
    this.stopped = false;
    this.progress = null;
    this.glimpses = [];
    this.#slow = setTimeout(() => this.#showProgress(), PROGRESS_AFTER_MS);
  }

  /** A file dialog may stand open for long: nothing is shown before there is progress. */
  #showProgress(): void {
    if (this.progress === null) {
      this.#slow = setTimeout(() => this.#showProgress(), PROGRESS_AFTER_MS);
    } else {
      this.#lay("reading");
    }
  }

  #end(): void {
    clearTimeout(this.#slow);
    this.#slow = undefined;
    this.#reads = false;
    this.progress = null;
    sheets.drop("reading");
  }
}

/** Same name but another key counts as new; so does what lies in the trash. */
export function isFresh(item: ReviewItem): boolean {
  return (
    item.status === "new" ||
    item.status === "changed" ||
    item.status === "trashed"
  );
}

/** Whether the person gave it another name than it was found with. */
export function isRenamed({ found, issuer, account }: Entry): boolean {
  return issuer !== found.issuer || account !== found.account;
}

/** With what the person did to it earlier, unless it has become something else. */
function entry(found: ReviewItem, earlier?: Entry): Entry {
  if (earlier?.found.status === found.status) return { ...earlier, found };
  const { issuer, account, status } = found;
  const action =
    status === "trashed" ? "restore" : isFresh(found) ? "add" : "keepBoth";
  return { found, issuer, account, ticked: isFresh(found), action };
}

export const add = new Add();

// Quick search: what its window shows from one opening to the next.

import {
  commands,
  events,
  type CodeView,
  type QuickOpened,
  type QuickView,
  type Row,
  type Status,
} from "../lib/bindings";
import { isStale } from "../lib/codes";
import { label } from "../lib/names";

import { describe, t } from "../lib/text";
import { clock } from "./clock.svelte";
import { notices } from "./notices.svelte";
import { preferences } from "./preferences.svelte";
import { session } from "./session.svelte";
import { settings } from "./settings.svelte";
import { spoken } from "./spoken";

/** How long the last search outlives the closing, in milliseconds. */
const KEPT_MS = 10_000;
/** How long typing must rest before the number of hits is said. */
const REST_MS = 250;
/** The shell's idle timer hears of the person at most this often, in milliseconds. */
const TOUCH_MS = 5000;

class Quick {
  open = $state(false);
  /** What the field is for. While the vault is being opened, letters are for the search. */
  mode = $state<"search" | "password" | "opening">("search");
  query = $state("");
  /** What was found; `null` until the shell has said so. */
  view = $state.raw<QuickView | null>(null);
  selectedId = $state<string | null>(null);
  /** What went wrong, in words. */
  trouble = $state<string | null>(null);
  /** Whether a code is being copied, which may have to wait for the next one. */
  copying = $state(false);
  /** Grows whenever the field is to have the keyboard. */
  turns = $state(0);
  /** Whether something was typed since it was last closed. */
  isTyped = false;

  #codes = $derived(
    new Map((this.view?.codes ?? []).map((code) => [code.id, code])),
  );
  /** The search whose rows are on view. */
  #shown: string | null = null;
  /** The account of the code that is typed: if it is not, quick search comes again for it. */
  #meant: string | null = null;
  #closedAt = 0;
  #touched = 0;
  #listing: Promise<void> | null = null;
  #listAgain = false;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  get rows(): Row[] {
    return this.view?.rows ?? [];
  }

  selectedIndex = $derived(
    this.rows.findIndex((row) => row.id === this.selectedId),
  );

  get selected(): Row | undefined {
    return this.rows[this.selectedIndex];
  }

  /** What stands above the rows that are offered: the message that says so. */
  get heading(): string {
    if ((this.view?.suited ?? 0) > 0) return "quick-suited";
    return (this.view?.used ?? 0) > 0 ? "quick-lately" : "quick-first";
  }

  code(id: string): CodeView | undefined {
    return this.#codes.get(id);
  }

  /** Hears the shell from now on; what comes back ends it. */
  async start(): Promise<() => void> {
    const stopPreferences = preferences.start();
    const stopClock = clock.start(() => this.#tick());
    const ears = await Promise.all([
      events.quickOpened.listen(({ payload }) => this.#opened(payload)),
      events.quickClosed.listen(() => this.#closed()),
      events.sessionChanged.listen(({ payload }) => this.#session(payload)),
      events.settingsChanged.listen(({ payload }) => settings.learn(payload)),
      events.accountsChanged.listen(() => this.#again()),
    ]);
    await this.#learnStatus();
    await commands.quickReady();
    return () => {
      stopClock();
      stopPreferences();
      for (const stop of ears) stop();
    };
  }

  /** Shows what matches, with the first hit selected. */
  search(query: string): void {
    this.query = query;
    this.#meant = null;
    this.isTyped = true;
    this.trouble = null;
    if (this.mode !== "search") return;
    void this.#list();
    clearTimeout(this.#restTimer);
    if (query !== "")
      this.#restTimer = setTimeout(() => void this.#sayHits(), REST_MS);
  }

  move(by: number): void {
    const last = this.rows.length - 1;
    const to = Math.min(Math.max(this.selectedIndex + by, 0), last);
    this.selectedId = this.rows[to]?.id ?? null;
    if (settings.current?.readOnMove !== true) return;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => void this.readAloud(), REST_MS);
  }

  /** Has the selected account's code read by screen readers. */
  async readAloud(): Promise<void> {
    await this.settled();
    const code = this.selected && this.code(this.selected.id);
    const said = spoken(code, clock.now);
    if (this.mode === "search" && said !== null) notices.say(said);
  }

  select(id: string): void {
    this.selectedId = id;
  }

  /** Copies the code of the selected row and closes, once the rows are those of the search. */
  async copy(next = false): Promise<void> {
    await this.#copy(next, (row) => commands.quickCopy(row.id, next));
  }

  /** Copies the code of this row, which a person has pointed at, and closes. */
  async copyRow(row: Row): Promise<void> {
    await this.#copy(
      false,
      ({ id }) => commands.quickCopy(id, false),
      () => row,
    );
  }

  /** Copies the code of the selected row, and does not close. */
  async copyAndStay(): Promise<void> {
    await this.#copy(false, async (row) => {
      const { seconds } = await commands.copy(row.id);
      notices.say(t("codes-said-copied", { seconds }));
      this.#again();
    });
  }

  /** Whether codes may be typed into the window that had the keyboard. */
  get types(): boolean {
    return settings.current?.typeCodes ?? false;
  }

  /** Types the code of the selected row into the window that had the keyboard, and closes. */
  async type(): Promise<void> {
    if (!this.types) return;
    await this.#copy(false, (row) => {
      this.#meant = row.id;
      return commands.quickType(row.id);
    });
  }

  async close(): Promise<void> {
    await this.#try(() => commands.closeQuick());
  }

  /** Everything that can be done with the selected account, in the main window. */
  async showActions(): Promise<void> {
    await this.settled();
    const row = this.selected;
    if (row !== undefined) await this.#try(() => commands.showAccount(row.id));
  }

  async showMain(): Promise<void> {
    await this.#try(() => commands.showAccount(null));
  }

  async lock(): Promise<void> {
    await this.#try(() => commands.lock());
  }

  async quit(): Promise<void> {
    await this.#try(() => commands.quit());
  }

  /** Opens the vault. The letters typed meanwhile are for the search. */
  async unlock(password: string): Promise<void> {
    if (password !== "") await this.#unlock(() => commands.unlock(password));
  }

  async unlockWithKeychain(): Promise<void> {
    await this.#unlock(() => commands.unlockWithKeychain());
  }

  /** The person did something. */
  touch(): void {
    const now = Date.now();
    if (this.mode !== "search" || now - this.#touched < TOUCH_MS) return;
    this.#touched = now;
    void commands.touch().catch(() => {
      // The vault was locked in this very moment; its event follows.
    });
  }

  /** Waits until the vault is open and the rows are those of what was typed last. */
  async settled(): Promise<void> {
    while (this.#listing !== null) await this.#listing;
  }

  /** Whether the field is for the password, before the first letter can come. */
  async #learnStatus(): Promise<void> {
    try {
      this.#session(await commands.status());
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #opened({ view, trouble }: QuickOpened): void {
    this.open = true;
    this.trouble = null;
    if (trouble !== null) this.#fail(trouble);
    if (trouble === null) this.#meant = null;
    const isOld = Date.now() - this.#closedAt > KEPT_MS;
    if (isOld && !this.isTyped) this.query = "";
    if (view === null) {
      this.#forget();
      // Letters that came just before may be those of the password.
      this.query = "";
      this.mode = "password";
      void session.refresh();
    } else {
      this.mode = "search";
      this.#show(view, "");
      // What was offered is not what was searched for.
      if (this.query !== "") void this.#list();
    }
    this.turns += 1;
  }

  #closed(): void {
    this.open = false;
    this.#closedAt = Date.now();
    clearTimeout(this.#restTimer);
    this.#forget();
    // Selected now: the first letter after the next opening may come very soon.
    this.isTyped = false;
    this.turns += 1;
  }

  /** No code stays on a page that nobody sees. */
  #forget(): void {
    this.view = null;
    this.#shown = null;
  }

  #session(status: Status): void {
    session.learn(status);
    if (status.session === "unlocked") {
      if (this.mode === "password") void this.#enter();
    } else if (this.mode === "search") {
      this.#forget();
      this.mode = "password";
      this.turns += 1;
    }
  }

  async #unlock(tryIt: () => Promise<unknown>): Promise<void> {
    this.mode = "opening";
    this.trouble = null;
    this.turns += 1;
    // Enter that comes before the vault is open waits for this.
    this.#listing = this.#tryUnlock(tryIt);
    await this.settled();
  }

  async #tryUnlock(tryIt: () => Promise<unknown>): Promise<void> {
    try {
      await tryIt();
      this.#listing = null;
      await this.#enter();
    } catch (thrown) {
      this.#fail(thrown);
      this.mode = "password";
      this.turns += 1;
      void session.refresh();
    }
    this.#listing = null;
  }

  /** The vault is open: what was typed is the search, with the caret at its end. */
  async #enter(): Promise<void> {
    this.mode = "search";
    if (this.open) await this.#list();
  }

  /** Copies or types, one at a time. */
  async #copy(
    next: boolean,
    act: (row: Row) => Promise<unknown>,
    which = () => this.selected,
  ): Promise<void> {
    if (this.copying) return;
    this.copying = true;
    await this.settled();
    const row = this.mode === "search" ? which() : undefined;
    if (row !== undefined) this.select(row.id);
    // The code on view is copied again; without one there is nothing to copy.
    const nothing = next && row?.type === "hotp" && !this.code(row.id)?.code;
    if (row !== undefined && !nothing) await this.#try(() => act(row));
    this.copying = false;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    this.trouble = null;
    try {
      await act();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    const { id, message, hint } = describe(thrown);
    if (id === "desktop-clipboard-busy") this.trouble = t("quick-busy");
    else if (id === "vault-wrong-password") this.trouble = t("unlock-wrong");
    else this.trouble = [message, hint].filter(Boolean).join(" ");
  }

  /** Reads what is on view again, and keeps the place. */
  #again(): void {
    if (this.open && this.mode === "search") void this.#list();
  }

  #tick(): void {
    const stale = (row: Row) =>
      row.type !== "hotp" && isStale(this.code(row.id), clock.now);
    if (this.rows.some(stale)) this.#again();
  }

  /** One reading at a time; the last answer is always that of the last query. */
  async #list(): Promise<void> {
    this.#listAgain = true;
    this.#listing ??= this.#read();
    await this.settled();
  }

  async #read(): Promise<void> {
    while (this.#listAgain) {
      this.#listAgain = false;
      const { query } = this;
      try {
        const view = await commands.quickList(query);
        if (this.open && this.mode === "search") this.#show(view, query);
      } catch (thrown) {
        this.#fail(thrown);
        // Enter copies nothing that another search found.
        if (this.#shown !== query) this.#forget();
      }
    }
    this.#listing = null;
  }

  #show(view: QuickView, query: string): void {
    const isNew = this.#shown !== query;
    this.#shown = query;
    this.view = view;
    if (!isNew && this.selectedIndex >= 0) return;
    // Enter may be on its way to an account that is gone now: it does not go to another one.
    const isGone = !isNew && this.selectedId !== null;
    const meant = view.rows.find(({ id }) => id === this.#meant);
    this.selectedId = isGone ? null : ((meant ?? view.rows[0])?.id ?? null);
  }

  async #sayHits(): Promise<void> {
    await this.settled();
    const [first] = this.rows;
    const { found = 0, total = 0 } = this.view ?? {};
    notices.say(
      first === undefined
        ? t("codes-nothing", { query: this.query })
        : t("codes-said-hits", { found, total, label: label(first) }),
    );
  }
}

export const quick = new Quick();

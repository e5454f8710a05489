// The list of codes: search, selection, the codes of the rows on view, and copying.

import {
  commands,
  type CodeView,
  type Filter,
  type ListView,
  type Row,
  type Settings,
} from "../lib/bindings";
import { isStale } from "../lib/codes";
import { label, nameOf } from "../lib/names";
import { t } from "../lib/text";
import { clipboard } from "./clipboard.svelte";
import { clock } from "./clock.svelte";
import { notices } from "./notices.svelte";
import { settings } from "./settings.svelte";
import { spoken } from "./spoken";

const COPIED_MS = 1200;
/** How long a counter code stays on view, in seconds. */
const COUNTER_SECONDS = 60;
/** How long typing must rest before the number of hits is said. */
const REST_MS = 250;

const NOTHING: ListView = {
  total: 0,
  favourites: 0,
  deleted: 0,
  tags: [],
  damaged: [],
  rows: [],
};

class Codes {
  query = $state("");
  filter = $state.raw<Filter>({ kind: "all" });
  view = $state.raw<ListView>(NOTHING);
  /** Whether a list has come since the vault was opened. */
  loaded = $state(false);
  selectedId = $state<string | null>(null);
  /** The accounts that are marked, to do something with all of them. */
  marked = $state.raw<ReadonlySet<string>>(new Set());
  /** Where the list was scrolled to, so that locking loses no one's place. */
  scrolled = 0;
  /** How often the selection was put on the first row, which brings it on view again. */
  jumps = $state(0);
  copied = $state.raw<{ id: string; next: boolean } | null>(null);

  /** The codes of the rows on view. */
  #codes = $state.raw<ReadonlyMap<string, CodeView>>(new Map());
  /** Counter codes that were asked for, with the second at which each is hidden again. */
  #counters = $state.raw<
    ReadonlyMap<string, { code: CodeView; until: number }>
  >(new Map());
  #onView: string[] = [];
  /** From where marking with Shift goes. */
  #anchor: string | null = null;
  /** The order of the list that is on view. */
  #order: Settings["order"] | null = null;
  /** Grows whenever answers to earlier questions no longer count. */
  #age = 0;
  #listing: Promise<void> | null = null;
  #listAgain = false;
  #selectFirst = false;
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  get rows(): Row[] {
    return this.view.rows;
  }

  selectedIndex = $derived(
    this.rows.findIndex((row) => row.id === this.selectedId),
  );

  get selected(): Row | undefined {
    return this.rows[this.selectedIndex];
  }

  /** The code of a row, if it is on view. */
  code(id: string): CodeView | undefined {
    return this.#counters.get(id)?.code ?? this.#codes.get(id);
  }

  /** Shows what matches, with the first hit selected. */
  search(query: string): void {
    this.query = query;
    this.unmark();
    void this.#list(true);
    clearTimeout(this.#restTimer);
    if (query !== "")
      this.#restTimer = setTimeout(() => this.#sayHits(), REST_MS);
  }

  /** Shows all codes, the favourites or those with a tag. */
  show(filter: Filter): void {
    this.filter = filter;
    this.query = "";
    this.unmark();
    void this.#list(true);
  }

  /** Reads the list again and keeps the place. */
  refresh(): Promise<void> {
    return this.#list(false);
  }

  /**
   * Reads the list and the codes on view again after a change: an account may have another key
   * now, and a code of its old one is wrong from this moment.
   */
  async reread(): Promise<void> {
    this.#age += 1;
    this.#counters = new Map();
    await this.refresh();
    this.#onView = this.#onView.filter((id) => this.#row(id) !== undefined);
    await this.#ask(this.#onView);
  }

  /** Reads everything again and selects the account with this id. */
  async reveal(id: string | undefined): Promise<void> {
    if (this.query !== "" || this.filter.kind !== "all") {
      this.query = "";
      this.filter = { kind: "all" };
    }
    await this.reread();
    if (id !== undefined && this.rows.some((row) => row.id === id))
      this.selectedId = id;
  }

  /** Waits until the rows are those of what was typed last. */
  async settled(): Promise<void> {
    while (this.#listing !== null) await this.#listing;
  }

  /** Moves the selection, and stops at both ends. */
  move(by: number): void {
    this.unmark();
    this.#select(this.selectedIndex + by);
    if (settings.current?.readOnMove === true) this.#readSoon();
  }

  select(id: string): void {
    this.unmark();
    this.selectedId = id;
  }

  /** Whether something is marked. */
  get marking(): boolean {
    return this.marked.size > 0;
  }

  /** The rows that are marked, in the order of the list. */
  get markedRows(): Row[] {
    return this.rows.filter(({ id }) => this.marked.has(id));
  }

  /** Marks an account, or takes the mark away; the first time the selected one with it. */
  mark(id: string): void {
    const marked = new Set(this.marked);
    if (!this.marking && this.selectedId !== null && this.selectedId !== id)
      marked.add(this.selectedId);
    if (marked.has(id)) marked.delete(id);
    else marked.add(id);
    this.marked = marked;
    this.selectedId = id;
    this.#anchor = id;
    this.#sayMarked();
  }

  /** Marks all from where marking began to this account. */
  markTo(id: string): void {
    const at = (wanted: string | null) =>
      this.rows.findIndex((row) => row.id === wanted);
    const [from, to] = [at(this.#anchor ?? this.selectedId), at(id)];
    if (from < 0 || to < 0) return;
    this.#anchor = this.rows[from]?.id ?? null;
    const range = this.rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.marked = new Set(range.map((row) => row.id));
    this.selectedId = id;
    this.#sayMarked();
  }

  /** Marks one row further down, or up. */
  markOn(by: number): void {
    const index = Math.max(0, this.selectedIndex + by);
    const row = this.rows[Math.min(index, this.rows.length - 1)];
    if (row !== undefined) this.markTo(row.id);
  }

  unmark(): void {
    this.#anchor = null;
    if (this.marking) this.marked = new Set();
  }

  /** Reads the list again if it is in another order now. */
  ordered(order: Settings["order"]): void {
    if (this.#order !== null && this.#order !== order && this.loaded)
      void this.refresh();
    this.#order = order;
  }

  /**
   * Whether a person can put accounts in another place now. A place is one among all of them:
   * after the last row of a part there are others.
   */
  get movable(): boolean {
    return this.#isOwnOrder && this.query === "" && this.filter.kind === "all";
  }

  get #isOwnOrder(): boolean {
    return settings.current?.order === "own";
  }

  /** Puts the selected account one place further down, or up, in the person's own order. */
  async step(by: 1 | -1): Promise<void> {
    await this.settled();
    const row = this.selected;
    if (row === undefined) return;
    if (!this.movable)
      return notices.tell(
        t(this.#isOwnOrder ? "codes-order-all" : "codes-order-first"),
      );
    const to = this.selectedIndex + by;
    if (to < 0 || to >= this.rows.length) return;
    await this.place(row.id, this.rows[by < 0 ? to : to + 1]?.id ?? null);
  }

  /** Puts an account before another one in the person's own order, or at its end. */
  async place(id: string, before: string | null): Promise<void> {
    const at = this.rows.findIndex((row) => row.id === id);
    // It is there already: there would be nothing to take back.
    const isThere = before === (this.rows[at + 1]?.id ?? null);
    if (id === before || isThere) return;
    try {
      const change = await commands.placeAccount(id, before);
      this.selectedId = id;
      await this.refresh();
      const row = this.#row(id);
      if (row === undefined) return;
      const place = this.selectedIndex + 1;
      const name = nameOf(row);
      notices.offerUndo(t("status-moved", { name, place }), change);
    } catch (thrown) {
      notices.fail(thrown, () => void this.place(id, before));
    }
  }

  /** Gives accounts a tag. */
  async tag(ids: string[], tag: string): Promise<void> {
    const change = await commands.tagAccounts(ids, tag, true);
    this.unmark();
    await this.refresh();
    const count = ids.length;
    notices.offerUndo(t("status-tagged", { count, tag }), change);
  }

  /** Has the selected account's code read by screen readers. */
  async readAloud(): Promise<void> {
    await this.settled();
    const code = this.selected && this.code(this.selected.id);
    const said = spoken(code, clock.now);
    if (said !== null) notices.say(said);
  }

  /**
   * The rows on view. Their codes that are missing or over are asked for; a counter account
   * has none until the person asks for one.
   */
  look(rows: Row[]): void {
    this.#onView = rows
      .filter(({ type }) => type !== "hotp")
      .map(({ id }) => id);
    void this.#readCodes();
  }

  /** Once a second: codes that ended are asked for again, old counter codes are hidden. */
  tick(): void {
    for (const [id, { until }] of this.#counters) {
      if (clock.now >= until) this.hideCounter(id);
    }
    void this.#readCodes();
  }

  /** Copies the code of an account; a counter account makes its next code. */
  async copy(id: string, next = false, opposite = false): Promise<void> {
    try {
      const copied = await (next ? commands.copyNext(id) : commands.copy(id));
      if (!this.loaded) return;
      notices.calm();
      clipboard.filled(copied.seconds);
      this.#flash(id, next);
      const row = this.#row(id);
      if (!next && row?.type === "hotp") this.#showCounter(id, copied.code);
      // The dot of a new account and a counter's count are part of the list.
      if (row?.isNew || row?.type === "hotp") await this.refresh();
      notices.say(t("codes-said-copied", { seconds: copied.seconds }));
      await commands.afterCopy(opposite);
    } catch (thrown) {
      notices.fail(thrown, () => void this.copy(id, next, opposite));
    }
  }

  /** Copies the code of the selected row, once the rows are those of the search. */
  async copySelected(next = false, opposite = false): Promise<void> {
    await this.settled();
    const row = this.selected;
    if (row === undefined) return;
    // The code on view is copied again; without one there is nothing to copy.
    if (next && row.type === "hotp" && this.code(row.id) === undefined) return;
    await this.copy(row.id, next, opposite);
  }

  async toggleFavourite(row: Row): Promise<void> {
    try {
      const change = await commands.setFavourite(row.id, !row.favourite);
      await this.refresh();
      const said = row.favourite ? "status-unfavourite" : "status-favourite";
      notices.offerUndo(t(said, { name: nameOf(row) }), change);
    } catch (thrown) {
      notices.fail(thrown, () => void this.toggleFavourite(row));
    }
  }

  hideCounter(id: string): void {
    const left = new Map(this.#counters);
    left.delete(id);
    this.#counters = left;
  }

  /** Forgets everything but the place: the vault was locked. What is answered late is ignored. */
  forget(): void {
    this.#age += 1;
    clearTimeout(this.#restTimer);
    this.unmark();
    this.view = NOTHING;
    this.loaded = false;
    this.copied = null;
    this.#codes = new Map();
    this.#counters = new Map();
    this.#onView = [];
  }

  #row(id: string): Row | undefined {
    return this.rows.find((row) => row.id === id);
  }

  #select(index: number): void {
    const last = this.rows.length - 1;
    this.selectedId = this.rows[Math.min(Math.max(index, 0), last)]?.id ?? null;
  }

  /**
   * One reading of the list at a time. What is typed meanwhile is read right after, so the
   * last answer is always that of the last query.
   */
  async #list(selectFirst: boolean): Promise<void> {
    this.#selectFirst ||= selectFirst;
    this.#listAgain = true;
    this.#listing ??= this.#readList();
    await this.settled();
  }

  async #readList(): Promise<void> {
    while (this.#listAgain) {
      this.#listAgain = false;
      const age = this.#age;
      try {
        const view = await commands.list(this.query, this.filter);
        if (age === this.#age) this.#show(view);
      } catch (thrown) {
        if (age === this.#age) this.#failList(thrown);
      }
    }
    this.#listing = null;
  }

  #failList(thrown: unknown): void {
    // The rows on view are not those that were asked for: Enter copies none of them.
    if (this.#selectFirst) this.selectedId = null;
    notices.fail(thrown, () => void this.refresh());
  }

  #show(view: ListView): void {
    const before = this.selectedIndex;
    this.view = view;
    this.loaded = true;
    if (this.marking)
      this.marked = new Set(this.markedRows.map(({ id }) => id));
    if (this.#selectFirst) {
      this.#select(0);
      this.jumps += 1;
    } else if (this.selectedIndex < 0) this.#select(before);
    // What is typed meanwhile is read next, and selects its first hit too.
    if (!this.#listAgain) this.#selectFirst = false;
  }

  async #readCodes(): Promise<void> {
    await this.#ask(
      this.#onView.filter((id) => isStale(this.#codes.get(id), clock.now)),
    );
  }

  /** Asks for these codes. An answer that a change or locking overtook is ignored. */
  async #ask(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const age = this.#age;
    try {
      const fresh = await commands.codes(ids);
      if (age === this.#age) this.#keep(fresh);
    } catch (thrown) {
      if (age === this.#age) notices.fail(thrown);
    }
  }

  /** Takes codes in, and drops those of rows that left the view. */
  #keep(fresh: CodeView[]): void {
    const byId = new Map(this.#codes);
    for (const code of fresh) byId.set(code.id, code);
    const onView = new Set(this.#onView);
    this.#codes = new Map([...byId].filter(([id]) => onView.has(id)));
  }

  #flash(id: string, next: boolean): void {
    clearTimeout(this.#copiedTimer);
    this.copied = { id, next };
    this.#copiedTimer = setTimeout(() => (this.copied = null), COPIED_MS);
  }

  #showCounter(id: string, code: CodeView): void {
    const until = clock.now + COUNTER_SECONDS;
    this.#counters = new Map(this.#counters).set(id, { code, until });
  }

  /** Says the selected code once moving rests. */
  #readSoon(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => void this.readAloud(), REST_MS);
  }

  #sayMarked(): void {
    notices.say(t("codes-marked", { count: this.marked.size }));
  }

  async #sayHits(): Promise<void> {
    await this.settled();
    const first = this.selected;
    const found = this.rows.length;
    const total = this.view.total;
    if (first === undefined)
      return notices.say(t("codes-nothing", { query: this.query }));
    notices.say(t("codes-said-hits", { found, total, label: label(first) }));
  }
}

export const codes = new Codes();

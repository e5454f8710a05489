// Guided moves: the sites that are set up again one by one, because an app gives its keys to
// nobody.

import {
  commands,
  type CodeView,
  type MoveView,
  type SiteChange,
  type SiteView,
} from "../lib/bindings";
import { isOver } from "../lib/codes";
import { clock } from "./clock.svelte";
import { notices } from "./notices.svelte";

/** Apps that give their keys to nobody, by the names their makers write. */
export const CLOSED_APPS = [
  "Authy",
  "Microsoft Authenticator",
  "Duo Mobile",
] as const;

/** A site that waits for its new account. */
type Waiting = { move: string; site: SiteView };

class Moves {
  all = $state.raw<MoveView[]>([]);
  /** The site whose new account is the next that is added. */
  waiting = $state.raw<Waiting | null>(null);
  /** The codes of old and new accounts, by their ids. */
  live = $state.raw<ReadonlyMap<string, CodeView>>(new Map());

  /** The move that goes on: one at a time is shown. */
  get current(): MoveView | null {
    return this.all[0] ?? null;
  }

  async refresh(): Promise<void> {
    try {
      await this.#take(commands.moves());
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  async begin(app: string, list: string): Promise<void> {
    await this.#take(commands.beginMove(app, list));
  }

  async extend(move: string, list: string): Promise<void> {
    await this.#take(commands.extendMove(move, list));
  }

  async step(move: string, site: string, change: SiteChange): Promise<void> {
    await this.#take(commands.stepMove(move, site, change));
  }

  async end(move: string): Promise<void> {
    await this.#take(commands.endMove(move));
  }

  /** The next account that is added makes the new codes of this site. */
  await(move: string, site: SiteView): void {
    this.waiting = { move, site };
  }

  /** Accounts were added: the first is the new one of the site that waits. */
  async added(ids: string[]): Promise<boolean> {
    const { waiting } = this;
    const [account] = ids;
    this.waiting = null;
    if (waiting === null || account === undefined) return false;
    const { move, site } = waiting;
    try {
      await this.step(move, site.id, { kind: "new", account });
    } catch (thrown) {
      notices.fail(thrown);
    }
    return true;
  }

  /** Once a second, while a move is on view. */
  async tick(): Promise<void> {
    const ids = this.#withCodes();
    const due = ids.some((id) => {
      const code = this.live.get(id);
      return code === undefined || isOver(code, clock.now);
    });
    if (!due) return;
    const codes = await commands.codes(ids);
    this.live = new Map(codes.map((code) => [code.id, code]));
  }

  forget(): void {
    this.all = [];
    this.waiting = null;
    this.live = new Map();
  }

  #withCodes(): string[] {
    const sites = this.current?.sites ?? [];
    const ids = sites.flatMap(({ old, new: next }) => [old, next]);
    return [...new Set(ids.filter((id) => id !== null))];
  }

  async #take(asked: Promise<MoveView[]>): Promise<void> {
    this.all = await asked;
    await this.tick();
  }
}

export const moves = new Moves();

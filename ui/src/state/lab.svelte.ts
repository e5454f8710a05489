// The test lab: practice sites on this computer, and the one that is on view.

import {
  commands,
  type ClockMove,
  type CodeView,
  type LabSite,
  type SiteLine,
  type SiteRules,
  type SiteSaid,
  type SiteState,
} from "../lib/bindings";
import { isOver } from "../lib/codes";
import { lookOf, OWN_SITE, sentence } from "../lib/lab";
import { t } from "../lib/text";
import { clock } from "./clock.svelte";
import { codes } from "./codes.svelte";
import { notices } from "./notices.svelte";

/** How many lines are kept on view. */
const KEPT = 1000;

/** Events after which a site may stand otherwise than it did. */
const CHANGES = /^(fault|clock|world|factor|codes|challenge|login)\./;

class Lab {
  sites = $state.raw<LabSite[]>([]);
  selected = $state(0);
  /** The site that is being started. */
  starting = $state<string | null>(null);
  /** The site whose log is on view. */
  shown = $state<string | null>(null);
  lines = $state.raw<SiteLine[]>([]);
  state = $state.raw<SiteState | null>(null);
  /** The code of the account that belongs to it. */
  code = $state.raw<CodeView | null>(null);

  get site(): LabSite | undefined {
    return this.sites.find(({ id }) => id === this.shown);
  }

  get running(): number {
    return this.sites.filter(({ address }) => address !== null).length;
  }

  /** Whether a site is stopped that starts without a question. */
  get canStartAll(): boolean {
    return this.#stopped.length > 0;
  }

  get #stopped(): LabSite[] {
    return this.sites.filter(
      ({ id, address }) => address === null && id !== OWN_SITE,
    );
  }

  refresh(): Promise<unknown> {
    return this.#try(async () => this.learn(await commands.labSites()));
  }

  /** Takes over which sites run. The log of one that has ended is left. */
  learn(sites: LabSite[]): void {
    this.sites = sites;
    if (this.shown !== null && this.site?.address == null) this.back();
  }

  move(by: number): void {
    const last = this.sites.length - 1;
    this.selected = Math.min(last, Math.max(0, this.selected + by));
    const site = this.sites[this.selected];
    if (site !== undefined) this.#saySite(site);
  }

  async toggle(site: LabSite): Promise<void> {
    await (site.address === null ? this.start(site) : this.stop(site));
    const now = this.sites.find(({ id }) => id === site.id);
    if (now !== undefined) this.#saySite(now);
  }

  /** Starts a site; whether it could be. */
  async start({ id }: LabSite): Promise<boolean> {
    if (this.starting !== null) return false;
    this.starting = id;
    const started = await this.#try(async () =>
      this.learn(await commands.startSite(id)),
    );
    this.starting = null;
    return started;
  }

  /** Starts every site but one's own, one after the other; one that fails is the last. */
  async startAll(): Promise<void> {
    for (const site of this.#stopped) if (!(await this.start(site))) break;
    const { running } = this;
    notices.say(t("lab-count", { running, total: this.sites.length }));
  }

  stop({ id }: LabSite): Promise<unknown> {
    return this.#try(async () => this.learn(await commands.stopSite(id)));
  }

  browse({ id }: LabSite): Promise<unknown> {
    return this.#try(() => commands.openSite(id));
  }

  /** Shows the log of a site that runs. */
  async show({ id, address }: LabSite): Promise<void> {
    if (address === null) return;
    await this.#try(async () => {
      const lines = await commands.siteLog(id);
      const state = await commands.siteState(id);
      this.shown = id;
      this.lines = lines;
      await this.#take(state);
    });
  }

  back(): void {
    this.shown = null;
    this.lines = [];
    this.state = null;
    this.code = null;
  }

  /** Something happened on a site. */
  hear({ site, lines }: SiteSaid): void {
    if (site !== this.shown) return;
    const last = this.lines.at(-1)?.seq ?? 0;
    const fresh = lines.filter(({ seq }) => seq > last);
    this.lines = [...this.lines, ...fresh].slice(-KEPT);
    for (const line of fresh)
      if (line.mark === "refused" || line.mark === "fault")
        notices.say(sentence(line));
    if (fresh.some(({ kind }) => CHANGES.test(kind))) void this.#reread(site);
  }

  moveClock(change: ClockMove): Promise<void> {
    return this.#change((site) => commands.moveSiteClock(site, change));
  }

  setFault(fault: string, on: boolean): Promise<void> {
    return this.#change((site) => commands.setSiteFault(site, fault, on));
  }

  setRules(rules: SiteRules): Promise<void> {
    return this.#change((site) => commands.setSiteRules(site, rules));
  }

  async saveLog(): Promise<void> {
    const site = this.shown;
    if (site === null) return;
    await this.#try(async () => {
      if (await commands.saveSiteLog(site)) notices.tell(t("lab-log-saved"));
    });
  }

  clearFaults(): Promise<void> {
    return this.#change((site) => commands.clearSiteFaults(site));
  }

  async reset(): Promise<void> {
    await this.#change(async (site) => {
      const state = await commands.resetSite(site);
      notices.tell(t("lab-reset-done"));
      return state;
    });
  }

  addAccount(): Promise<void> {
    return this.#change(async (site) => {
      await commands.addSiteAccount(site);
      await codes.reread();
      notices.tell(t("lab-account-added"));
      return commands.siteState(site);
    });
  }

  async copy(): Promise<void> {
    const id = this.state?.account?.id;
    if (id !== undefined) await codes.copy(id);
  }

  /** Once a second, while the lab is on view. */
  async tick(): Promise<void> {
    const id = this.state?.account?.id;
    if (id === undefined) this.code = null;
    else if (
      this.code === null ||
      this.code.id !== id ||
      isOver(this.code, clock.now)
    )
      this.code = (await commands.codes([id]))[0] ?? null;
  }

  forget(): void {
    this.back();
    this.sites = [];
    this.starting = null;
  }

  #saySite(site: LabSite): void {
    const state = t(site.address === null ? "lab-stopped" : "lab-running");
    notices.say(t("lab-said-site", { name: t(lookOf(site.id).name), state }));
  }

  async #change(ask: (site: string) => Promise<SiteState>): Promise<void> {
    const site = this.shown;
    if (site === null) return;
    await this.#try(async () => {
      const state = await ask(site);
      if (this.shown === site) await this.#take(state);
    });
  }

  async #reread(site: string): Promise<void> {
    try {
      const state = await commands.siteState(site);
      if (this.shown === site) await this.#take(state);
    } catch {
      // It was stopped in this very moment; its event follows.
    }
  }

  async #take(state: SiteState): Promise<void> {
    this.state = state;
    await this.tick();
  }

  /** Does something, and tells what went wrong; whether nothing did. */
  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (thrown) {
      notices.fail(thrown);
      return false;
    }
  }
}

export const lab = new Lab();

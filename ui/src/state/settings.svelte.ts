// What a person set, and what opens the vault. Changes hold at once, and are saved in the order
// in which they were made.

import {
  commands,
  type Keys,
  type Settings,
  type Surroundings,
  type VaultBackup,
} from "../lib/bindings";
import type { Page } from "../lib/settings";
import { t } from "../lib/text";
import { language } from "./language.svelte";
import { notices } from "./notices.svelte";

/** How many changes can be taken back. */
const PAST = 50;

class SettingsState {
  /** What is set; `null` until the shell has said so. */
  current = $state.raw<Settings | null>(null);
  /** What opens the vault. */
  keys = $state.raw<Keys | null>(null);
  /** What this system can do, and where the vault lies. */
  surroundings = $state.raw<Surroundings | null>(null);
  /** The backups of the vault, the newest first. */
  backups = $state.raw<VaultBackup[]>([]);
  /** The page on view. */
  page = $state<Page>("security");
  /** How often a change was refused: the switches then show again what is set. */
  refused = $state(0);

  /** What takes each change back, the last one last. */
  #past: Partial<Settings>[] = [];
  /** What the shell keeps. */
  #kept: Settings | null = null;
  /** Changes that are on their way to the shell, the last one last. */
  #unsaved: Partial<Settings>[] = [];
  #saving: Promise<unknown> = Promise.resolve();

  /**
   * Reads what is set before the page is drawn. A failure is not told: the language that is set
   * may not be known yet, and what is on view reads again.
   */
  async begin(): Promise<void> {
    const set = await commands.settings().catch(() => null);
    if (set !== null) this.learn(set);
  }

  /** Reads what is set. */
  async load(): Promise<void> {
    try {
      this.learn(await commands.settings());
    } catch (thrown) {
      notices.fail(thrown, () => void this.load());
    }
  }

  /** Takes over what was set, here or in another window. */
  learn(settings: Settings): void {
    // The page has asked before it was drawn.
    const before = this.#kept ?? settings;
    if (settings.language !== before.language) void language.learn();
    this.#kept = settings;
    this.#show();
  }

  /** Reads what the pages show besides. */
  async refresh(): Promise<void> {
    try {
      this.learn(await commands.settings());
      this.keys = await commands.keys();
      this.surroundings = await commands.surroundings();
      this.backups = await commands.vaultBackups();
    } catch (thrown) {
      notices.fail(thrown, () => void this.refresh());
    }
  }

  /** Changes some of them; whether the shell agreed. */
  async change(change: Partial<Settings>): Promise<boolean> {
    const back = this.#back(change);
    if (back === null) return false;
    this.#past = [...this.#past, back].slice(-PAST);
    try {
      await this.#set(change);
      return true;
    } catch (thrown) {
      this.#past = this.#past.filter((past) => past !== back);
      this.#refuse(thrown);
      return false;
    }
  }

  /** The same, but throws: where a field says why it was refused. */
  async tryChange(change: Partial<Settings>): Promise<void> {
    const back = this.#back(change);
    if (back === null) return;
    await this.#set(change);
    this.#past = [...this.#past, back].slice(-PAST);
  }

  /** Takes the last change back; whether there was one. */
  async undo(): Promise<boolean> {
    const back = this.#past.at(-1);
    if (back === undefined) return false;
    this.#past = this.#past.slice(0, -1);
    try {
      await this.#set(back);
    } catch (thrown) {
      this.#past = [...this.#past, back];
      this.#refuse(thrown);
      return false;
    }
    notices.tell(t("settings-undone"));
    return true;
  }

  /** Saves them as a file where the person says. */
  async save(): Promise<void> {
    try {
      if (await commands.exportSettings()) notices.tell(t("settings-exported"));
    } catch (thrown) {
      notices.fail(thrown, () => void this.save());
    }
  }

  /** Takes them over from a file that the person chooses. */
  async takeOver(): Promise<void> {
    try {
      const read = await commands.importSettings();
      if (read !== null && (await this.change(read)))
        notices.tell(t("settings-imported"));
    } catch (thrown) {
      notices.fail(thrown, () => void this.takeOver());
    }
  }

  /** Another password. The new recovery key, if there is one. */
  async changePassword(
    password: string,
    next: string,
    rekey: boolean,
  ): Promise<string[] | null> {
    const shown = await commands.changePassword(password, next, rekey);
    await this.refresh();
    return shown?.groups ?? null;
  }

  async checkRecovery(key: string): Promise<void> {
    await commands.checkRecoveryKey(key);
    await this.refresh();
  }

  async setKeychain(password: string, on: boolean): Promise<void> {
    await commands.setKeychain(password, on);
    await this.refresh();
  }

  /** A PIN until the app ends; null: none. */
  async setPin(password: string, pin: string | null): Promise<void> {
    await commands.setPin(password, pin);
    await this.refresh();
  }

  /** What opens the vault is nothing to know while it is locked. */
  forget(): void {
    this.keys = null;
    this.backups = [];
    this.#past = [];
  }

  #refuse(thrown: unknown): void {
    this.refused += 1;
    notices.fail(thrown);
  }

  /** What takes a change back; `null` while it is not known what is set. */
  #back(change: Partial<Settings>): Partial<Settings> | null {
    const before = this.current;
    if (before === null) return null;
    const names = Object.keys(change) as (keyof Settings)[];
    return Object.fromEntries(names.map((name) => [name, before[name]]));
  }

  /** Sets a change at once, and saves it after those that were made before. */
  async #set(change: Partial<Settings>): Promise<void> {
    this.#unsaved = [...this.#unsaved, change];
    this.#show();
    const saving = this.#saving.then(() => this.#save(change));
    this.#saving = saving.catch(() => {
      // Who made the change hears of it; those made after it are saved all the same.
    });
    try {
      await saving;
    } finally {
      this.#unsaved = this.#unsaved.filter((one) => one !== change);
      this.#show();
    }
  }

  /** What was refused before is no part of what is saved. */
  async #save(change: Partial<Settings>): Promise<void> {
    if (this.#kept === null) return;
    const settings = { ...this.#kept, ...change };
    await commands.changeSettings(settings);
    // The event that says so may come sooner or later than the answer.
    this.learn(settings);
  }

  /** What is on its way to the shell is newer than what it keeps. */
  #show(): void {
    if (this.#kept === null) return;
    const changed = Object.assign({}, this.#kept, ...this.#unsaved) as Settings;
    this.current = changed;
  }
}

export const settings = new SettingsState();

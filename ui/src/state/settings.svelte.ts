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

  /** What was set before each change, the last one last. */
  #past: Settings[] = [];
  /** What the shell keeps. */
  #kept: Settings | null = null;
  #saving: Promise<boolean> = Promise.resolve(true);
  #unsaved = 0;

  /** Reads what is set; every window does so when it starts. */
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
    // What is on its way to the shell is newer.
    if (this.#unsaved === 0) this.current = settings;
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
    const before = this.current;
    if (before === null) return false;
    this.#past = [...this.#past, before].slice(-PAST);
    try {
      await this.#set({ ...before, ...change });
      return true;
    } catch (thrown) {
      this.#past = this.#past.filter((past) => past !== before);
      this.#refuse(thrown);
      return false;
    }
  }

  /** The same, but throws: where a field says why it was refused. */
  async tryChange(change: Partial<Settings>): Promise<void> {
    const before = this.current;
    if (before === null) return;
    await this.#set({ ...before, ...change });
    this.#past = [...this.#past, before].slice(-PAST);
  }

  /** Takes the last change back; whether there was one. */
  async undo(): Promise<boolean> {
    const before = this.#past.at(-1);
    if (before === undefined) return false;
    this.#past = this.#past.slice(0, -1);
    try {
      await this.#set(before);
    } catch (thrown) {
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

  /** Sets them at once, and saves them after what was set before. */
  async #set(settings: Settings): Promise<void> {
    this.current = settings;
    this.#unsaved += 1;
    const saving = this.#saving.then(() => commands.changeSettings(settings));
    this.#saving = saving.then(
      () => true,
      () => false,
    );
    try {
      await saving;
      this.#kept = settings;
    } catch (thrown) {
      this.current = this.#kept;
      throw thrown;
    } finally {
      this.#unsaved -= 1;
    }
  }
}

export const settings = new SettingsState();

// What a person set, and what opens the vault. Changes are saved at once.

import { commands, type Keys, type Settings } from "../lib/bindings";
import { t } from "../lib/text";
import { notices } from "./notices.svelte";

class SettingsState {
  /** What is set; `null` until the shell has said so. */
  current = $state.raw<Settings | null>(null);
  /** What opens the vault. */
  keys = $state.raw<Keys | null>(null);
  /** How often a change was refused: the switches then show again what is set. */
  refused = $state(0);
  /** What was set before each change, the last one last. */
  #past: Settings[] = [];

  async refresh(): Promise<void> {
    try {
      this.current = await commands.settings();
      this.keys = await commands.keys();
    } catch (thrown) {
      notices.fail(thrown, () => void this.refresh());
    }
  }

  async change(change: Partial<Settings>): Promise<void> {
    const before = this.current;
    if (before === null) return;
    if (await this.#set({ ...before, ...change })) this.#past.push(before);
  }

  /** Takes the last change back; whether there was one. */
  async undo(): Promise<boolean> {
    const before = this.#past.at(-1);
    if (before === undefined || !(await this.#set(before))) return false;
    this.#past.pop();
    notices.tell(t("settings-undone"));
    return true;
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

  /** What opens the vault is nothing to know while it is locked. */
  forget(): void {
    this.keys = null;
    this.#past = [];
  }

  async #set(settings: Settings): Promise<boolean> {
    try {
      await commands.changeSettings(settings);
      this.current = settings;
      return true;
    } catch (thrown) {
      this.refused += 1;
      notices.fail(thrown);
      return false;
    }
  }
}

export const settings = new SettingsState();

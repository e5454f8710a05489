// Where the person stands: no vault yet, locked, unlocked, or a file that cannot be read.

import {
  commands,
  type Status,
  type Strength,
  type VaultBackup,
} from "../lib/bindings";

/** The screen that fills the window. */
export type Screen =
  "starting" | "password" | "recovery" | "unlock" | "damaged" | "codes";

class Session {
  status = $state.raw<Status | null>(null);
  /** The recovery key just made, until the person is done with it. */
  recovery = $state.raw<string[] | null>(null);
  /** The vault is being made: its recovery key comes before its codes. */
  #making = $state(false);

  get screen(): Screen {
    if (this.status === null) return "starting";
    if (this.#making) return "password";
    if (this.status.session === "noVault") return "password";
    if (this.status.session === "locked") return "unlock";
    if (this.status.session === "damaged" || this.status.session === "missing")
      return "damaged";
    return this.recovery === null ? "codes" : "recovery";
  }

  get unlocked(): boolean {
    return this.status?.session === "unlocked";
  }

  /** Links that another program opened, and that wait for a review. */
  get links(): number {
    return this.status?.links ?? 0;
  }

  /** The links are being reviewed. */
  tookLinks(): void {
    if (this.status !== null) this.status = { ...this.status, links: 0 };
  }

  get remindsOfRecovery(): boolean {
    return this.unlocked && this.status?.recoveryReminder === true;
  }

  /** Takes over what the shell says. A recovery key leaves the page when the vault locks. */
  learn(status: Status): void {
    this.status = status;
    if (status.session !== "unlocked") this.recovery = null;
  }

  /**
   * Learns of a vault that is closed, so that its screen is the first thing to be painted. One
   * that is open is shown once the page hears what changes in it, and trouble told then, too.
   */
  async begin(): Promise<void> {
    const status = await commands.status().catch(() => null);
    if (status !== null && status.session !== "unlocked") this.learn(status);
  }

  async refresh(): Promise<void> {
    this.learn(await commands.status());
  }

  strength(password: string): Promise<Strength> {
    return commands.passwordStrength(password);
  }

  suggest(): Promise<string> {
    return commands.suggestPassword();
  }

  /** Makes the vault. The recovery key is then on view. */
  async create(password: string): Promise<void> {
    this.#making = true;
    try {
      const { groups } = await commands.createVault(password);
      await this.refresh();
      this.recovery = groups;
    } finally {
      this.#making = false;
    }
  }

  /** Makes a new recovery key in place of the one that was never saved. */
  async renewRecovery(password: string): Promise<void> {
    const { groups } = await commands.newRecoveryKey(password);
    this.recovery = groups;
  }

  /** Whether these are the last four characters of the key. If so, the key is done with. */
  async confirmRecovery(lastFour: string): Promise<boolean> {
    if (!(await commands.confirmRecovery(lastFour))) return false;
    await this.#finishRecovery();
    return true;
  }

  async postponeRecovery(): Promise<void> {
    await this.#finishRecovery();
  }

  saveRecovery(): Promise<boolean> {
    return commands.saveRecoveryKey();
  }

  copyRecovery(): Promise<number> {
    return commands.copyRecoveryKey();
  }

  async #finishRecovery(): Promise<void> {
    await commands.finishRecovery();
    this.recovery = null;
    await this.refresh();
  }

  async unlock(password: string): Promise<void> {
    await this.#open(() => commands.unlock(password));
  }

  async unlockWithKeychain(): Promise<void> {
    await this.#open(() => commands.unlockWithKeychain());
  }

  async unlockWithPin(pin: string): Promise<void> {
    await this.#open(() => commands.unlockWithPin(pin));
  }

  async unlockWithRecovery(key: string, newPassword: string): Promise<void> {
    await this.#open(() => commands.unlockWithRecovery(key, newPassword));
  }

  /** The backups of the vault, the newest first. */
  backups(): Promise<VaultBackup[]> {
    return commands.vaultBackups();
  }

  /** Puts a backup in the vault's place. */
  async restore(name: string): Promise<void> {
    await commands.restoreBackup(name);
    await this.refresh();
  }

  /** Lets the person choose a copy of a vault, and puts it in the vault's place. */
  async restoreFile(): Promise<void> {
    if (await commands.restoreFile()) await this.refresh();
  }

  /** Gives up a file that is damaged; it is kept beside the new one. */
  async startAgain(): Promise<void> {
    await commands.startAgain();
    await this.refresh();
  }

  /** A refused try may have brought a wait with it, so the status is read in both cases. */
  async #open(tryIt: () => Promise<null>): Promise<void> {
    try {
      await tryIt();
    } finally {
      await this.refresh();
    }
  }
}

export const session = new Session();

// The mocked shell: what Rust does in the app, with made-up data in memory. It decides nothing
// that the page should: it answers as the shell would, so that the page can be seen and tested.

import { emit } from "@tauri-apps/api/event";
import type {
  Added,
  BackupView,
  CaptureView,
  Changes,
  Choice,
  ClockMove,
  CodeCopied,
  CodeKept,
  CodeOnView,
  CodeSettings,
  CodeView,
  CodesFound,
  Copied,
  Deleted,
  Details,
  Diagnosis,
  Ends,
  Exported,
  Failed,
  Filter,
  FormatView,
  KeyPreview,
  Keys,
  LabSite,
  ListView,
  Lock,
  Losses,
  MoveView,
  Part,
  Pasted,
  PhoneView,
  Pick,
  QuickOpened,
  QuickView,
  RecoveryCodesView,
  Review,
  ReviewItem,
  Row,
  Selection,
  Session,
  Settings,
  SettingsPreview,
  SiteChange,
  SiteLine,
  SiteRules,
  SiteState,
  Status,
  Strength,
  Surroundings,
  Taken,
  Target,
  TypedKey,
  UiError,
  Undone,
  VaultBackup,
} from "../lib/bindings";
import {
  damaged,
  fake,
  fourteen,
  kinds,
  many,
  type FakeAccount,
} from "./accounts";
import { BACKUP_PASSWORD, BACKUPS, FORMATS } from "./backups";
import { FakeLab } from "./lab";
import { FakeRecoveryCodes, left } from "./recovery-codes";
import {
  glimpses,
  manyFound,
  markedItem,
  pixelated,
  REVIEWS,
  type Found,
} from "./reviews";

/** A change that can be taken back. */
type Undo = {
  change: number;
  what: Undone["what"];
  count: number;
  back: () => void;
};

/** How the mocked shell starts. */
export type Setup = {
  session: Session;
  accounts: "none" | "fourteen" | "kinds" | number;
  /** How many accounts have a key that cannot be read. */
  damaged: number;
  /** Milliseconds that every command takes. */
  delay: number;
  /** What lies on the clipboard: the name of a review or a backup, or text. */
  clipboard: string;
  /** What is picked: the name of a review or a backup; empty: the person changed their mind. */
  picked: string;
  /** What the screens show: the name of a review; empty: reading them is not allowed. */
  screens: string;
  /** Whether the system asks before it lets the screens be read. */
  captureAsks: boolean;
  /** What the links hold that another program opened: the name of a review. */
  links: string;
  /** Sites of a guided move that goes on. */
  moving: string[];
  /** Practice sites that run. */
  sites: string[];
  reason: UiError | null;
  /** Backups of the vault itself. */
  vaultBackups: VaultBackup[];
  recoveryConfirmed: boolean;
  recoveryReminder: boolean;
  /** Whether the system's keychain opens the vault. */
  keychain: boolean;
  /** The PIN that opens the vault; empty: none is set. */
  pin: string;
  /** The period of every typed key, as if each were a setup link that says so. */
  typedPeriod: number | null;
  /** What was set before. */
  settings: Partial<Settings>;
  /** By how many seconds the system knows the clock to be behind. */
  clockError: number | null;
  /** Whether the system can keep windows out of screenshots. */
  hidesFromCapture: boolean;
  /** Whether it lets programs type. */
  typesCodes: boolean;
  /** Whether the desktop has to be asked for keys, and can be. */
  lendsKeys: boolean;
};

/** What is set until a person sets something. */
const USUAL: Settings = {
  lockAfter: 10,
  lockWithScreen: true,
  lockOnSleep: true,
  lockOnClose: false,
  hideFromCapture: true,
  clearClipboardAfter: 30,
  hideAfterCopy: true,
  lastSeconds: "copy",
  typeCodes: false,
  theme: "system",
  density: "normal",
  textSize: 100,
  hideCodes: false,
  readOnMove: false,
  grouping: "threes",
  countdown: "dial",
  nextCode: "last",
  order: "name",
  siteIcons: false,
  language: null,
  quickKeys: "Ctrl Shift D",
  copyLastKeys: null,
  desktopKeys: false,
  keys: {},
  autostart: false,
  startHidden: true,
  closeToTray: true,
  keepQuickReady: true,
};

const DEFAULTS: Setup = {
  session: "unlocked",
  accounts: "fourteen",
  damaged: 0,
  delay: 0,
  clipboard: "one",
  picked: "five",
  moving: [],
  sites: [],
  reason: null,
  vaultBackups: [],
  screens: "",
  captureAsks: false,
  links: "",
  recoveryConfirmed: true,
  recoveryReminder: false,
  keychain: false,
  pin: "",
  typedPeriod: null,
  settings: {},
  clockError: null,
  hidesFromCapture: false,
  typesCodes: true,
  lendsKeys: false,
};

/** A picture that looks like a QR code. */
const QR = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#fff" d="M0 0h9v9H0z"/><path d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1zM6 6h1v1H6z"/></svg>`;

/** The password that opens the mocked vault. */
export const PASSWORD = "correct horse battery staple";
const KEY = ["K7QD", "93VF", "M2TX", "8HWB", "ZC4R", "P6NE", "YJ5A", "V9SG"];

export class Shell {
  /** The names of the commands that were called, in order. */
  calls: string[] = [];
  /** What each command was last called with. */
  asked: Record<string, Record<string, unknown>> = {};
  /** What a command throws the next time it is called. */
  failures: Record<string, UiError> = {};
  /** Recovery codes that another computer has added, of which the page has not heard. */
  arrives: string[] = [];
  /** Milliseconds by which a command's answer is late, though it was made at once. */
  late: Record<string, number> = {};
  setup: Setup;

  #accounts: FakeAccount[];
  #damaged: FakeAccount[];
  #lab: FakeLab;
  #review: Review | null = null;
  #backup: BackupView | null = null;
  #phone: PhoneView | null = null;
  #recovery = new FakeRecoveryCodes();
  #moves: MoveView[] = [];
  #settings: Settings;
  /** The ids of the accounts in the person's own order. */
  #own: string[] = [];
  #ids = 0;
  #reviews = 0;
  #changes: Undo[] = [];
  #changed = 0;
  #tries = 0;
  #waitUntil: number | null = null;
  #clearsAt: number | null = null;
  #clearTimer: ReturnType<typeof setTimeout> | undefined;
  #stopReading: () => void = () => {};

  constructor(setup: Partial<Setup> = {}) {
    this.setup = { ...DEFAULTS, ...setup };
    this.#settings = { ...USUAL, ...this.setup.settings };
    this.#lab = new FakeLab(this.setup.sites);
    this.#damaged = damaged(this.setup.damaged);
    const { accounts } = this.setup;
    if (accounts === "none") this.#accounts = [];
    else if (accounts === "fourteen") this.#accounts = fourteen();
    else if (accounts === "kinds") this.#accounts = kinds();
    else this.#accounts = many(accounts);
    if (this.setup.moving.length > 0)
      this.beginMove("Authy", this.setup.moving.join("\n"));
  }

  async call(command: string, args: Record<string, unknown>): Promise<unknown> {
    this.calls.push(command);
    this.asked[command] = args;
    if (this.setup.delay > 0)
      await new Promise((done) => setTimeout(done, this.setup.delay));
    const failure = this.failures[command];
    if (failure !== undefined) {
      delete this.failures[command];
      throw failure;
    }
    const name = command.replace(/_(.)/g, (_, letter: string) =>
      letter.toUpperCase(),
    );
    const run = (
      this as unknown as Record<
        string,
        ((...args: unknown[]) => unknown) | undefined
      >
    )[name];
    if (run === undefined)
      throw new Error(`the mocked shell knows no command ${command}`);
    const late = this.late[command];
    const answer = await run.apply(this, Object.values(args));
    if (late !== undefined) await new Promise((done) => setTimeout(done, late));
    return answer;
  }

  // ---- session ----

  status(): Status {
    return {
      session: this.setup.session,
      reason: this.setup.reason,
      recoveryConfirmed: this.setup.recoveryConfirmed,
      recoveryReminder: this.setup.recoveryReminder,
      keychain: this.setup.keychain,
      pin: this.setup.session === "locked" && this.setup.pin !== "",
      clipboardClearsAt: this.#clearsAt,
      idleMinutes: 10,
      waitUntil: this.#waitUntil,
      links: this.setup.links === "" ? 0 : 1,
    };
  }

  passwordStrength(password: string): Strength {
    const { length } = password;
    return {
      level:
        length < 6
          ? "tooEasy"
          : length < 10
            ? "weak"
            : length < 13
              ? "good"
              : "veryStrong",
    };
  }

  suggestPassword(): string {
    return "amber violin harvest cloud";
  }

  createVault(): { groups: string[] } {
    this.#accounts = [];
    this.setup.recoveryConfirmed = false;
    this.#become("unlocked");
    return { groups: KEY };
  }

  newRecoveryKey(password: string): { groups: string[] } {
    this.#need(password);
    this.setup.recoveryConfirmed = false;
    return { groups: KEY };
  }

  confirmRecovery(lastFour: string): boolean {
    const right = lastFour.toUpperCase() === KEY.at(-1);
    if (right) this.setup.recoveryConfirmed = true;
    return right;
  }

  saveRecoveryKey(): boolean {
    return true;
  }

  copyRecoveryKey(): number {
    return 60;
  }

  finishRecovery(): null {
    return null;
  }

  vaultBackups(): VaultBackup[] {
    return this.setup.vaultBackups;
  }

  restoreBackup(): null {
    this.#become("locked");
    return null;
  }

  restoreFile(): boolean {
    if (this.setup.picked === "") return false;
    this.#become("locked");
    return true;
  }

  startAgain(): null {
    this.#become("noVault");
    return null;
  }

  useOlderCopy(): null {
    return null;
  }

  unlock(password: string): null {
    if (password !== PASSWORD) {
      this.#tries += 1;
      if (this.#tries >= 5) this.#waitUntil = Date.now() + 5000;
      throw { id: "vault-wrong-password", params: {} } satisfies UiError;
    }
    this.#tries = 0;
    this.#waitUntil = null;
    this.#become("unlocked");
    return null;
  }

  unlockWithRecovery(key: string): null {
    const plain = key.replace(/[\s-]/g, "").toUpperCase();
    if (plain !== KEY.join(""))
      throw { id: "vault-wrong-recovery-key", params: {} } satisfies UiError;
    this.#become("unlocked");
    return null;
  }

  lock(): null {
    this.#review = null;
    this.#become("locked");
    return null;
  }

  unlockWithPin(pin: string): null {
    if (pin !== this.setup.pin) {
      this.setup.pin = "";
      throw { id: "desktop-pin-forgotten", params: {} } satisfies UiError;
    }
    this.#become("unlocked");
    return null;
  }

  setPin(password: string, pin: string | null): null {
    this.#need(password);
    this.setup.pin = pin ?? "";
    return null;
  }

  unlockWithKeychain(): null {
    this.#become("unlocked");
    return null;
  }

  /** The language that was set; the system speaks English. */
  language(): string {
    return this.#settings.language ?? "en";
  }

  settings(): Settings {
    return this.#settings;
  }

  changeSettings(settings: Settings): null {
    this.#settings = settings;
    void emit("settings-changed", settings);
    return null;
  }

  exportSettings(): boolean {
    return this.setup.picked !== "";
  }

  importSettings(): Settings | null {
    return this.setup.picked === ""
      ? null
      : { ...this.#settings, density: "roomy", theme: "dark" };
  }

  surroundings(): Surroundings {
    const { hidesFromCapture, typesCodes, lendsKeys } = this.setup;
    return {
      hidesFromCapture,
      typesCodes,
      lendsKeys,
      vaultFile: "vault.keytick",
      vaultFolder: "Nextcloud / Keytick",
    };
  }

  clockError(): number | null {
    return this.setup.clockError;
  }

  openClockSettings(): null {
    return null;
  }

  keys(): Keys {
    const { recoveryConfirmed, keychain, pin } = this.setup;
    return { recoveryConfirmed, keychain, pin: pin !== "" };
  }

  changePassword(
    password: string,
    _next: string,
    rekey: boolean,
  ): { groups: string[] } | null {
    this.#need(password);
    return rekey ? { groups: KEY } : null;
  }

  checkRecoveryKey(key: string): null {
    this.unlockWithRecovery(key);
    this.setup.recoveryConfirmed = true;
    return null;
  }

  setKeychain(password: string, on: boolean): null {
    this.#need(password);
    this.setup.keychain = on;
    return null;
  }

  touch(): null {
    return null;
  }

  quit(): null {
    return null;
  }

  saveNow(): null {
    return null;
  }

  // ---- codes ----

  list(query: string, filter: Filter): ListView {
    const live = this.#accounts.filter((account) => account.deletedAt === null);
    const tags = [...new Set(live.flatMap((account) => account.tags))];
    const shown = live
      .filter((account) => inFilter(account, filter))
      .map((account) => ({ account, hit: match(account, query) }))
      .filter(({ hit }) => hit !== null)
      .sort(
        (a, b) =>
          (a.hit?.rank ?? 0) - (b.hit?.rank ?? 0) ||
          this.#byOwn(a.account, b.account, query) ||
          byOrder(a.account, b.account),
      );
    return {
      total: live.length,
      favourites: live.filter((account) => account.favourite).length,
      deleted: this.#accounts.length - live.length,
      tags: tags.map((name, i) => ({
        name,
        colour: [8, 1, 4][i % 3] ?? 8,
        count: live.filter((account) => account.tags.includes(name)).length,
      })),
      damaged: this.#damaged
        .filter((account) => inFilter(account, filter))
        .filter((account) => match(account, query) !== null)
        .map((account) => ({
          ...account,
          letter: account.issuer[0] ?? "",
        })),
      rows: shown.map(({ account, hit }) =>
        row(account, hit?.issuer ?? [], hit?.account ?? []),
      ),
    };
  }

  codes(ids: string[]): CodeView[] {
    const always = this.#settings.nextCode === "always";
    return ids.map((id) => code(this.#get(id), always));
  }

  copy(id: string): Copied {
    const account = this.#get(id);
    const made = account.counter ?? 0;
    if (account.type === "hotp") account.counter = made + 1;
    account.isNew = false;
    this.#fill(30);
    const view = code(account);
    if (account.type === "hotp") {
      return {
        seconds: 30,
        code: { ...view, code: digitsOf(account, made), counter: made },
      };
    }
    return { seconds: 30, code: view };
  }

  copyNext(id: string): Copied {
    this.#fill(30);
    return { seconds: 30, code: code(this.#get(id)) };
  }

  clearClipboard(): null {
    this.#fill(0);
    return null;
  }

  // ---- quick search, and the window's coming and going ----

  pageReady(): null {
    return null;
  }

  letPageGo(): null {
    return null;
  }

  quickReady(): null {
    return null;
  }

  quickList(query: string): QuickView {
    const { rows, total } = this.list(query, { kind: "all" });
    const offered = query === "" ? rows.slice(0, 5) : rows;
    const codes = this.codes(offered.map(({ id }) => id));
    const found = rows.length;
    return { rows: offered, codes, found, total, suited: 0, used: 1 };
  }

  quickCopy(id: string): null {
    this.copy(id);
    return this.closeQuick();
  }

  quickType(): null {
    return this.closeQuick();
  }

  closeQuick(): null {
    void emit("quick-closed", null);
    return null;
  }

  showAccount(): null {
    return this.closeQuick();
  }

  hideWindow(): null {
    return null;
  }

  afterCopy(): null {
    return null;
  }

  setFavourite(id: string, favourite: boolean): number {
    const account = this.#get(id);
    account.favourite = favourite;
    return this.#undoable("edited", 1, () => (account.favourite = !favourite));
  }

  placeAccount(id: string, before: string | null): number {
    const order = this.#own;
    const ids =
      order.length > 0
        ? order
        : this.list("", { kind: "all" }).rows.map((row) => row.id);
    const others = ids.filter((other) => other !== id);
    const at = before === null ? others.length : others.indexOf(before);
    this.#own = others.toSpliced(at, 0, id);
    return this.#undoable("moved", 1, () => (this.#own = order));
  }

  tagAccounts(ids: string[], tag: string, on: boolean): number {
    const tagged = ids.map((id) => this.#get(id));
    const before = tagged.map(({ tags }) => tags);
    for (const account of tagged) {
      const others = account.tags.filter((other) => other !== tag);
      account.tags = on ? [...others, tag] : others;
    }
    return this.#undoable("tagged", ids.length, () =>
      tagged.forEach((account, i) => (account.tags = before[i] ?? [])),
    );
  }

  // ---- adding ----

  paste(backup: boolean): Pasted {
    const { clipboard } = this.setup;
    if (clipboard === "") return { kind: "empty" };
    const review = REVIEWS[clipboard];
    if (review !== undefined)
      return { kind: "review", review: this.#pend(review) };
    if (BACKUPS[clipboard] !== undefined || backup)
      return { kind: "backup", backup: this.#hold(clipboard) };
    return { kind: "text", text: clipboard };
  }

  hasPicture(): boolean {
    return REVIEWS[this.setup.clipboard] !== undefined;
  }

  captureView(): CaptureView {
    const { captureAsks: asks } = this.setup;
    return { asks, settings: asks };
  }

  async capture(): Promise<Review> {
    const { screens } = this.setup;
    if (screens === "")
      throw { id: "desktop-capture-refused", params: {} } satisfies UiError;
    return this.#pend(REVIEWS[screens]!);
  }

  openCaptureSettings(): null {
    return null;
  }

  /** Another program opens a link that holds this review. */
  openLink(name: string): void {
    this.setup.links = name;
    void emit("session-changed", this.status());
  }

  takeLinks(): Review | null {
    const { links } = this.setup;
    this.setup.links = "";
    return links === "" ? null : this.#pend(REVIEWS[links]!);
  }

  async pickFiles(_what: Pick): Promise<Taken | null> {
    const { picked } = this.setup;
    if (picked === "") return null;
    if (BACKUPS[picked] !== undefined)
      return { kind: "backup", backup: this.#hold(picked) };
    const review = await this.#read(picked);
    return review && { kind: "review", review };
  }

  // ---- backups ----

  formats(): FormatView[] {
    return FORMATS;
  }

  async openBackup(backup: number, password: string): Promise<Review> {
    this.#held(backup);
    let stopped = false;
    this.#stopReading = () => (stopped = true);
    for (let done = 0; done < 4 && !stopped && this.setup.delay > 0; done++) {
      const progress = { deriving: true, done, total: 4, estimateMs: 12_000 };
      await emit("opening", progress);
      await new Promise((go) => setTimeout(go, this.setup.delay));
    }
    if (stopped)
      throw { id: "formats-cancelled", params: {} } satisfies UiError;
    if (password !== BACKUP_PASSWORD)
      throw { id: "formats-wrong-password", params: {} } satisfies UiError;
    this.#backup = null;
    return this.#pend(REVIEWS["backup"]!);
  }

  pickKeyFile(backup: number): BackupView {
    this.#backup = { ...this.#held(backup), keyFile: "passwords.keyx" };
    return this.#backup;
  }

  discardBackup(backup: number): null {
    this.#held(backup);
    this.#backup = null;
    return null;
  }

  // ---- leaving ----

  exportLosses({ format, accounts }: Target): Losses {
    const chosen = this.#chosen(accounts);
    const out = chosen.filter(({ type }) => type === "hotp");
    const tagged = chosen.filter(({ tags }) => tags.length > 1);
    const google = format === "google-migration";
    return {
      accounts: chosen.length - (google ? out.length : 0),
      lab: 0,
      leftOut: google
        ? out.map(({ issuer, account }) => ({
            issuer,
            account,
            reason: { id: "formats-loss-type", params: { type: "hotp" } },
          }))
        : [],
      fields:
        format !== "keytick" && tagged.length > 0
          ? [
              {
                field: "formats-loss-tags",
                names: tagged.map(({ issuer }) => issuer),
              },
            ]
          : [],
    };
  }

  exportAccounts(
    { format, accounts }: Target,
    password: string,
    lock: Lock,
    understood: boolean,
  ): Exported {
    this.#need(password);
    if (lock.kind === "none" && !understood)
      throw {
        id: "desktop-plain-not-understood",
        params: {},
      } satisfies UiError;
    const { extension } = FORMATS.find(({ id }) => id === format)!.writes!;
    return {
      accounts: this.#chosen(accounts).length,
      name: `keytick.${extension}`,
      files: extension === "png" ? 2 : 1,
    };
  }

  beginPhone(accounts: Selection, parts: boolean, password: string): PhoneView {
    this.#need(password);
    const chosen = this.#chosen(accounts).map(({ id, issuer, account }) => ({
      id,
      issuer,
      account,
    }));
    const codes = parts
      ? [chosen.slice(0, 10), chosen.slice(10)].filter((it) => it.length > 0)
      : chosen.map((one) => [one]);
    this.#ids += 1;
    this.#phone = { id: this.#ids, codes, leftOut: [] };
    return this.#phone;
  }

  phoneCode(phone: number, index: number): string {
    if (this.#phone?.id !== phone || this.#phone.codes[index] === undefined)
      throw { id: "desktop-no-phone-codes", params: {} } satisfies UiError;
    return QR;
  }

  endPhone(): null {
    this.#phone = null;
    return null;
  }

  checkPhone(id: string, typed: string): Diagnosis {
    const right = code(this.#get(id)).code;
    if (typed.replace(/\s/g, "") === right) return { kind: "right" };
    if (typed === "000001") return { kind: "clock", seconds: -3600 };
    if (typed === "000002") return { kind: "algorithm", name: "SHA1" };
    return { kind: "unknown" };
  }

  // ---- recovery codes ----

  openRecoveryCodes(id: string, password: string): RecoveryCodesView {
    this.#need(password);
    this.#ids += 1;
    return this.#recovery.open(this.#ids, this.#get(id));
  }

  recoveryCodes(sheet: number): RecoveryCodesView {
    return this.#recovery.view(sheet);
  }

  markRecoveryCode(sheet: number, index: number, used: boolean): number {
    const codes = this.#recovery.marked(sheet, index, used);
    return this.#keepRecoveryCodes(sheet, codes);
  }

  copyRecoveryCode(sheet: number, index: number): CodeCopied {
    this.#fill(30);
    return { seconds: 30, change: this.markRecoveryCode(sheet, index, true) };
  }

  findRecoveryCodes(sheet: number, text: string): CodesFound {
    return this.#recovery.find(sheet, text);
  }

  pickRecoveryFile(sheet: number): string | null {
    this.#recovery.view(sheet);
    return this.setup.picked || null;
  }

  setRecoveryCodes(sheet: number, codes: CodeKept[]): number {
    const now = Math.floor(Date.now() / 1000);
    const arrived = this.arrives.splice(0);
    const kept = codes.map(({ text, used }) => ({
      text,
      used: used ? now : null,
    }));
    return this.#keepRecoveryCodes(sheet, [
      ...kept,
      ...arrived.map((text) => ({ text, used: null })),
    ]);
  }

  closeRecoveryCodes(sheet: number): null {
    this.#recovery.close(sheet);
    return null;
  }

  #keepRecoveryCodes(sheet: number, codes: CodeOnView[]): number {
    const { account } = this.#recovery.opened(sheet);
    const before = account.recovery;
    account.recovery = codes;
    return this.#undoable("recoveryCodes", 1, () => {
      account.recovery = before;
    });
  }

  // ---- moves ----

  moves(): MoveView[] {
    return this.#moves;
  }

  beginMove(app: string, list: string): MoveView[] {
    this.#ids += 1;
    const id = `move-${this.#ids}`;
    this.#moves = [...this.#moves, { id, app, sites: [] }];
    return this.extendMove(id, list);
  }

  extendMove(id: string, list: string): MoveView[] {
    const sites = list
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((line) => {
        this.#ids += 1;
        const [, issuer, account] = /^(.*?)(?:\s*\((.*)\))?$/.exec(line) ?? [];
        return {
          id: `site-${this.#ids}`,
          issuer: issuer ?? line,
          account: account ?? "",
          new: null,
          old: this.#accounts.find((one) => one.issuer === issuer)?.id ?? null,
          done: false,
        };
      });
    return this.#move(id, (all) => [...all, ...sites]);
  }

  stepMove(id: string, site: string, change: SiteChange): MoveView[] {
    return this.#move(id, (sites) =>
      sites.flatMap((one) => {
        if (one.id !== site) return [one];
        if (change.kind === "remove") return [];
        if (change.kind === "new") return [{ ...one, new: change.account }];
        return [{ ...one, done: change.done }];
      }),
    );
  }

  endMove(id: string): MoveView[] {
    this.#moves = this.#moves.filter((move) => move.id !== id);
    return this.#moves;
  }

  stopReading(): null {
    this.#stopReading();
    return null;
  }

  reviewPicture(review: number, picture: number): string {
    this.#reviewed(review);
    return pixelated(picture);
  }

  /** The code is where `pixelated` draws its squares. */
  readRegion(review: number, picture: number, part: Part): Review {
    const before = this.#reviewed(review);
    const [right, bottom] = [part.left + part.width, part.top + part.height];
    const covers =
      part.left <= 2000 && part.top <= 2000 && right >= 8000 && bottom >= 8000;
    if (!covers) throw { id: "formats-no-code", params: {} } satisfies UiError;
    const found = markedItem(before.items.length, picture);
    const code = { ...reviewCode(found), id: String(found.item) };
    this.#review = {
      ...before,
      items: [...before.items, { ...found, code }],
      problems: before.problems.filter((it) => it.picture !== picture),
    };
    return this.#review;
  }

  reviewCodes(review: number, items: number[]): CodeView[] {
    const { items: all } = this.#reviewed(review);
    return items.flatMap((at) => {
      const item = all[at];
      return item ? [{ ...reviewCode(item), id: String(at) }] : [];
    });
  }

  confirmReview(review: number, choices: Choice[]): Added {
    const { items } = this.#reviewed(review);
    const added = choices.map((choice, i) => {
      const item = items[choice.item];
      return fake(90_000 + this.#accounts.length + i, {
        issuer: choice.issuer,
        account: choice.account,
        tags: choice.tags,
        colour: item?.colour ?? 0,
        digits: item?.digits ?? 6,
        type: item?.type ?? "totp",
        period: item?.period ?? null,
        isNew: true,
      });
    });
    this.#review = null;
    return this.#add(added);
  }

  discardReview(review: number): null {
    if (this.#review?.id === review) this.#review = null;
    return null;
  }

  checkKey(typed: TypedKey): KeyPreview {
    const key = typed.key.replace(/[\s-]/g, "").toUpperCase();
    const wrong = [...key].findIndex((letter) => !/[A-Z2-7]/.test(letter));
    if (wrong >= 0) {
      const params = {
        character: key[wrong] ?? "",
        position: String(wrong + 1),
      };
      throw { id: "otp-secret-character", params } satisfies UiError;
    }
    const account = fake(key.length, {
      ...typed,
      type: typed.type,
      id: "typed",
      period: this.setup.typedPeriod ?? typed.period,
      key: 0,
    });
    return { code: code(account), notes: [], status: "new" };
  }

  addTyped(typed: TypedKey): Added {
    this.checkKey(typed);
    const { issuer, account, type, digits, period, algorithm } = typed;
    const counter = type === "hotp" ? typed.counter : null;
    const over = {
      issuer,
      account,
      type,
      digits,
      period: type === "hotp" ? null : period,
      algorithm,
      counter,
      isNew: true,
    };
    return this.#add([fake(80_000 + this.#accounts.length, over)]);
  }

  fixKey(id: string, typed: TypedKey): number {
    this.checkKey(typed);
    const damaged = this.#damaged.filter((account) => account.id === id);
    const { issuer, account } = typed;
    const fixed = damaged.map((it) => ({ ...it, issuer, account }));
    const [accounts, before] = [this.#accounts, this.#damaged];
    this.#accounts = [...accounts, ...fixed];
    this.#damaged = before.filter((it) => !damaged.includes(it));
    return this.#undoable("edited", 1, () => {
      this.#accounts = accounts;
      this.#damaged = before;
    });
  }

  // ---- one account ----

  details(id: string): Details {
    const {
      issuer,
      account,
      tags,
      note,
      colour,
      icon,
      favourite,
      type,
      digits,
      period,
      counter,
      algorithm,
    } = this.#get(id);
    return {
      id,
      type,
      issuer,
      account,
      tags,
      note,
      colour,
      icon,
      favourite,
      digits,
      period,
      counter,
      algorithm,
      created: 1_700_000_000,
    };
  }

  editAccount(id: string, changes: Changes): number {
    const account = this.#get(id);
    const before = { ...account };
    const { settings, ...rest } = changes;
    Object.assign(account, {
      ...rest,
      ...(settings && resettled(account, settings)),
      colour: changes.colour ?? account.colour,
    });
    return this.#undoable("edited", 1, () => Object.assign(account, before));
  }

  previewCodeSettings(id: string, settings: CodeSettings): SettingsPreview {
    const account = this.#get(id);
    const then = { ...account, ...resettled(account, settings) };
    return { now: madeOf(account), then: madeOf(then) };
  }

  removeAccounts(ids: string[]): number {
    const gone = ids.map((id) => this.#get(id));
    for (const account of gone)
      account.deletedAt = Math.floor(Date.now() / 1000);
    const back = () => gone.forEach((account) => (account.deletedAt = null));
    return this.#undoable("removed", ids.length, back);
  }

  undo(change: number): Undone {
    const undo = this.#changes.at(-1);
    if (undo?.change !== change)
      throw { id: "desktop-nothing-to-undo", params: {} } satisfies UiError;
    this.#changes.pop();
    undo.back();
    return { what: undo.what, count: undo.count };
  }

  undoLast(): Undone | null {
    const last = this.#changes.at(-1);
    return last === undefined ? null : this.undo(last.change);
  }

  deleted(): Deleted[] {
    return this.#accounts
      .filter((account) => account.deletedAt !== null)
      .map(({ id, issuer, account, deletedAt, colour }) => ({
        id,
        issuer,
        account,
        deletedAt: deletedAt ?? 0,
        letter: letterOf(issuer || account),
        colour,
      }));
  }

  restoreAccounts(ids: string[]): number {
    const back = ids.map((id) => this.#get(id));
    for (const account of back) account.deletedAt = null;
    const again = () =>
      back.forEach(
        (account) => (account.deletedAt = Math.floor(Date.now() / 1000)),
      );
    return this.#undoable("restored", ids.length, again);
  }

  revealKey(id: string, password: string): { key: string; qrSvg: string } {
    this.#get(id);
    this.#need(password);
    return { key: "MOCKMOCKMOCKMOCK", qrSvg: QR };
  }

  // ---- the test lab ----

  labSites(): LabSite[] {
    return this.#lab.sites();
  }

  startSite(site: string): LabSite[] {
    return this.#lab.start(site);
  }

  stopSite(site: string): LabSite[] {
    return this.#lab.stop(site);
  }

  openSite(site: string): null {
    this.#lab.state(site);
    return null;
  }

  siteLog(site: string): SiteLine[] {
    return [...this.#lab.log(site)];
  }

  siteState(site: string): SiteState {
    return this.#lab.state(site);
  }

  moveSiteClock(site: string, change: ClockMove): SiteState {
    return this.#lab.moveClock(site, change);
  }

  setSiteFault(site: string, fault: string, on: boolean): SiteState {
    return this.#lab.setFault(site, fault, on);
  }

  setSiteRules(site: string, rules: SiteRules): SiteState {
    return this.#lab.setRules(site, rules);
  }

  saveSiteLog(site: string): boolean {
    this.#lab.log(site);
    return true;
  }

  clearSiteFaults(site: string): SiteState {
    return this.#lab.change(site, { faults: [] });
  }

  resetSite(site: string): SiteState {
    return this.#lab.reset(site);
  }

  addSiteAccount(site: string): Added {
    const [issuer, account] = ["Bytebase", "alice@demo.test"];
    const over = { issuer, account, tags: ["Lab"], isNew: true };
    const added = this.#add([fake(70_000 + this.#accounts.length, over)]);
    const id = added.ids[0] ?? "";
    const known = { id, issuer, account };
    this.#lab.change(site, { account: known, offers: false });
    return added;
  }

  // ---- what tests make happen ----

  /** Quick search is opened by its keys, or again after nothing was typed. */
  async openQuick(trouble: UiError | null = null): Promise<void> {
    const open = this.setup.session === "unlocked";
    const view = open ? this.quickList("") : null;
    const opened = { view, trouble } satisfies QuickOpened;
    await emit("quick-opened", opened);
  }

  /** Something happens on the pages of a practice site. */
  async visit(
    site: string,
    kind: string,
    mark: SiteLine["mark"],
  ): Promise<void> {
    const lines = [this.#lab.add(site, kind, mark)];
    await emit("site-said", { site, lines });
  }

  /** The program of a practice site ends by itself. */
  async die(site: string): Promise<void> {
    await emit("sites-changed", this.#lab.stop(site));
  }

  /** Pictures are dropped on the window: the review with this name is read from them. */
  async drop(name: string): Promise<void> {
    await emit("dragging", { over: false, count: 0, pictures: true });
    if (this.setup.session !== "unlocked") {
      return this.fail({ id: "desktop-unlock-first", params: {} });
    }
    if (BACKUPS[name] !== undefined)
      return void (await emit("backup-ready", this.#hold(name)));
    const review = await this.#read(name);
    if (review !== null) await emit("review-ready", review);
  }

  /** Another program gives an account another key. The page does not know yet. */
  rekey(id: string): void {
    this.#get(id).key += 1;
  }

  /** Something goes wrong in the background. */
  async fail(error: UiError, ends: Ends = "nothing"): Promise<void> {
    await emit("failed", { error, ends } satisfies Failed);
  }

  /** The shell tells the page of something. */
  async tell(event: string, payload: unknown): Promise<void> {
    await emit(event, payload);
  }

  async drag(count: number, pictures = true): Promise<void> {
    await emit("dragging", { over: count > 0, count, pictures });
  }

  async #read(name: string): Promise<Review | null> {
    const count = /^many-(\d+)$/.exec(name)?.[1];
    const review =
      count === undefined ? REVIEWS[name] : manyFound(Number(count));
    if (review === undefined) return null;
    const total = Math.max(1, review.pictures);
    let stopped = false;
    this.#stopReading = () => (stopped = true);
    for (let done = 0; done < total && !stopped; done++) {
      const found = done === 0 ? [] : glimpses(review, done - 1);
      const now = `Screenshot ${done + 1}.png`;
      await emit("reading", { done, total, pictures: true, now, found });
      if (this.setup.delay > 0)
        await new Promise((go) => setTimeout(go, this.setup.delay));
    }
    return this.#pend(review);
  }

  #pend(review: Found): Review {
    const items = review.items.map((item) => ({
      ...item,
      code: { ...reviewCode(item), id: String(item.item) },
    }));
    this.#reviews += 1;
    this.#review = { ...review, id: this.#reviews, items };
    return this.#review;
  }

  #reviewed(review: number): Review {
    if (this.#review?.id !== review)
      throw { id: "desktop-no-review", params: {} } satisfies UiError;
    return this.#review;
  }

  #hold(name: string): BackupView {
    const known = BACKUPS[name] ?? BACKUPS["unknown"]!;
    this.#ids += 1;
    this.#backup = { ...known, id: this.#ids };
    return this.#backup;
  }

  #held(backup: number): BackupView {
    if (this.#backup?.id !== backup)
      throw { id: "desktop-no-backup", params: {} } satisfies UiError;
    return this.#backup;
  }

  #chosen(selection: Selection): FakeAccount[] {
    const live = this.#accounts.filter((account) => account.deletedAt === null);
    if (selection.kind === "chosen")
      return live.filter(({ id }) => selection.ids.includes(id));
    return live.filter((account) => inFilter(account, selection));
  }

  #move(
    id: string,
    change: (sites: MoveView["sites"]) => MoveView["sites"],
  ): MoveView[] {
    if (!this.#moves.some((move) => move.id === id))
      throw { id: "accounts-unknown-move", params: {} } satisfies UiError;
    this.#moves = this.#moves.map((move) =>
      move.id === id ? { ...move, sites: change(move.sites) } : move,
    );
    return this.#moves;
  }

  #undoable(what: Undone["what"], count: number, back: () => void): number {
    this.#changed += 1;
    this.#changes.push({ change: this.#changed, what, count, back });
    return this.#changed;
  }

  #add(added: FakeAccount[]): Added {
    this.#accounts = [...this.#accounts, ...added];
    const back = () =>
      (this.#accounts = this.#accounts.filter(
        (account) => !added.includes(account),
      ));
    const change = this.#undoable("added", added.length, back);
    return { ids: added.map(({ id }) => id), change };
  }

  #byOwn(a: FakeAccount, b: FakeAccount, query: string): number {
    if (this.#settings.order !== "own" || query !== "") return 0;
    return this.#own.indexOf(a.id) - this.#own.indexOf(b.id);
  }

  #get(id: string): FakeAccount {
    const account = this.#accounts.find((account) => account.id === id);
    if (account === undefined)
      throw { id: "accounts-unknown", params: {} } satisfies UiError;
    return account;
  }

  #need(password: string): void {
    if (password !== PASSWORD)
      throw { id: "vault-wrong-password", params: {} } satisfies UiError;
  }

  #fill(seconds: number): void {
    clearTimeout(this.#clearTimer);
    this.#clearsAt = seconds > 0 ? Date.now() + seconds * 1000 : null;
    if (seconds === 0) return;
    this.#clearTimer = setTimeout(() => {
      this.#clearsAt = null;
      void emit("clipboard-cleared", null);
    }, seconds * 1000);
  }

  #become(session: Session): void {
    this.setup.session = session;
    void emit("session-changed", this.status());
  }
}

function row(
  account: FakeAccount,
  issuerMatches: [number, number][],
  accountMatches: [number, number][],
): Row {
  const {
    id,
    type,
    issuer,
    tags,
    note,
    colour,
    icon,
    favourite,
    digits,
    period,
    counter,
    isNew,
    recovery,
  } = account;
  return {
    id,
    type,
    issuer,
    account: account.account,
    tags,
    note,
    colour,
    icon,
    favourite,
    digits,
    period,
    counter,
    isNew,
    recoveryLeft: recovery.length > 0 ? left(recovery) : null,
    letter: letterOf(issuer || account.account),
    used: 0,
    issuerMatches,
    accountMatches,
  };
}

function letterOf(name: string): string {
  return [...name][0]?.toUpperCase() ?? "?";
}

function inFilter(account: FakeAccount, filter: Filter): boolean {
  if (filter.kind === "favourites") return account.favourite;
  if (filter.kind === "tag") return account.tags.includes(filter.name);
  return true;
}

function byOrder(a: FakeAccount, b: FakeAccount): number {
  return (
    Number(b.favourite) - Number(a.favourite) ||
    a.issuer.localeCompare(b.issuer)
  );
}

type Hit = {
  rank: number;
  issuer: [number, number][];
  account: [number, number][];
};

/** Start of a word first, then inside, then letters in order. */
function match(account: FakeAccount, query: string): Hit | null {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return { rank: 0, issuer: [], account: [] };
  for (const field of ["issuer", "account"] as const) {
    const at = account[field].toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    const start = at === 0 || !/\w/.test(account[field][at - 1] ?? "");
    const none: [number, number][] = [];
    const range: [number, number][] = [[at, at + wanted.length]];
    const rank = (start ? 1 : 2) + (field === "account" ? 2 : 0);
    return {
      rank,
      issuer: field === "issuer" ? range : none,
      account: field === "account" ? range : none,
    };
  }
  const ranges: [number, number][] = [];
  let from = 0;
  for (const letter of wanted) {
    const at = account.issuer.toLowerCase().indexOf(letter, from);
    if (at < 0) return null;
    ranges.push([at, at + 1]);
    from = at + 1;
  }
  return { rank: 9, issuer: ranges, account: [] };
}

function code(account: FakeAccount, withNext = false): CodeView {
  const { id, type, period } = account;
  if (type === "hotp")
    return {
      id,
      code: null,
      next: null,
      validFrom: null,
      validTo: null,
      counter: null,
    };
  const length = period ?? 30;
  const now = Math.floor(Date.now() / 1000);
  const step = Math.floor(now / length);
  const validTo = (step + 1) * length;
  return {
    id,
    code: digitsOf(account, step),
    next: withNext || validTo - now <= 5 ? digitsOf(account, step + 1) : null,
    validFrom: step * length,
    validTo,
    counter: null,
  };
}

/** What of an account is another with these settings. */
function resettled(account: FakeAccount, settings: CodeSettings) {
  const { type, algorithm, digits } = settings;
  return settings.type === "totp"
    ? { type, algorithm, digits, period: settings.period, counter: null }
    : {
        type,
        algorithm,
        digits,
        period: null,
        counter: account.counter,
      };
}

/** The code of now, a counter's too; another hash makes another code. */
function madeOf(account: FakeAccount): CodeView {
  const key = account.key + account.algorithm.length - "SHA1".length;
  const made = code({ ...account, key });
  if (account.type !== "hotp") return made;
  const { counter } = account;
  return {
    ...made,
    code: digitsOf({ ...account, key }, counter ?? 0),
    counter,
  };
}

function reviewCode(item: ReviewItem): CodeView {
  return code(
    fake(item.item + 500, {
      type: item.type,
      digits: item.digits,
      period: item.period,
    }),
  );
}

/** Digits that look like a code. They come from no secret. */
function digitsOf(account: FakeAccount, step: number): string {
  const seed = [...`${account.id}${account.key || ""}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0,
    7,
  );
  const mixed = Math.imul(step + seed, 2654435761) >>> 0;
  if (account.type === "steam") {
    const letters = "23456789BCDFGHJKMNPQRTVWXY";
    return [0, 1, 2, 3, 4]
      .map((i) => letters[(mixed >>> (i * 5)) % letters.length])
      .join("");
  }
  return String(mixed).padStart(10, "0").slice(-account.digits);
}

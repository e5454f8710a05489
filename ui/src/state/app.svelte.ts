// Starts the page: hears the shell's events, wires the clock, and tells the shell that the
// person is still there.

import {
  commands,
  events,
  type Dragging,
  type Failed,
  type Merged,
  type Status,
} from "../lib/bindings";

import { t } from "../lib/text";
import { account } from "./account.svelte";
import { add } from "./add.svelte";
import { clipboard } from "./clipboard.svelte";
import { clock } from "./clock.svelte";
import { clockError } from "./clock-error.svelte";
import { codes } from "./codes.svelte";
import { exports } from "./exports.svelte";
import { imports } from "./imports.svelte";
import { lab } from "./lab.svelte";
import { moves } from "./moves.svelte";
import { notices } from "./notices.svelte";
import { preferences } from "./preferences.svelte";
import { session } from "./session.svelte";
import { settings } from "./settings.svelte";
import { sheets } from "./sheets.svelte";

/** The shell's idle timer hears of the person at most this often, in milliseconds. */
const TOUCH_MS = 5000;

/** How long the shell waits for a page that is not painted, in milliseconds. */
const UNSEEN_MS = 200;

class App {
  /** Files are dragged over the window. */
  dragging = $state.raw<Dragging | null>(null);
  /** What the main part of the window shows. */
  place = $state<"codes" | "deleted" | "lab" | "settings">("codes");

  #touched = 0;

  /** Starts everything; what comes back ends it. */
  async start(): Promise<() => void> {
    const stopPreferences = preferences.start();
    const stopClock = clock.start(() => this.#tick());
    const ears = await Promise.all([
      events.sessionChanged.listen(({ payload }) =>
        this.#sessionChanged(payload),
      ),
      events.dragging.listen(({ payload }) => {
        this.dragging = payload.over ? payload : null;
      }),
      events.reading.listen(({ payload }) => add.reading(payload)),
      events.reviewReady.listen(({ payload }) => add.dropped(payload)),
      events.backupReady.listen(({ payload }) => add.droppedBackup(payload)),
      events.opening.listen(({ payload }) => (imports.progress = payload)),
      events.clipboardCleared.listen(() => clipboard.cleared()),
      events.clipboardFilled.listen(({ payload }) =>
        clipboard.filled(payload.seconds),
      ),
      events.pageUnneeded.listen(() => this.#letGo()),
      events.showAccount.listen(({ payload }) => this.#showAccount(payload.id)),
      events.accountsChanged.listen(() => {
        void account.refresh();
        void moves.refresh();
      }),
      events.merged.listen(({ payload }) => this.#merged(payload)),
      events.failed.listen(({ payload }) => this.#failed(payload)),
      events.recovered.listen(() => notices.recover()),
      events.settingsChanged.listen(({ payload }) => {
        settings.learn(payload);
        void codes.ordered(payload.order);
      }),
      events.siteSaid.listen(({ payload }) => lab.hear(payload)),
      events.sitesChanged.listen(({ payload }) => lab.learn(payload)),
    ]);
    await this.#learnStatus();
    void painted()
      .then(() => commands.pageReady())
      .catch(() => {
        // The shell is ending.
      });
    return () => {
      stopClock();
      stopPreferences();
      for (const stop of ears) stop();
    };
  }

  /** The person did something. */
  touch(): void {
    const now = Date.now();
    if (!session.unlocked || now - this.#touched < TOUCH_MS) return;
    this.#touched = now;
    void commands.touch().catch(() => {
      // The vault was locked in this very moment; its event follows.
    });
  }

  async lock(): Promise<void> {
    try {
      await commands.lock();
      this.#sessionChanged(await commands.status());
    } catch (thrown) {
      notices.fail(thrown, () => void this.lock());
    }
  }

  async quit(): Promise<void> {
    try {
      await commands.quit();
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  /** Puts the window out of sight; keys, the tray or a second start bring it back. */
  async hide(): Promise<void> {
    try {
      await commands.hideWindow();
    } catch (thrown) {
      notices.fail(thrown);
    }
  }

  showDeleted(): void {
    this.place = "deleted";
    void account.readDeleted();
  }

  showCodes(): void {
    this.place = "codes";
  }

  showLab(): void {
    this.place = "lab";
    void lab.refresh();
  }

  showSettings(): void {
    this.place = "settings";
    void settings.refresh();
  }

  async #learnStatus(): Promise<void> {
    try {
      this.#sessionChanged(await commands.status());
    } catch (thrown) {
      notices.fail(thrown, () => void this.#learnStatus());
    }
  }

  /**
   * Nobody sees the page, and the shell would end it to save memory. It may where nothing that
   * was begun would be lost: the search and the place in the list are no more than that.
   */
  #letGo(): void {
    const { screen } = session;
    const isCalm =
      (screen === "codes" && this.place === "codes" && add.isFree) ||
      screen === "unlock";
    if (isCalm && !sheets.any && !isTyped()) void commands.letPageGo();
  }

  /**
   * Quick search hands an account over, with all that can be done with it. What is open here
   * already stays: something may be typed in it, and a review waits for an answer.
   */
  async #showAccount(id: string): Promise<void> {
    if (!session.unlocked || sheets.any) return;
    this.showCodes();
    await codes.reveal(id);
    const row = codes.selected;
    if (row?.id === id && !sheets.any)
      sheets.show({ kind: "actions", row, at: null });
  }

  #failed({ error, ends }: Failed): void {
    if (ends === "reading") add.abandon();
    if (error.id === "desktop-file-gone")
      notices.failMeanwhile(
        error,
        () => void this.#saveNow(),
        "error-save-now",
      );
    else if (error.id === "vault-older-copy")
      notices.failMeanwhile(
        error,
        () => void this.#useOlderCopy(),
        "error-use-older",
      );
    else notices.failMeanwhile(error);
  }

  #merged({ copies, secondKeys }: Merged): void {
    notices.tell(t("merged-from", { copies: copies.join(", ") }));
    if (secondKeys > 0)
      notices.fail({
        id: "merged-second-keys",
        params: { count: String(secondKeys) },
      });
  }

  async #useOlderCopy(): Promise<void> {
    try {
      await commands.useOlderCopy();
    } catch (thrown) {
      notices.failMeanwhile(thrown, () => void this.#useOlderCopy());
    }
  }

  async #saveNow(): Promise<void> {
    try {
      await commands.saveNow();
    } catch (thrown) {
      notices.failMeanwhile(thrown, () => void this.#saveNow());
    }
  }

  #sessionChanged(status: Status): void {
    session.learn(status);
    clipboard.learn(status.clipboardClearsAt);
    if (!session.unlocked) this.#forget();
  }

  /** Drops everything that the vault held. Search text and place stay. */
  #forget(): void {
    sheets.clear();
    codes.forget();
    add.forget();
    imports.forget();
    exports.forget();
    moves.forget();
    lab.forget();
    account.forget();
    settings.forget();
    notices.calm();
    notices.withdraw();
    this.place = "codes";
  }

  #tick(): void {
    if (!session.unlocked) return;
    codes.tick();
    void clockError.tick(clock.now);
    void add.tick();
    if (sheets.top?.kind === "move") void moves.tick();
    if (this.place === "lab") void lab.tick();
  }
}

/** Waits for the next picture, or not for long where nobody sees the page. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, UNSEEN_MS);
  });
}

/** Whether a field other than the search holds something. */
function isTyped(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>(
    "input:not([type=checkbox], [type=radio], [role=combobox]), textarea",
  );
  return [...fields].some((field) => field.value !== "");
}

export const app = new App();

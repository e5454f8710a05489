// The settings as data: what each page of them holds, and how a setting is shown.

import type { Settings } from "./bindings";
import type { IconName } from "./icons";
import { locale, t } from "./text";

/** The names of the settings whose values are of type `V`. */
type NamesOf<V> = {
  [K in keyof Settings]: Settings[K] extends V
    ? V extends Settings[K]
      ? K
      : never
    : never;
}[keyof Settings];

/** Something that is on or off. */
export type Toggle = {
  kind: "switch";
  setting: NamesOf<boolean>;
  name: string;
  hint?: string;
  /** Whether this system can do it; if not, it is off. */
  needs?: "hidesFromCapture" | "typesCodes";
};

/** One of a few values; a list, or side by side. */
export type Choice = {
  [K in keyof Settings]: {
    kind: "list" | "segments";
    setting: K;
    name: string;
    hint?: string;
    values: Settings[K][];
    /** What a value is called, be it none of the usual ones. */
    say: (value: Settings[K]) => string;
  };
}[keyof Settings];

/** One setting: its names are ids of messages. */
export type Item = Toggle | Choice;

/** Settings that stand together, under a title. */
export type Group = { title: string; items: Item[] };

/** A page of the settings. */
export type Page =
  "security" | "clipboard" | "appearance" | "shortcuts" | "backups" | "sync";

/** The pages in their order. */
export const PAGES: { page: Page; title: string; icon: IconName }[] = [
  { page: "security", title: "settings-security", icon: "shield" },
  { page: "clipboard", title: "settings-clipboard", icon: "paste" },
  { page: "appearance", title: "settings-appearance", icon: "sun" },
  { page: "shortcuts", title: "settings-shortcuts", icon: "keyboard" },
  { page: "backups", title: "settings-backups", icon: "archive" },
  { page: "sync", title: "settings-sync", icon: "sync" },
];

/** The sizes of text that Ctrl + and Ctrl - step through, in percent. */
export const TEXT_SIZES = [80, 90, 100, 115, 130, 150, 175, 200];

/** Whole rows in a window of the usual size. */
export const ROWS: Record<Settings["density"], number> = {
  compact: 13,
  normal: 11,
  roomy: 9,
};

/** The languages that there are, each in its own words. */
const LANGUAGES: Record<string, string> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  ar: "العربية",
};

const named =
  <V extends string>(ids: Record<V, string>) =>
  (value: V): string =>
    t(ids[value]);

const percent = (value: number) =>
  new Intl.NumberFormat(locale(), { style: "percent" }).format(value / 100);

function minutes(value: number | null): string {
  if (value === null) return t("settings-never");
  return value === 60
    ? t("settings-hour")
    : t("settings-minutes", { minutes: value });
}

export const LOCKING: Group = {
  title: "settings-locking",
  items: [
    {
      kind: "list",
      setting: "lockAfter",
      name: "settings-lock-after",
      hint: "settings-lock-after-hint",
      values: [1, 5, 10, 30, 60, null],
      say: minutes,
    },
    {
      kind: "switch",
      setting: "lockWithScreen",
      name: "settings-lock-screen",
    },
    { kind: "switch", setting: "lockOnSleep", name: "settings-lock-sleep" },
    {
      kind: "switch",
      setting: "lockOnClose",
      name: "settings-lock-close",
      hint: "settings-lock-close-hint",
    },
  ],
};

export const PRIVACY: Group = {
  title: "settings-privacy",
  items: [
    {
      kind: "switch",
      setting: "hideCodes",
      name: "settings-hide-codes",
      hint: "settings-hide-codes-hint",
    },
    {
      kind: "switch",
      setting: "hideFromCapture",
      name: "settings-capture",
      hint: "settings-capture-hint",
      needs: "hidesFromCapture",
    },
  ],
};

export const COPYING: Group = {
  title: "settings-copying",
  items: [
    {
      kind: "segments",
      setting: "hideAfterCopy",
      name: "settings-then",
      hint: "settings-then-hint",
      values: [true, false],
      say: (hides) =>
        hides ? t("settings-then-hide") : t("settings-then-stay"),
    },
    {
      kind: "list",
      setting: "clearClipboardAfter",
      name: "settings-clear-after",
      hint: "settings-clear-after-hint",
      values: [10, 30, 60],
      say: (seconds) => t("settings-seconds", { seconds }),
    },
    {
      kind: "list",
      setting: "lastSeconds",
      name: "settings-last-seconds",
      hint: "settings-last-seconds-hint",
      values: ["copy", "next", "wait"],
      say: named({
        copy: "settings-last-copy",
        next: "settings-last-next",
        wait: "settings-last-wait",
      }),
    },
    {
      kind: "switch",
      setting: "typeCodes",
      name: "settings-type",
      hint: "settings-type-hint",
      needs: "typesCodes",
    },
  ],
};

export const LOOK: Group = {
  title: "settings-look",
  items: [
    {
      kind: "segments",
      setting: "theme",
      name: "settings-theme",
      values: ["system", "light", "dark"],
      say: named({
        system: "settings-as-system",
        light: "settings-theme-light",
        dark: "settings-theme-dark",
      }),
    },
    {
      kind: "segments",
      setting: "density",
      name: "settings-density",
      hint: "settings-density-hint",
      values: ["compact", "normal", "roomy"],
      say: named({
        compact: "settings-density-compact",
        normal: "settings-density-normal",
        roomy: "settings-density-roomy",
      }),
    },
    {
      kind: "segments",
      setting: "textSize",
      name: "settings-text-size",
      values: [90, 100, 115, 130],
      say: percent,
    },
    {
      kind: "switch",
      setting: "siteIcons",
      name: "settings-icons",
      hint: "settings-icons-hint",
    },
    {
      kind: "list",
      setting: "language",
      name: "settings-language",
      values: [null, ...Object.keys(LANGUAGES)],
      say: (language) =>
        language === null
          ? t("settings-as-system")
          : (LANGUAGES[language] ?? language),
    },
  ],
};

export const CODES: Group = {
  title: "settings-codes",
  items: [
    {
      kind: "segments",
      setting: "grouping",
      name: "settings-grouping",
      values: ["threes", "pairs", "none"],
      say: (how) =>
        ({
          // Left to right in every language, as the codes are.
          threes: "\u2066482 913\u2069",
          pairs: "\u206648 29 13\u2069",
          none: "482913",
        })[how],
    },
    {
      kind: "segments",
      setting: "countdown",
      name: "settings-countdown",
      values: ["dial", "bar"],
      say: named({ dial: "settings-dial", bar: "settings-bar" }),
    },
    {
      kind: "segments",
      setting: "nextCode",
      name: "settings-next",
      values: ["last", "always", "never"],
      say: named({
        last: "settings-next-last",
        always: "settings-next-always",
        never: "settings-never",
      }),
    },
    {
      kind: "list",
      setting: "order",
      name: "settings-order",
      values: ["name", "most", "lately", "own"],
      say: named({
        name: "settings-order-name",
        most: "settings-order-most",
        lately: "settings-order-lately",
        own: "settings-order-own",
      }),
    },
    {
      kind: "switch",
      setting: "readOnMove",
      name: "settings-read",
      hint: "settings-read-hint",
    },
  ],
};

export const BACKGROUND: Group = {
  title: "settings-background",
  items: [
    { kind: "switch", setting: "autostart", name: "settings-autostart" },
    {
      kind: "switch",
      setting: "startHidden",
      name: "settings-start-hidden",
      hint: "settings-start-hidden-hint",
    },
    {
      kind: "switch",
      setting: "closeToTray",
      name: "settings-close-to-tray",
      hint: "settings-close-to-tray-hint",
    },
    {
      kind: "switch",
      setting: "keepQuickReady",
      name: "settings-keep-quick-ready",
      hint: "settings-keep-quick-ready-hint",
    },
  ],
};

// What the test lab shows of its sites: names, steps, faults and marks, by their message ids.

import type { Mark, SiteLine, SiteState } from "./bindings";
import { exists, t } from "./text";

/** A practice site: its message ids, and the avatar. */
export type SiteLook = {
  name: string;
  about: string;
  letter: string;
  colour: number;
};

export const SITES: Record<string, SiteLook> = {
  batch: look("lab-site-batch", "lab-about-batch", "B", 1),
  bytebase: look("lab-site-bytebase", "lab-about-bytebase", "B", 8),
  rocketchat: look("lab-site-rocketchat", "lab-about-rocketchat", "R", 0),
  deployhq: look("lab-site-deployhq", "lab-about-deployhq", "D", 10),
  infura: look("lab-site-infura", "lab-about-infura", "I", 3),
  strict: look("lab-site-strict", "lab-about-strict", "S", 5),
};

const OWN = look("lab-site-own", "lab-about-own", "Y", 6);

/** How a site looks; every other than those that come with the program is one's own. */
export function lookOf(site: string): SiteLook {
  return SITES[site] ?? OWN;
}

function look(
  name: string,
  about: string,
  letter: string,
  colour: number,
): SiteLook {
  return { name, about, letter, colour };
}

/** The site whose profile is a file of one's own. */
export const OWN_SITE = "own";

/** The five steps of a flow, in order. */
export const STEPS = [
  "lab-step-password",
  "lab-step-scan",
  "lab-step-confirm",
  "lab-step-codes",
  "lab-step-sign-in",
];

/** The switches of the faults, by the names that the shell gives them. */
export const FAULTS: [name: string, text: string][] = [
  ["late", "lab-fault-late"],
  ["refuse", "lab-fault-refuse"],
  ["drop", "lab-fault-drop"],
  ["replay", "lab-fault-replay"],
  ["lock", "lab-fault-lock"],
  ["unclear", "lab-fault-unclear"],
  ["nameless", "lab-fault-nameless"],
  ["spaced", "lab-fault-spaced"],
];

/** The kinds of fault in the log that a switch stands for. */
const KINDS: Record<string, string> = {
  delay: "lab-fault-late",
  reject_valid: "lab-fault-refuse",
  reset: "lab-fault-drop",
  accept_replay: "lab-fault-replay",
  lock_after: "lab-fault-lock",
  qr_small: "lab-fault-unclear",
  qr_low_contrast: "lab-fault-unclear",
  issuer_missing: "lab-fault-nameless",
  secret_dashed: "lab-fault-spaced",
};

/** What a mark is called, since its shape alone says nothing to a screen reader. */
export const MARKS: Record<Mark, string> = {
  note: "lab-mark-note",
  passed: "lab-mark-passed",
  refused: "lab-mark-refused",
  fault: "lab-mark-fault",
};

/** A line of the log as a sentence; what a newer program may print comes as its name. */
export function sentence(line: SiteLine): string {
  const id = `lab-event-${line.kind.replace(".", "-")}`;
  const kind = line.fault ?? "";
  const words = KINDS[kind];
  const fault = words === undefined ? kind : t(words);
  return exists(id) ? t(id, { who: line.who, fault }) : line.kind;
}

/** How a site's clock goes, in words. */
export function clockWords({ ahead, stopped }: SiteState): string {
  if (stopped) return t("lab-clock-stands");
  if (ahead === 0) return t("lab-clock-right");
  return t(ahead > 0 ? "lab-clock-ahead" : "lab-clock-behind", {
    seconds: Math.abs(ahead),
  });
}

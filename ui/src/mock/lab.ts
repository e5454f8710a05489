// The mocked test lab: sites that run in memory, with a log that tests write.

import type {
  ClockMove,
  LabSite,
  SiteLine,
  SiteRules,
  SiteState,
  UiError,
} from "../lib/bindings";

const IDS = [
  "batch",
  "bytebase",
  "rocketchat",
  "deployhq",
  "infura",
  "strict",
  "own",
];

/** A quarter of an hour before the page opens. */
const BEGIN = Date.UTC(2025, 5, 12, 9, 45, 7);

/** What has happened on a site that was walked through once. */
const WALKED: [
  kind: string,
  mark: SiteLine["mark"],
  rule?: string,
  fault?: string,
][] = [
  ["world.created", "note"],
  ["login.password_ok", "passed"],
  ["factor.pending", "note"],
  ["fault.fired", "fault", undefined, "delay"],
  ["codes.issued", "note"],
  ["codes.ack", "passed"],
  ["factor.enabled", "passed"],
  ["login.logout", "note"],
  ["login.password_ok", "passed"],
  ["challenge.failed", "refused", "totp.reuse=forbidden, step=58244200"],
  ["clock.changed", "note"],
];

const FRESH: SiteState = {
  reached: 0,
  ahead: 0,
  stopped: false,
  faults: [],
  rules: { digits: 6, period: 30, window: [-1, 1] },
  account: null,
  offers: false,
};

export class FakeLab {
  #running = new Map<string, { lines: SiteLine[]; state: SiteState }>();

  constructor(running: string[]) {
    for (const id of running) this.start(id);
  }

  sites(): LabSite[] {
    return IDS.map((id) => ({
      id,
      file: null,
      address: this.#running.has(id)
        ? `127.0.0.1:${8740 + IDS.indexOf(id)}`
        : null,
    }));
  }

  start(id: string): LabSite[] {
    const state = { ...FRESH, reached: 4, offers: true };
    const lines = WALKED.map(([kind, mark, rule, fault], i) =>
      line(i + 1, kind, mark, rule ?? null, fault ?? null),
    );
    this.#running.set(id, { lines, state });
    return this.sites();
  }

  stop(id: string): LabSite[] {
    this.#running.delete(id);
    return this.sites();
  }

  log(id: string): SiteLine[] {
    return this.#site(id).lines;
  }

  state(id: string): SiteState {
    return this.#site(id).state;
  }

  change(id: string, change: Partial<SiteState>): SiteState {
    const site = this.#site(id);
    site.state = { ...site.state, ...change };
    return site.state;
  }

  moveClock(id: string, change: ClockMove): SiteState {
    const { ahead } = this.state(id);
    if (change.kind === "ahead")
      return this.change(id, { ahead: change.seconds });
    if (change.kind === "right")
      return this.change(id, { ahead: 0, stopped: false });
    if (change.kind === "stop") return this.change(id, { stopped: true });
    return this.change(id, { ahead: ahead + 18 });
  }

  setFault(id: string, fault: string, on: boolean): SiteState {
    const others = this.state(id).faults.filter((name) => name !== fault);
    return this.change(id, { faults: on ? [...others, fault] : others });
  }

  setRules(id: string, rules: SiteRules): SiteState {
    if (id === "rocketchat" && rules.digits === 8) {
      const reason = "Check what you entered.";
      throw { id: "desktop-lab-refused", params: { reason } } satisfies UiError;
    }
    return this.change(id, { rules });
  }

  reset(id: string): SiteState {
    const { rules } = this.state(id);
    return this.change(id, { ...FRESH, rules });
  }

  /** One more line, as if somebody were on the site's pages. */
  add(id: string, kind: string, mark: SiteLine["mark"]): SiteLine {
    const { lines } = this.#site(id);
    const added = line(lines.length + 1, kind, mark, null, null);
    lines.push(added);
    return added;
  }

  #site(id: string) {
    const site = this.#running.get(id);
    if (site === undefined)
      throw { id: "desktop-lab-stopped", params: {} } satisfies UiError;
    return site;
  }
}

function line(
  seq: number,
  kind: string,
  mark: SiteLine["mark"],
  rule: string | null,
  fault: string | null,
): SiteLine {
  const at = new Date(BEGIN + seq * 3000).toISOString();
  return { seq, at, mark, who: "alice@demo.test", kind, fault, rule };
}

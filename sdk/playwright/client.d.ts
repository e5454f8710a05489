/** The simulator from JavaScript, for any test runner. */

/** A request that was refused: `status` and `error` say what a program needs to know. */
export class Refused extends Error {
  status: number;
  error: string;
  answer: Record<string, any>;
}

export interface StartOptions {
  /** The program; `KEYTICK`, else `keytick`, unless told otherwise. */
  command?: string;
  /** A profile that comes along, by name, or a file. */
  profile?: string;
  seed?: number;
  /** Further arguments of `keytick sim serve`. */
  args?: string[];
}

export interface WorldOptions {
  id?: string;
  profile?: string;
  profile_toml?: string;
  seed?: number;
  clock?: { mode: "real" | "offset" | "frozen"; now?: string };
  show_secrets?: boolean;
}

export class Simulator {
  constructor(url: string, token: string);
  /** The server of `KEYTICK_SIM_URL` and `KEYTICK_SIM_TOKEN`, else a new one. */
  static find(options?: StartOptions): Promise<Simulator>;
  /** Starts a server, which ends with this process. */
  static start(options?: StartOptions): Promise<Simulator>;
  readonly origin: string;
  world(options?: WorldOptions): Promise<World>;
  /** Ends the server, if this object started it. */
  stop(): Promise<void>;
}

export interface Clock {
  mode: "real" | "offset" | "frozen";
  now: string;
  unix: number;
  step: number;
  seconds_left: number;
  period: number;
}

export interface User {
  name: string;
  email: string;
  role: string;
  email_verified: boolean;
  email_otp: boolean;
  factor: "off" | "scan" | "codes" | "on";
  since: string | null;
  codes_left: number;
  locked: boolean;
  locked_until: string | null;
  sessions: number;
}

export interface UserChanges {
  email?: string;
  role?: string;
  password?: string;
  factor?: { state: "on" | "off"; secret?: string };
  codes?: string[];
  email_verified?: boolean;
  email_otp?: boolean;
}

export interface FaultOptions {
  match?: { route?: string; user?: string; step?: string };
  times?: number | "always";
  probability?: number;
  params?: Record<string, unknown>;
}

export interface Mail {
  id: number;
  to: string;
  subject: string;
  text: string;
  codes: string[];
  link: string | null;
  sent: string;
}

export interface SimEvent {
  seq: number;
  world: string;
  t_virtual: string;
  t_real: string;
  actor: string;
  type: string;
  data: Record<string, unknown>;
  before: string | null;
  after: string | null;
  rule: string | null;
}

export class World {
  readonly simulator: Simulator;
  readonly id: string;
  /** Where its site begins, with a slash at the end. */
  readonly baseURL: string;
  /** Where the identity service of two linked sites begins. */
  readonly identityURL: string | null;
  url(path?: string): string;
  clock(): Promise<Clock>;
  freeze(now?: string): Promise<Clock>;
  advance(
    by: { seconds: number } | { steps: number } | { to: string },
  ): Promise<Clock>;
  addUser(user: UserChanges & { name: string }): Promise<User>;
  changeUser(name: string, changes: UserChanges): Promise<User>;
  user(name: string): Promise<User>;
  addFault(
    kind: string,
    options?: FaultOptions,
  ): Promise<Record<string, unknown>>;
  clearFaults(): Promise<void>;
  mail(options?: {
    to?: string;
    since?: number;
    wait?: number;
  }): Promise<Mail[]>;
  events(options?: {
    type?: string;
    since?: number;
    wait?: number;
  }): Promise<SimEvent[]>;
  nextSecret(secret: string): Promise<void>;
  nextCodes(codes: string[]): Promise<void>;
  snapshot(name: string): Promise<void>;
  restore(name: string): Promise<void>;
  /** A new device that goes by this world's clock. */
  device(): Promise<Device>;
  delete(): Promise<void>;
  /** Any other request of the control API, below this world. */
  send(method: string, path: string, body?: unknown): Promise<any>;
}

export interface Account {
  id: number;
  issuer: string;
  account: string;
  type: "totp" | "hotp" | "steam" | "motp" | "yandex";
  algorithm: string;
  digits: number;
  period: number | null;
  counter: number | null;
  notes: string[];
  last_given: number | null;
}

export interface Code {
  account: number;
  code: string;
  step: number | null;
  counter: number | null;
  valid_from: string | null;
  valid_to: string | null;
  seconds_left: number | null;
}

export interface Why {
  why:
    | "length"
    | "parameters"
    | "clock"
    | "reused"
    | "stale"
    | "early"
    | "counter_behind"
    | "counter_ahead"
    | "site_disagrees"
    | "no_date"
    | "not_this_key";
  message: string;
  hint: string | null;
  /** Seconds by which the device is ahead of the site, where the clocks differ. */
  ahead: number | null;
  /** The code's step less the site's, where the clocks differ. */
  delta: number | null;
}

/** The phone in the test's hand: hands out each code once, and none that is about to end. */
export class Device {
  readonly id: string;
  /** Adds the key of an `otpauth:` link. */
  add(uri: string): Promise<Account>;
  /** Adds a key as a person types it, in base32. */
  addKey(
    secret: string,
    parameters?: {
      issuer?: string;
      account?: string;
      type?: "totp" | "hotp" | "steam";
      algorithm?: string;
      digits?: number;
      period?: number;
      counter?: number;
    },
  ): Promise<Account>;
  /** Adds what a picture shows: bytes, or a Playwright page or locator. */
  scan(
    picture: Uint8Array | { screenshot(): Promise<Uint8Array> },
  ): Promise<Account>;
  /** A code with at least `minLeft` seconds left, 5 unless told otherwise. */
  code(options?: {
    account?: number | string;
    minLeft?: number;
  }): Promise<string>;
  codeWithStep(options?: {
    account?: number | string;
    minLeft?: number;
  }): Promise<Code>;
  /** Why a site may have refused a code. */
  explain(
    code: string,
    options?: {
      account?: number | string;
      date?: string | null;
      sent?: number;
    },
  ): Promise<Why>;
  /** Sets its own clock; `{}` sets it right. */
  setClock(clock: { ahead?: number; frozen?: number }): Promise<void>;
  accounts(): Promise<Account[]>;
  /** Loses the device with all its keys. */
  lose(): Promise<void>;
}

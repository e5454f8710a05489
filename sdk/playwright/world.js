/**
 * A world: one sandbox of a practice site, with its own people, clock, faults, mail and log.
 */

import { Device } from "./device.js";

export class World {
  /**
   * @param {import("./client.js").Simulator} simulator
   * @param {{id: string, identity_url: string | null}} info
   */
  constructor(simulator, info) {
    this.simulator = simulator;
    this.id = info.id;
    /** Where its site begins, with a slash at the end. */
    this.baseURL = `${simulator.origin}/w/${info.id}/`;
    /** Where the identity service of two linked sites begins. */
    this.identityURL = info.identity_url ? `${info.identity_url}/` : null;
  }

  /** The address of a page, such as `login`. */
  url(path = "") {
    return this.baseURL + path.replace(/^\/+/, "");
  }

  /** What its clock shows: `{mode, now, unix, step, seconds_left, period}`. */
  clock() {
    return this.send("GET", "/clock");
  }

  /** Stops its clock, at a moment of RFC 3339 or where it is. */
  freeze(now) {
    return this.send("PUT", "/clock", { mode: "frozen", now });
  }

  /** Moves its clock by `{seconds}` or `{steps}`, or `{to: "next_step-1s"}`. */
  advance(by) {
    return this.send("POST", "/clock/advance", by);
  }

  /** Adds a person: `{name, password, role, factor, codes, email_verified, …}`. */
  addUser(user) {
    return this.send("POST", "/users", user);
  }

  /** Changes a person. */
  changeUser(name, changes) {
    return this.send("PATCH", `/users/${encodeURIComponent(name)}`, changes);
  }

  /** A person: `{name, role, factor, codes_left, locked, …}`. */
  user(name) {
    return this.send("GET", `/users/${encodeURIComponent(name)}`);
  }

  /** Makes something go wrong: `addFault("delay", {params: {ms: 500}, times: 1})`. */
  addFault(kind, { match, times, probability, params } = {}) {
    return this.send("POST", "/faults", {
      kind,
      match,
      times,
      probability,
      params,
    });
  }

  /** Ends all faults. */
  clearFaults() {
    return this.send("DELETE", "/faults");
  }

  /** Mails, each with the codes in it; waits for one that is not there yet. */
  async mail({ to, since = 0, wait = 10 } = {}) {
    const query = new URLSearchParams({
      since: String(since),
      wait: String(wait),
    });
    if (to) {
      query.set("to", to);
    }
    return (await this.send("GET", `/mail?${query}`)).messages;
  }

  /** Events, oldest first; `type` may be a family such as `login.*`. */
  async events({ type, since = 0, wait = 0 } = {}) {
    const query = new URLSearchParams({
      since: String(since),
      wait: String(wait),
    });
    if (type) {
      query.set("type", type);
    }
    return (await this.send("GET", `/events?${query}`)).events;
  }

  /** The key that the next set-up gives. */
  nextSecret(secret) {
    return this.send("POST", "/next_secret", { secret });
  }

  /** The recovery codes that are given next. */
  nextCodes(codes) {
    return this.send("POST", "/next_codes", { codes });
  }

  /** Keeps the world as it is, under a name. */
  snapshot(name) {
    return this.send("PUT", `/snapshots/${name}`);
  }

  /** Puts it back to how it was kept. */
  restore(name) {
    return this.send("POST", `/snapshots/${name}/restore`);
  }

  /** A new device that goes by this world's clock. */
  async device() {
    const { id } = await this.simulator.devices.send("POST", "/devices", {});
    return new Device(this.simulator.devices, id, this);
  }

  /** Ends the world. */
  delete() {
    return this.send("DELETE", "");
  }

  /** Any other request of the control API, below this world. */
  send(method, path, body) {
    return this.simulator.api.send(method, `/worlds/${this.id}${path}`, body);
  }
}

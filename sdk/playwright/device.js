/**
 * The phone in the test's hand. It hands out each code once and never one that is about to
 * end. In a world whose clock stands still it moves that clock on instead of waiting.
 */

import { Refused } from "./http.js";

/** Seconds to wait for a code where time has to pass by itself. */
const PATIENCE = 60;

export class Device {
  /**
   * @param {import("./http.js").Api} api
   * @param {string} id
   * @param {import("./world.js").World} [world] whose clock the device goes by
   */
  constructor(api, id, world) {
    this.api = api;
    this.id = id;
    this.world = world;
  }

  /** Adds the key of an `otpauth:` link. */
  async add(uri) {
    return this.#added({ uri });
  }

  /** Adds a key as a person types it, in base32. */
  async addKey(secret, { issuer, account, ...parameters } = {}) {
    return this.#added({ secret, issuer, account, ...parameters });
  }

  /** Adds what a picture shows: the bytes of a screenshot, or a Playwright page or locator. */
  async scan(picture) {
    const bytes =
      picture instanceof Uint8Array ? picture : await picture.screenshot();
    return this.#added(bytes);
  }

  /**
   * A code that was not handed out before, with at least `minLeft` seconds left.
   *
   * @param {{account?: number | string, minLeft?: number}} [options]
   */
  async code({ account, minLeft = 5 } = {}) {
    return (await this.codeWithStep({ account, minLeft })).code;
  }

  /** The same with its step and when it ends. */
  async codeWithStep({ account, minLeft = 5 } = {}) {
    const asked = { account, min_left: minLeft };
    if (!this.world) {
      return this.#send("POST", "/code", { ...asked, wait: PATIENCE });
    }
    for (;;) {
      const clock = await this.world.clock();
      const stands = clock.mode === "frozen";
      try {
        return await this.#send("POST", "/code", { ...asked, at: clock.unix });
      } catch (refused) {
        if (!(refused instanceof Refused) || refused.error !== "device-wait") {
          throw refused;
        }
        const seconds = refused.answer.wait;
        await (stands ? this.world.advance({ seconds }) : passed(seconds));
      }
    }
  }

  /**
   * Why a site may have refused a code.
   *
   * @param {string} code
   * @param {{account?: number | string, date?: string | null, sent?: number}} [options] `date`:
   *   the Date header of the site's answer
   */
  async explain(code, { account, date, sent } = {}) {
    const at = this.world && (await this.world.clock()).unix;
    return this.#send("POST", "/explain", { account, code, date, sent, at });
  }

  /** Sets the device's own clock: `{ahead: 90}`, `{frozen: 1111111080}`, or `{}` for right. */
  async setClock({ ahead, frozen } = {}) {
    const clock =
      frozen !== undefined
        ? { mode: "frozen", now: frozen }
        : ahead
          ? { mode: "offset", seconds: ahead }
          : { mode: "real" };
    await this.#send("PUT", "/clock", clock);
  }

  /** Its accounts. */
  async accounts() {
    return (await this.#send("GET", "")).accounts;
  }

  /** Loses the device with all its keys. */
  async lose() {
    await this.#send("DELETE", "");
  }

  async #added(body) {
    const { added } = await this.#send("POST", "/accounts", body);
    return added[0].account;
  }

  #send(method, path, body) {
    return this.api.send(method, `/devices/${this.id}${path}`, body);
  }
}

function passed(seconds) {
  return new Promise((done) => setTimeout(done, seconds * 1000));
}

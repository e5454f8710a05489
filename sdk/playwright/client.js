/**
 * The simulator from JavaScript, for any test runner. Starts `keytick sim serve`, or uses one
 * that runs already.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { Device } from "./device.js";
import { Api, Refused } from "./http.js";
import { World } from "./world.js";

export { Device, Refused, World };

export class Simulator {
  /**
   * @param {string} url any address of the server
   * @param {string} token
   */
  constructor(url, token) {
    this.origin = new URL(url).origin;
    this.api = new Api(`${this.origin}/__sim/v1`, token);
    this.devices = new Api(`${this.origin}/__device/v1`, token);
    this.child = undefined;
  }

  /**
   * The server that `KEYTICK_SIM_URL` and `KEYTICK_SIM_TOKEN` name, else a new one.
   *
   * @param {Parameters<typeof Simulator.start>[0]} [options]
   */
  static async find(options) {
    const { KEYTICK_SIM_URL: url, KEYTICK_SIM_TOKEN: token } = process.env;
    return url ? new Simulator(url, token ?? "") : Simulator.start(options);
  }

  /**
   * Starts a server, which ends with this process.
   *
   * @param {{command?: string, profile?: string, seed?: number, args?: string[]}} [options]
   */
  static async start({ command, profile, seed, args = [] } = {}) {
    const words = ["sim", "serve", "--json", "--until-stdin-closes", ...args];
    if (profile) {
      words.push("--profile", profile);
    }
    if (seed !== undefined) {
      words.push("--seed", String(seed));
    }
    const program = command ?? process.env.KEYTICK ?? "keytick";
    const child = spawn(program, words, { stdio: ["pipe", "pipe", "inherit"] });
    const ready = await readyLine(child, program);
    const simulator = new Simulator(ready.url, ready.token);
    simulator.child = child;
    return simulator;
  }

  /**
   * Begins a world: `{profile, profile_toml, seed, clock, id, show_secrets}`.
   *
   * @param {Record<string, unknown>} [options]
   */
  async world(options = {}) {
    return new World(this, await this.api.send("POST", "/worlds", options));
  }

  /** Ends the server, if this object started it. */
  async stop() {
    const child = this.child;
    if (child && child.exitCode === null) {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    }
  }
}

/** Reads the line that says where the server is; what follows is read and passed over. */
async function readyLine(child, program) {
  const lines = createInterface({ input: child.stdout });
  const first = once(lines, "line").then(([line]) => JSON.parse(line));
  const failed = new Promise((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`${program} sim serve ended with exit code ${code}`)),
    );
  });
  const ready = await Promise.race([first, failed]);
  failed.catch(() => {});
  lines.on("line", () => {});
  return ready;
}

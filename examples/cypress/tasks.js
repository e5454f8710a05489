// What the tests may ask of the simulator: a world and a device for each.

import { Simulator } from "@keytick/playwright/client";

let simulator;
let world;
let device;

export const tasks = {
  /** Begins a world whose clock stands still, and a device. Gives where its site begins. */
  async begin(profile) {
    simulator ??= await Simulator.find();
    const clock = { mode: "frozen", now: "2005-03-18T01:58:00Z" };
    world = await simulator.world({ profile, clock });
    device = await world.device();
    return world.baseURL;
  },

  /** Adds the account of a link to the device. */
  addAccount(uri) {
    return device.add(uri);
  },

  /** A code that was not handed out before. */
  code() {
    return device.code();
  },

  async loseDevice() {
    await device.lose();
    return null;
  },

  user(name) {
    return world.user(name);
  },

  async end() {
    await world.delete();
    return null;
  },
};

/** Ends the server, if it was started here. */
export async function stop() {
  await simulator?.stop();
}

/**
 * Playwright with a practice site: every test has a world of its own, and a device.
 *
 * The clock of a world stands still unless `worldOptions` says otherwise, so no test waits for
 * a code: the device moves the clock on.
 */

import { expect, test as base } from "@playwright/test";

import { Simulator } from "./client.js";

export * from "./client.js";
export { expect };

/** When the clocks of worlds stand still. Any moment would do; one that is known is easier. */
const THEN = "2005-03-18T01:58:00Z";

export const test = base.extend({
  keytickCommand: [undefined, { option: true, scope: "worker" }],
  worldOptions: [{}, { option: true }],

  simulator: [
    async ({ keytickCommand }, use) => {
      const simulator = await Simulator.find({ command: keytickCommand });
      await use(simulator);
      await simulator.stop();
    },
    { scope: "worker" },
  ],

  world: async ({ simulator, worldOptions }, use, testInfo) => {
    const clock = { mode: "frozen", now: THEN };
    const world = await simulator.world({ clock, ...worldOptions });
    await use(world);
    if (testInfo.status !== testInfo.expectedStatus) {
      const events = JSON.stringify(await world.events(), null, 2);
      await testInfo.attach("events", {
        body: events,
        contentType: "application/json",
      });
    }
    await world.delete();
  },

  device: async ({ world }, use) => {
    const device = await world.device();
    await use(device);
    await device.lose().catch(() => {});
  },

  baseURL: async ({ world }, use) => use(world.baseURL),
});

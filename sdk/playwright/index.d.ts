/** Playwright with a practice site: every test has a world of its own, and a device. */

import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from "@playwright/test";
import type { Device, Simulator, World, WorldOptions } from "./client.js";

export * from "./client.js";
export { expect } from "@playwright/test";

export interface KeytickTestOptions {
  /** What worlds begin with; their clock stands still unless this says otherwise. */
  worldOptions: WorldOptions;
}

export interface KeytickTestArgs {
  /** A world of the test's own; `page.goto("login")` opens a page of it. */
  world: World;
  /** A device that goes by the world's clock. */
  device: Device;
}

export interface KeytickWorkerArgs {
  /** The program; `KEYTICK`, else `keytick`, unless told otherwise. */
  keytickCommand: string | undefined;
  simulator: Simulator;
}

export const test: TestType<
  PlaywrightTestArgs &
    PlaywrightTestOptions &
    KeytickTestOptions &
    KeytickTestArgs,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & KeytickWorkerArgs
>;

// Gives unit tests a mocked shell, new for every test, and clean state modules to go with it.

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, vi } from "vitest";
import { Shell, type Setup } from "./shell";

afterEach(() => {
  clearMocks();
  vi.useRealTimers();
  vi.resetModules();
  localStorage.clear();
});

/** A shell that answers the page's commands. */
export function shell(setup: Partial<Setup> = {}): Shell {
  const made = new Shell(setup);
  mockIPC((command, args) => made.call(command, { ...args }), {
    shouldMockEvents: true,
  });
  return made;
}

/** Sets the clock to a second of a 30-second period, counted from its start. */
export function atSecond(second: number): void {
  vi.useFakeTimers();
  vi.setSystemTime(Date.UTC(2025, 5, 12, 10) + second * 1000);
}

import { defineConfig } from "@playwright/test";

/** The system's Chromium, or the one that `KEYTICK_CHROMIUM` names. */
const executablePath = process.env["KEYTICK_CHROMIUM"] ?? "/usr/bin/chromium";

/** Tests that run side by side need ports of their own. */
const port = process.env["KEYTICK_PAGE_PORT"] ?? "5198";
const baseURL = `http://localhost:${port}`;

export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A machine that builds something else at the same time is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    baseURL,
    viewport: { width: 900, height: 640 },
    launchOptions: { executablePath, args: ["--no-sandbox"] },
  },
  webServer: {
    command: `npm run preview -- --port ${port} --strictPort`,
    url: baseURL,
    reuseExistingServer: false,
  },
});

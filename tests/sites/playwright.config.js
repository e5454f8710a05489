import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A machine that builds something else at the same time is slow, not wrong.
  timeout: 120_000,
  reporter: [["list"]],
  outputDir: process.env.KEYTICK_RESULTS ?? "test-results",
  use: {
    // Practice sites need no scripts.
    javaScriptEnabled: false,
    viewport: { width: 900, height: 640 },
    launchOptions: {
      executablePath: process.env.KEYTICK_CHROMIUM,
      args: ["--no-sandbox"],
    },
  },
});

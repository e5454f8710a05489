import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  outputDir: process.env.KEYTICK_RESULTS ?? "test-results",
  use: {
    // Practice sites need no scripts.
    javaScriptEnabled: false,
    launchOptions: {
      // The system's browser, where one is named; else Playwright's own.
      executablePath: process.env.KEYTICK_CHROMIUM,
      args: ["--no-sandbox"],
    },
  },
});

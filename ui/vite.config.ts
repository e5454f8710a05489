import { readFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";
import { siteIcons } from "./site-icons.ts";

/** The shell's configuration: `npm run preview` sends the same content security policy. */
const shell = JSON.parse(
  readFileSync(new URL("../tauri.conf.json", import.meta.url), "utf8"),
);

export default defineConfig(({ mode }) => ({
  plugins: [
    svelte(),
    siteIcons(),
    ...(mode === "test" ? [svelteTesting()] : []),
  ],
  build: {
    // WebKitGTK of Debian 12, macOS 13 and WebView2 of the same years.
    target: ["chrome111", "safari16.4"],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    // A page for each window.
    rolldownOptions: { input: ["index.html", "quick.html"] },
  },
  // The messages lie beside the Rust crates, which read the same files.
  server: {
    port: 5199,
    strictPort: true,
    fs: { allow: [".", "../src-tauri/texts"] },
  },
  preview: {
    port: 5198,
    strictPort: true,
    headers: { "Content-Security-Policy": shell.app.security.csp },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/mock/unit.ts"],
    restoreMocks: true,
  },
}));

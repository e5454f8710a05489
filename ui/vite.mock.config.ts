// Builds the mocked shell as one classic script, which Playwright puts before the built page.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "node_modules/.keytick-mock",
    emptyOutDir: true,
    minify: false,
    lib: {
      entry: "src/mock/ipc.ts",
      formats: ["iife"],
      name: "KeytickMock",
      fileName: () => "ipc.js",
    },
  },
});

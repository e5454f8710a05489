// Puts quick search into its window, which is hidden until it is opened.

import { mount } from "svelte";
import { language } from "../state/language.svelte";
import { settings } from "../state/settings.svelte";
import "../styles/index.css";
import "./quick.css";
import Quick from "./Quick.svelte";

// Outside the shell, as in `npm run dev`, a mocked one answers. It is not part of the build.
if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
  await import("../mock/ipc");
}

await Promise.all([language.learn(), settings.begin()]);
mount(Quick, { target: document.body });

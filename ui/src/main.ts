// Puts the page into the window.

import { mount } from "svelte";
import App from "./App.svelte";
import { language } from "./state/language.svelte";
import { session } from "./state/session.svelte";
import { settings } from "./state/settings.svelte";
import "./styles/index.css";

// Outside the shell, as in `npm run dev`, a mocked one answers. It is not part of the build.
if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
  await import("./mock/ipc");
}

// What the first picture needs is asked for at once: one after the other would take thrice as long.
await Promise.all([language.learn(), settings.begin(), session.begin()]);
mount(App, { target: document.body });

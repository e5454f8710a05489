// Puts the page into the window.

import { mount } from "svelte";
import App from "./App.svelte";
import { language } from "./state/language.svelte";
import "./styles/index.css";

// Outside the shell, as in `npm run dev`, a mocked one answers. It is not part of the build.
if (import.meta.env.DEV && !("__TAURI_INTERNALS__" in window)) {
  await import("./mock/ipc");
}

await language.learn();
mount(App, { target: document.body });

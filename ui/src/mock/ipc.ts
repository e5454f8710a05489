// Puts the mocked shell where the page looks for the real one. `window.keytickSetup` says how
// it starts; `window.keytick` lets tests make things happen.

import { mockIPC } from "@tauri-apps/api/mocks";
import { Shell, type Setup } from "./shell";

declare global {
  interface Window {
    keytickSetup?: Partial<Setup>;
    keytick: Shell;
  }
}

const asked = new URLSearchParams(location.search);
const fromAddress: Partial<Setup> = {};
const session = asked.get("session");
const accounts = asked.get("accounts");
if (session) fromAddress.session = session as Setup["session"];
if (accounts)
  fromAddress.accounts = /^\d+$/.test(accounts)
    ? Number(accounts)
    : (accounts as Setup["accounts"]);

window.keytick = new Shell({ ...fromAddress, ...window.keytickSetup });
mockIPC((command, args) => window.keytick.call(command, { ...args }), {
  shouldMockEvents: true,
});

// WebKitGTK's processes talk over sockets, and each keeps the last message in its buffer until a
// longer one comes: the shell's may hold a password that was typed here.

import { invoke } from "@tauri-apps/api/core";

/** Fillers, in characters. A message over 4,096 bytes is sent in memory of its own. */
const LENGTHS = [256, 512, 1024, 2048];

/** Sends messages that are longer than those with passwords, over them. */
export async function overwriteMessages(): Promise<void> {
  for (const length of LENGTHS) {
    // What a command does not ask for is not read.
    await invoke("status", { filler: " ".repeat(length) }).catch(() => null);
  }
}

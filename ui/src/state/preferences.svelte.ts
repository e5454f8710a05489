// How the page looks, as a person set it: put on its root, in every window.

import { MediaQuery } from "svelte/reactivity";
import type { Look } from "../components/look";
import type { Settings } from "../lib/bindings";
import { TEXT_SIZES } from "../lib/settings";
import { settings } from "./settings.svelte";
import { siteIcons } from "./site-icons.svelte";

class Preferences {
  #dark = new MediaQuery("(prefers-color-scheme: dark)");

  /** Reads what is set, if that was not done, and follows it; what comes back ends that. */
  start(): () => void {
    if (settings.current === null) void settings.load();
    return $effect.root(() => {
      $effect(() => this.#apply(settings.current));
    });
  }

  /** Whether codes are dots until they are asked for. */
  get hideCodes(): boolean {
    return settings.current?.hideCodes ?? false;
  }

  /** How accounts and their codes look, for the components. */
  get look(): Look {
    const { current } = settings;
    const bySite = current?.siteIcons ?? false;
    return {
      grouping: current?.grouping ?? "threes",
      nextCode: current?.nextCode ?? "last",
      icon: (account) => siteIcons.outline(account, bySite),
    };
  }

  /** Whether the time left is drawn as a bar. */
  get bar(): boolean {
    return settings.current?.countdown === "bar";
  }

  /** The keys that a person gave to things, by the names of these. */
  get keys(): Settings["keys"] {
    return settings.current?.keys ?? {};
  }

  /** Text size in percent. */
  get textSize(): number {
    return settings.current?.textSize ?? 100;
  }

  /** One step larger (`1`) or smaller (`-1`), or back to normal (`0`). */
  resize(step: -1 | 0 | 1): void {
    const textSize = step === 0 ? 100 : this.#nextSize(step);
    if (textSize !== this.textSize) void settings.change({ textSize });
  }

  toggleCodes(): void {
    void settings.change({ hideCodes: !this.hideCodes });
  }

  /** A size set by hand may lie between the usual ones. */
  #nextSize(step: -1 | 1): number {
    const next =
      step > 0
        ? TEXT_SIZES.find((size) => size > this.textSize)
        : TEXT_SIZES.findLast((size) => size < this.textSize);
    return next ?? this.textSize;
  }

  #apply(set: Settings | null): void {
    const root = document.documentElement;
    const theme = set?.theme ?? "system";
    const light = theme === "system" ? !this.#dark.current : theme === "light";
    root.dataset["theme"] = light ? "light" : "dark";
    root.dataset["density"] = set?.density ?? "normal";
    root.style.fontSize = `${this.textSize}%`;
  }
}

export const preferences = new Preferences();

// What a person set on the page itself: text size and hidden codes. Nothing secret.

const SIZES = [80, 90, 100, 110, 125, 150, 175, 200];
const KEY = "keytick";

class Preferences {
  /** Text size in percent. */
  textSize = $state(100);
  /** Whether codes are dots until they are asked for. */
  hideCodes = $state(false);

  /** Reads what was set before. Storage that is off or holds nonsense changes nothing. */
  load(): void {
    const kept = read();
    if (SIZES.includes(kept.textSize as number))
      this.textSize = kept.textSize as number;
    this.hideCodes = kept.hideCodes === true;
    this.#apply();
  }

  /** One step larger (`1`) or smaller (`-1`), or back to normal (`0`). */
  resize(step: -1 | 0 | 1): void {
    const at = SIZES.indexOf(this.textSize) + step;
    this.textSize = step === 0 ? 100 : (SIZES[at] ?? this.textSize);
    this.#apply();
  }

  toggleCodes(): void {
    this.hideCodes = !this.hideCodes;
    this.#apply();
  }

  #apply(): void {
    document.documentElement.style.fontSize = `${this.textSize}%`;
    try {
      const kept = { textSize: this.textSize, hideCodes: this.hideCodes };
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // Without storage the setting lasts until the window closes.
    }
  }
}

function read(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

export const preferences = new Preferences();

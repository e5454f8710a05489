// A code as screen readers say it.

import type { CodeView } from "../lib/bindings";
import { spelled } from "../lib/codes";
import { t } from "../lib/text";

/** `7 3 0, 1 6 4. 18 seconds left.`; null where there is no code. `now` in unix seconds. */
export function spoken(code: CodeView | undefined, now: number): string | null {
  if (!code?.code) return null;
  const said = spelled(code.code);
  return code.validTo === null
    ? t("codes-said-counter", { spelled: said })
    : t("codes-said-code", { spelled: said, seconds: code.validTo - now });
}

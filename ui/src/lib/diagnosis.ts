// What a code that a phone shows says about that phone, in words.

import type { Diagnosis } from "./bindings";
import { t } from "./text";

export function diagnosisText(diagnosis: Diagnosis): string {
  switch (diagnosis.kind) {
    case "right":
      return t("phone-right");
    case "clock": {
      const { seconds } = diagnosis;
      const time = duration(Math.abs(seconds));
      return seconds > 0
        ? t("phone-wrong-ahead", { time })
        : t("phone-wrong-behind", { time });
    }
    case "algorithm": {
      const name = diagnosis.name.replace(/^SHA(?=\d)/, "SHA-");
      return t("phone-wrong-algorithm", { name });
    }
    case "digits":
      return t("phone-wrong-digits", { digits: diagnosis.digits });
    case "period":
      return t("phone-wrong-period", { period: diagnosis.period });
    case "plain":
      return t("phone-wrong-plain");
    case "counter":
      return t("phone-wrong-counter", { counter: diagnosis.counter });
    case "unknown":
      return t("phone-wrong-unknown");
  }
}

/** A time as people say it, to its larger unit. */
function duration(seconds: number): string {
  if (seconds < 120) return t("phone-seconds", { count: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return t("phone-minutes", { count: minutes });
  return t("phone-hours", { count: Math.round(minutes / 60) });
}

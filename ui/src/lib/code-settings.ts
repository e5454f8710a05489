// How an account's codes are made, as a person can choose it.

import type { CodeSettings, CodeType, Details, HashName } from "./bindings";
import { t } from "./text";

/** What the fields hold: each keeps its value while another type has no use for it. */
export type Settable = {
  type: "totp" | "hotp";
  algorithm: HashName;
  digits: number;
  period: number;
};

/** What can be set of an account; `null` where its codes are all made in one way. */
export function settableOf(details: Details): Settable | null {
  const { type, algorithm, digits, period } = details;
  if (type !== "totp" && type !== "hotp") return null;
  return {
    type,
    algorithm: algorithm as HashName,
    digits,
    period: period ?? 30,
  };
}

/** The settings that the fields make. */
export function settingsOf(settable: Settable): CodeSettings {
  const { type, algorithm, digits, period } = settable;
  return type === "totp"
    ? { type, algorithm, digits, period }
    : { type, algorithm, digits };
}

/** The types that a typed key can have. */
export function keyTypeChoices(): { value: CodeType; text: string }[] {
  return [
    { value: "totp", text: t("key-type-totp") },
    { value: "hotp", text: t("key-type-hotp") },
    { value: "steam", text: t("key-type-steam") },
    { value: "motp", text: t("key-type-motp") },
    { value: "yandex", text: t("key-type-yandex") },
  ];
}

/** How many digits codes can have, the usual first. */
export const DIGITS = [6, 7, 8, 4, 5, 9, 10].map((value) => ({
  value,
  text: String(value),
}));

/** For how long codes can hold, the usual first; `own` is one that an account has. */
export function periodChoices(own = 30): { value: number; text: string }[] {
  const usual = [30, 60, 15, 20, 90, 120];
  const all = usual.includes(own) ? usual : [own, ...usual];
  return all.map((value) => ({
    value,
    text: t("key-period-seconds", { seconds: value }),
  }));
}

/** The hashes under a code. */
export const METHODS: { value: HashName; text: string }[] = [
  { value: "SHA1", text: "SHA-1" },
  { value: "SHA256", text: "SHA-256" },
  { value: "SHA512", text: "SHA-512" },
];

// What an account is called.

import { t } from "./text";

/** Anything that has a site's name and an account's. */
export type Named = { issuer: string; account: string };

/** The short name: the site's, or the account's where there is none. */
export function nameOf({ issuer, account }: Named): string {
  return issuer || account || t("account-nameless");
}

/** The whole name, as it is read aloud: `"Bytebase, admin@example.com"`. */
export function label({ issuer, account }: Named): string {
  return (
    [issuer, account].filter((part) => part !== "").join(", ") ||
    t("account-nameless")
  );
}

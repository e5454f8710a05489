// The icons of well-known sites. They are loaded when the first one is wanted.

import { outline, type SiteIcons } from "../lib/site-icons";

class Icons {
  /** The icons; none until they are loaded. */
  all = $state.raw<SiteIcons>({});
  #loading: Promise<void> | null = null;

  load(): Promise<void> {
    this.#loading ??= import("virtual:site-icons").then(
      (icons) => void (this.all = icons.default),
      // Letters do as well.
      () => {},
    );
    return this.#loading;
  }

  /** The outline to draw in place of an account's letter, if there is one. */
  outline(
    account: { issuer: string; icon: string | null },
    bySite: boolean,
  ): string | null {
    if (account.icon === null && !bySite) return null;
    void this.load();
    return outline(account, this.all, bySite);
  }
}

export const siteIcons = new Icons();

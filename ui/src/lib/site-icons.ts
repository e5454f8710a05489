// Which icon of a well-known site belongs to an account.

/** The icons by their names, each with what the site is called and its outline. */
export type SiteIcons = Record<string, { title: string; path: string }>;

/** In the place of an icon's name: the letter, whatever the site. */
export const LETTER = "letter";

/** The name of the icon of the site that is called so; `null` if there is none. */
export function iconOf(issuer: string, icons: SiteIcons): string | null {
  const names = new Set([
    plain(issuer),
    // github.com, GitHub (work), GitHub: ada
    plain(issuer.replace(/\.(com|org|net|io|app|dev|me|ch|tv|eu)\b.*$/i, "")),
    plain(issuer.replace(/\s*[(:|/–].*$/, "")),
  ]);
  const known = namesOf(icons);
  const name = [...names].find((name) => known.has(name));
  return name === undefined ? null : (known.get(name) ?? null);
}

const NAMES = new WeakMap<SiteIcons, ReadonlyMap<string, string>>();

/** The icons by what their sites are called. */
function namesOf(icons: SiteIcons): ReadonlyMap<string, string> {
  let names = NAMES.get(icons);
  if (names === undefined) {
    const all = Object.entries(icons).flatMap(([slug, { title }]) => [
      [slug, slug] as const,
      [plain(title), slug] as const,
    ]);
    names = new Map(all);
    NAMES.set(icons, names);
  }
  return names;
}

/**
 * The outline to draw in place of the letter: that of the icon which was chosen, or where nobody
 * chose and it is wanted, that of the site. `null`: the letter.
 */
export function outline(
  account: { issuer: string; icon: string | null },
  icons: SiteIcons,
  bySite: boolean,
): string | null {
  if (account.icon === LETTER) return null;
  const chosen = account.icon === null ? undefined : icons[account.icon];
  if (chosen !== undefined) return chosen.path;
  const slug = bySite ? iconOf(account.issuer, icons) : null;
  return slug === null ? null : (icons[slug]?.path ?? null);
}

function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

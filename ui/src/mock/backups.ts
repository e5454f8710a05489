// The formats and the backups that the mocked shell knows, by name.

import type { BackupView, FormatView, ReviewItem } from "../lib/bindings";
import type { Found } from "./reviews";

/** The password of every mocked backup. */
export const BACKUP_PASSWORD = "another password";

const app = (
  id: string,
  name: string,
  writes: FormatView["writes"] = null,
): FormatView => ({
  id,
  name,
  help: `format-${id}-help`,
  reads: true,
  writes,
});

const both = (extension: string): FormatView["writes"] => ({
  kind: "app",
  plain: true,
  locked: true,
  extension,
});

/** The table, as far as the page needs it. */
export const FORMATS: FormatView[] = [
  app("keytick", "Keytick", {
    kind: "own",
    plain: false,
    locked: true,
    extension: "keytick",
  }),
  app("aegis", "Aegis", both("json")),
  app("2fas", "2FAS", both("2fas")),
  app("ente", "Ente Auth", both("json")),
  app("bitwarden", "Bitwarden", both("json")),
  app("proton-authenticator", "Proton Authenticator", both("json")),
  app("proton-pass", "Proton Pass"),
  app("freeotp-plus", "FreeOTP+", { ...both("json")!, locked: false }),
  app("stratum", "Stratum", { ...both("authpro")!, plain: false }),
  app("keepass", "KeePass", { ...both("kdbx")!, plain: false }),
  app("1password", "1Password"),
  app("raivo", "Raivo"),
  app("lastpass", "LastPass Authenticator"),
  app("steam", "Steam"),
  app("andotp", "andOTP", both("json")),
  app("uri-list", "List of addresses", {
    kind: "text",
    plain: true,
    locked: false,
    extension: "txt",
  }),
  app("google-migration", "Google Authenticator", {
    kind: "codes",
    plain: true,
    locked: false,
    extension: "png",
  }),
  {
    ...app("html", "Printable sheet", {
      kind: "codes",
      plain: true,
      locked: false,
      extension: "html",
    }),
    reads: false,
  },
];

const locked: BackupView = {
  id: 0,
  name: "aegis-backup-2026-11-20.json",
  bytes: 41_230,
  files: null,
  format: "aegis",
  resembles: null,
  locked: true,
  problem: null,
  asksKeyFile: false,
  keyFile: null,
};

/** What a pick, a paste or a drop can bring beside pictures. */
export const BACKUPS: Record<string, BackupView> = {
  aegis: locked,
  keepass: {
    ...locked,
    name: "passwords.kdbx",
    format: "keepass",
    asksKeyFile: true,
  },
  unknown: {
    ...locked,
    name: "notes.bin",
    bytes: 812,
    format: null,
    resembles: "2fas",
    locked: false,
    problem: { id: "formats-unknown", params: {} },
  },
  damaged: {
    ...locked,
    locked: false,
    problem: { id: "formats-damaged", params: { what: "header" } },
  },
};

/** What is in a backup: the fourteen of the design and what no code can be made of. */
export function backup(items: ReviewItem[]): Found {
  return {
    pictures: 0,
    format: "aegis",
    items,
    problems: [
      {
        picture: null,
        name: "Old VPN (me)",
        reason: { id: "formats-unknown-type", params: { found: "yubico" } },
      },
      {
        picture: null,
        name: "Forum",
        reason: { id: "formats-in-trash", params: {} },
      },
    ],
  };
}

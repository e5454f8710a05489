// Made-up accounts for the mocked shell. The names are those of the design; nothing is real.

import type { CodeOnView, CodeType } from "../lib/bindings";

/** An account as the mocked shell keeps it. It has no secret: its codes are made up. */
export type FakeAccount = {
  id: string;
  type: CodeType;
  issuer: string;
  account: string;
  tags: string[];
  note: string;
  colour: number;
  icon: string | null;
  favourite: boolean;
  digits: number;
  period: number | null;
  counter: number | null;
  algorithm: "SHA1" | "SHA256" | "SHA512";
  isNew: boolean;
  deletedAt: number | null;
  /** Which key it has: another one makes other codes. */
  key: number;
  /** The site's recovery codes. */
  recovery: CodeOnView[];
};

export function fake(id: number, over: Partial<FakeAccount>): FakeAccount {
  return {
    id: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
    type: "totp",
    issuer: "",
    account: "",
    tags: [],
    note: "",
    colour: id % 12,
    icon: null,
    favourite: false,
    digits: 6,
    period: 30,
    counter: null,
    algorithm: "SHA1",
    isNew: false,
    deletedAt: null,
    key: 0,
    recovery: [],
    ...over,
  };
}

/** The fourteen accounts of the design. */
export function fourteen(): FakeAccount[] {
  const rows: [string, string, number, boolean, string[]][] = [
    ["Batch", "work@example.com", 1, true, ["Work"]],
    ["Bytebase", "admin@example.com", 8, true, ["Work", "Clients"]],
    ["Cloud Console", "ops@example.com", 9, true, ["Work"]],
    ["Acme VPN", "work@example.com", 4, false, ["Work"]],
    ["DeployHQ", "deploy@example.com", 10, false, ["Work"]],
    ["Domain Desk", "admin@example.com", 2, false, ["Clients"]],
    ["Git Host", "dev@example.com", 6, false, ["Work"]],
    ["Harbor Bank", "home@example.com", 7, false, ["Home"]],
    ["Infura", "dev@example.com", 0, false, ["Clients"]],
    ["Mail Desk", "home@example.com", 11, false, ["Home"]],
    ["Payroll", "work@example.com", 5, false, ["Work"]],
    ["Photo Vault", "home@example.com", 3, false, ["Home"]],
    ["Rocket.Chat", "work@example.com", 0, false, []],
    ["Ticket Hall", "home@example.com", 9, false, ["Home"]],
  ];
  return rows.map(([issuer, account, colour, favourite, tags], i) =>
    fake(i + 1, { issuer, account, colour, favourite, tags }),
  );
}

/** Accounts whose key cannot be read. */
export function damaged(count: number): FakeAccount[] {
  return Array.from({ length: count }, (_, i) =>
    fake(70_000 + i, {
      issuer: "Old Forum",
      account: `home${i || ""}@example.com`,
      colour: 2,
    }),
  );
}

/** One account for every kind of row that the design knows. */
export function kinds(): FakeAccount[] {
  return [
    fake(1, {
      issuer: "Bytebase",
      account: "admin@example.com",
      colour: 8,
      favourite: true,
    }),
    fake(2, {
      issuer: "Harbor Bank",
      account: "home@example.com",
      colour: 7,
      period: 60,
    }),
    fake(3, {
      issuer: "Payroll",
      account: "work@example.com",
      colour: 5,
      digits: 8,
    }),
    fake(4, {
      issuer: "Seven",
      account: "work@example.com",
      colour: 2,
      digits: 7,
    }),
    fake(5, {
      issuer: "Steam",
      account: "player@example.com",
      colour: 9,
      type: "steam",
      digits: 5,
    }),
    fake(6, {
      issuer: "Acme VPN",
      account: "work@example.com",
      colour: 4,
      type: "hotp",
      period: null,
      counter: 41,
    }),
    fake(7, {
      issuer:
        "International Harbour Savings and Loans Cooperative of the Northern Islands",
      account:
        "a-very-long-address-for-one-account@subdomain.of.a.very.long.example.com",
      colour: 7,
      favourite: true,
    }),
    fake(8, { account: "no-issuer@example.com", colour: 1, isNew: true }),
  ];
}

/** Many accounts, with names that differ. */
export function many(count: number): FakeAccount[] {
  return Array.from({ length: count }, (_, i) =>
    fake(i + 1, {
      issuer: `Site ${String(i + 1).padStart(5, "0")}`,
      account: `person${i + 1}@example.com`,
      tags: i % 3 === 0 ? ["Work"] : [],
    }),
  );
}

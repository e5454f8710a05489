// What the mocked shell finds in pictures, by name.

import type { Glimpse, Problem, Review, ReviewItem } from "../lib/bindings";
import { backup } from "./backups";

export function item(
  index: number,
  issuer: string,
  account: string,
  colour: number,
  over: Partial<ReviewItem> = {},
): ReviewItem {
  return {
    item: index,
    status: "new",
    existing: null,
    issuer,
    account,
    letter: issuer[0] ?? account[0] ?? "?",
    colour,
    source: "",
    picture: 0,
    type: "totp",
    algorithm: "SHA1",
    digits: 6,
    period: 30,
    notes: [],
    tags: [],
    note: "",
    favourite: false,
    code: {
      id: String(index),
      code: null,
      next: null,
      validFrom: null,
      validTo: null,
      counter: null,
    },
    ...over,
  };
}

const blurry: Problem = {
  picture: 4,
  name: "IMG_2041.jpg",
  reason: { id: "formats-no-code", params: {} },
};

const five: ReviewItem[] = [
  item(0, "Batch", "test@example.com", 1, {
    source: "batch-2fa.png",
    status: "changed",
    existing: { issuer: "Batch", account: "test@example.com" },
  }),
  item(1, "Bytebase", "test@example.com", 8, {
    source: "Screenshot 14.02.png",
    picture: 1,
  }),
  item(2, "Rocket.Chat", "test@example.com", 0, {
    source: "rocket.png",
    picture: 2,
  }),
  item(3, "Cloud Console", "ops@example.com", 9, {
    source: "export-1.png",
    picture: 3,
  }),
  item(4, "Git Host", "dev@example.com", 6, {
    source: "export-1.png",
    picture: 3,
  }),
  item(5, "Infura", "dev@example.com", 0, {
    source: "export-1.png",
    picture: 3,
    notes: ["note-unusual-key-length"],
  }),
  item(6, "Payroll", "work@example.com", 5, {
    source: "export-1.png",
    picture: 3,
  }),
  item(7, "DeployHQ", "deploy@example.com", 10, {
    source: "export-1.png",
    picture: 3,
    status: "duplicate",
    existing: { issuer: "DeployHQ", account: "deploy@example.com" },
  }),
];

/** What is told of a picture's accounts while the next ones are read. */
export function glimpses(review: Found, picture: number): Glimpse[] {
  return review.items
    .filter((found) => (found.picture ?? 0) === picture)
    .map(({ issuer, account, letter, colour, source }) => ({
      issuer,
      account,
      letter,
      colour,
      source,
    }));
}

/** What is in the part of a picture that a person marked. */
export function markedItem(index: number, picture: number): ReviewItem {
  return item(index, "Sentry", "test@example.com", 4, {
    source: picture === 4 ? blurry.name : "",
    picture,
  });
}

/** What was found; the shell numbers it when it shows it. */
export type Found = Omit<Review, "id">;

/** A backup of many accounts; every tenth is here already. */
export function manyFound(count: number): Found {
  const items = Array.from({ length: count }, (_, i) =>
    item(
      i,
      `Site ${String(i + 1).padStart(5, "0")}`,
      `person${i}@example.com`,
      i % 12,
      {
        picture: null,
        source: "backup.json",
        status: i % 10 === 9 ? "duplicate" : "new",
        tags: i % 7 === 0 ? ["Work"] : [],
      },
    ),
  );
  return backup(items);
}

/** What a paste, a pick or a drop can bring. */
export const REVIEWS: Record<string, Found> = {
  one: {
    format: null,
    pictures: 1,
    items: [item(0, "Bytebase", "test@example.com", 8)],
    problems: [],
  },
  nameless: {
    format: null,
    pictures: 1,
    items: [item(0, "", "test@example.com", 3)],
    problems: [],
  },
  trashed: {
    format: null,
    pictures: 1,
    items: [item(0, "Old Forum", "test@example.com", 3, { status: "trashed" })],
    problems: [],
  },
  duplicate: { format: null, pictures: 1, items: [five[7]!], problems: [] },
  five: { format: null, pictures: 5, items: five, problems: [blurry] },
  backup: backup(
    five.slice(1).map((found, i) => ({
      ...found,
      item: i,
      picture: null,
      source: "aegis-backup-2026-11-20.json",
      tags: i === 1 ? ["Work", "Home"] : [],
      note: i === 2 ? "Recovery codes are in the safe." : "",
      favourite: i === 0,
    })),
  ),
  stopped: { format: null, pictures: 3, items: [], problems: [] },
  nothing: {
    format: null,
    pictures: 1,
    items: [],
    problems: [{ ...blurry, picture: 0, name: "Screenshot 14.02.png" }],
  },
  screens: {
    format: null,
    pictures: 3,
    items: [],
    problems: [0, 1, 2].map((picture) => ({
      picture,
      name: `Screen ${picture + 1}`,
      reason: { id: "formats-no-code", params: {} },
    })),
  },
  address: {
    format: null,
    pictures: 1,
    items: [],
    problems: [
      {
        picture: 0,
        name: "poster.png",
        reason: {
          id: "formats-web-address",
          params: { address: "https://example.com" },
        },
      },
    ],
  },
};

/** A picture as the shell gives it: every code in it made unreadable. */
export function pixelated(picture: number): string {
  const squares = Array.from({ length: 36 }, (_, i) => {
    const grey = (((i + picture) * 37) % 5) * 40 + 40;
    return `<path fill="rgb(${grey} ${grey} ${grey})" d="M${20 + (i % 6) * 10} ${20 + Math.floor(i / 6) * 10}h10v10h-10z"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 100 100"><path fill="#fff" d="M0 0h100v100H0z"/>${squares.join("")}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

// Two made-up accounts, on which the settings show how a row looks.

import type { CodeView, Row } from "./bindings";

/** The moment at which the samples are shown: 18 seconds before their codes end. */
export const SAMPLE_NOW = 12;

/** A row with its code. */
export const SAMPLES: { row: Row; code: CodeView }[] = [
  sample("sample-1", "Bytebase", "admin@example.com", 8, true, "730164"),
  sample("sample-2", "Harbor Bank", "home@example.com", 7, false, "516072"),
];

function sample(
  id: string,
  issuer: string,
  account: string,
  colour: number,
  favourite: boolean,
  code: string,
): { row: Row; code: CodeView } {
  return {
    row: {
      id,
      type: "totp",
      issuer,
      account,
      tags: [],
      note: "",
      colour,
      letter: issuer.charAt(0),
      icon: null,
      favourite,
      digits: 6,
      period: 30,
      counter: null,
      used: 0,
      isNew: false,
      recoveryLeft: null,
      issuerMatches: [],
      accountMatches: [],
    },
    code: {
      id,
      code,
      next: "902571",
      validFrom: 0,
      validTo: 30,
      counter: null,
    },
  };
}

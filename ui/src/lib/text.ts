// Every sentence of the page, from the Fluent files that the Rust crates read too.

import {
  FluentBundle,
  FluentResource,
  type FluentVariable,
} from "@fluent/bundle";
import accounts from "../../../src-tauri/texts/en/accounts.ftl?raw";
import desktop from "../../../src-tauri/texts/en/desktop.ftl?raw";
import formats from "../../../src-tauri/texts/en/formats.ftl?raw";
import otp from "../../../src-tauri/texts/en/otp.ftl?raw";
import page from "../../../src-tauri/texts/en/page.ftl?raw";
import qr from "../../../src-tauri/texts/en/qr.ftl?raw";
import vault from "../../../src-tauri/texts/en/vault.ftl?raw";
import type { UiError } from "./bindings";

/** Named parts of a sentence. A number chooses the plural form. */
export type Args = Record<string, FluentVariable>;

/** A refusal or failure in words: what happened, and what to do if that is known. */
export type Trouble = { id: string; message: string; hint: string | null };

const bundle = new FluentBundle("en", { useIsolating: false });
for (const file of [page, otp, qr, vault, formats, accounts, desktop]) {
  bundle.addResource(new FluentResource(file), { allowOverrides: true });
}

/** The sentence with this id. One that does not exist comes back as its id. */
export function t(id: string, args?: Args): string {
  return lookUp(id, null, args) ?? id;
}

/** Whether a sentence with this id exists. */
export function exists(id: string): boolean {
  return bundle.hasMessage(id);
}

/** What a thrown value says to a person. What nobody foresaw gets a general sentence. */
export function describe(thrown: unknown): Trouble {
  if (isUiError(thrown) && bundle.hasMessage(thrown.id)) {
    const args = numbered(thrown.params);
    return {
      id: thrown.id,
      message: t(thrown.id, args),
      hint: lookUp(thrown.id, "hint", args),
    };
  }
  return {
    id: "error-unknown",
    message: t("error-unknown"),
    hint: lookUp("error-unknown", "hint"),
  };
}

/** A piece of a sentence: plain, strong, or keys to press. */
export type Piece = { kind: "plain" | "strong" | "keys"; text: string };

/**
 * The sentence in pieces: `<b>` is strong, `<k>` names keys, as in `<k>Ctrl V</k>`.
 * A `<` that comes in through an argument stays a `<`.
 */
export function pieces(id: string, args: Args = {}): Piece[] {
  const hidden = "\u{E000}";
  const safe = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("<", hidden) : value,
    ]),
  );
  return t(id, safe)
    .split(/(<b>.*?<\/b>|<k>.*?<\/k>)/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, mark, inner] = /^<([bk])>(.*)<\/\1>$/.exec(part) ?? [];
      const text = (inner ?? part).replaceAll(hidden, "<");
      if (mark === undefined) return { kind: "plain", text };
      return { kind: mark === "b" ? "strong" : "keys", text };
    });
}

function lookUp(
  id: string,
  attribute: string | null,
  args?: Args,
): string | null {
  const message = bundle.getMessage(id);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  return pattern ? bundle.formatPattern(pattern, args ?? null, []) : null;
}

function isUiError(thrown: unknown): thrown is UiError {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "id" in thrown &&
    "params" in thrown
  );
}

/** Parameters come over as text; those made only of digits choose plural forms as numbers. */
function numbered(params: Record<string, string>): Args {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      /^\d{1,9}$/.test(value) ? Number(value) : value,
    ]),
  );
}

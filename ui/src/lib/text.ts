// Every sentence of the page, from the Fluent files that the Rust crates read too.

import {
  FluentBundle,
  FluentResource,
  type FluentVariable,
} from "@fluent/bundle";
import type { UiError } from "./bindings";

/** Named parts of a sentence. A number chooses the plural form. */
export type Args = Record<string, FluentVariable>;

/** A refusal or failure in words: what happened, and what to do if that is known. */
export type Trouble = { id: string; message: string; hint: string | null };

const ENGLISH = "en";

/** English is always there: it speaks where another language has no words. */
const english = bundleOf(
  ENGLISH,
  Object.values(
    import.meta.glob<string>(
      "../../../src-tauri/texts/en/{accounts,desktop,formats,otp,page,qr,vault}.ftl",
      { query: "?raw", import: "default", eager: true },
    ),
  ),
);

/** The message files of the others by their paths, which are read when they are spoken. */
const OTHERS = import.meta.glob<string>(
  [
    "../../../src-tauri/texts/*/{accounts,desktop,formats,otp,page,qr,vault}.ftl",
    "!../../../src-tauri/texts/en/*",
  ],
  { query: "?raw", import: "default" },
);

/** The language that is spoken, and those that speak where it has no words. */
let spoken = { tag: ENGLISH, bundles: [english] };

/**
 * Says everything in the language with this tag from now on. Sentences that were made before
 * stay as they are: what shows them has to be drawn again.
 */
export async function speak(tag: string): Promise<void> {
  const read = Object.entries(OTHERS)
    .filter(([path]) => path.includes(`/${tag}/`))
    .map(([, read]) => read());
  const sources = await Promise.all(read);
  const bundles =
    sources.length === 0 ? [english] : [bundleOf(tag, sources), english];
  spoken = { tag, bundles };
}

/** How dates and numbers are written: as the system has it, if it speaks the same language. */
export function locale(): string {
  const { tag } = spoken;
  const same = navigator.languages.find((it) => it.split("-")[0] === tag);
  return withDigits(same ?? tag);
}

/** The same digits as in codes, in every language. */
function withDigits(tag: string): string {
  return `${tag}-u-nu-latn`;
}

function bundleOf(tag: string, sources: string[]): FluentBundle {
  const bundle = new FluentBundle(withDigits(tag), {
    // Names and addresses run from left to right in the midst of Arabic.
    useIsolating: rightToLeft(tag),
  });
  for (const source of sources)
    bundle.addResource(new FluentResource(source), { allowOverrides: true });
  return bundle;
}

/** Whether a language is written from right to left. */
export function rightToLeft(tag: string): boolean {
  return tag === "ar";
}

/** The sentence with this id. One that does not exist comes back as its id. */
export function t(id: string, args?: Args): string {
  return lookUp(id, null, args) ?? id;
}

/** Whether a sentence with this id exists. */
export function exists(id: string): boolean {
  return spoken.bundles.some((bundle) => bundle.hasMessage(id));
}

/** What a thrown value says to a person. What nobody foresaw gets a general sentence. */
export function describe(thrown: unknown): Trouble {
  if (isUiError(thrown) && exists(thrown.id)) {
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
  for (const bundle of spoken.bundles) {
    const message = bundle.getMessage(id);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    if (pattern) return bundle.formatPattern(pattern, args ?? null, []);
  }
  return null;
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

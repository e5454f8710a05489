// Rules that hold over the whole page, kept here so that no one has to remember them.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";

const SRC = import.meta.dirname;
const TEXTS = join(SRC, "../../src-tauri/texts/en");

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter(
    (path) =>
      /\.(ts|svelte)$/.test(path) &&
      !path.includes(".test.") &&
      !path.startsWith("mock"),
  )
  .map((path) => ({
    path: relative(SRC, join(SRC, path)).replaceAll("\\", "/"),
    text: readFileSync(join(SRC, path), "utf8"),
  }));
const markup = sources.filter(({ path }) => path.endsWith(".svelte"));

/** The ids of each message file, by the file's name. */
const ids = new Map(
  readdirSync(TEXTS).map((file) => {
    const { body } = new FluentResource(
      readFileSync(join(TEXTS, file), "utf8"),
    );
    return [file, body.map(({ id }) => id).filter((id) => !id.startsWith("-"))];
  }),
);
const pageIds = ids.get("page.ftl") ?? [];
const allIds = new Set([...ids.values()].flat());

describe("texts", () => {
  test("every id that the page names exists", () => {
    const prefixes = new Set(pageIds.map((id) => id.split("-")[0]));
    const named = sources
      .filter(({ path }) => path !== "lib/bindings.ts")
      .flatMap(({ path, text }) =>
        [
          ...text.matchAll(/(?:\bt\(|<Text id=|\? |: )"([a-z]+(?:-[a-z]+)+)"/g),
        ].map(([, id]) => ({ path, id: id ?? "" })),
      );
    const wrong = named.filter(
      ({ id }) => prefixes.has(id.split("-")[0]) && !allIds.has(id),
    );
    expect(named.length).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  test("every message of the page is used", () => {
    const all = sources.map(({ text }) => text).join("\n");
    expect(pageIds.filter((id) => !all.includes(`"${id}"`))).toEqual([]);
  });

  test("no id stands in two files", () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const [file, of] of ids) {
      for (const id of of) {
        const before = seen.get(id);
        if (before !== undefined) twice.push(`${id}: ${before}, ${file}`);
        seen.set(id, file);
      }
    }
    expect(twice).toEqual([]);
  });

  test("words in markup and in labels are found", () => {
    const { fragment } = parse(
      `<p class="big">{t("x")} Hello</p><b aria-label="There" />`,
      { modern: true },
    );
    expect(ownWords(fragment)).toEqual([" Hello", "There"]);
  });

  test.each(markup)("$path has no sentence of its own", ({ text }) => {
    expect(ownWords(parse(text, { modern: true }).fragment)).toEqual([]);
  });
});

describe("structure", () => {
  test.each(markup)(
    "$path has no style attribute, which the content security policy forbids",
    ({ text }) => {
      expect(text).not.toMatch(/\sstyle=/);
      expect(text).not.toMatch(/\{@html/);
      expect(text).not.toMatch(/\s(transition|animate|in|out):/);
    },
  );

  test("only state modules talk to the shell", () => {
    const outside = sources.filter(
      ({ path }) => !path.startsWith("state/") && path !== "lib/bindings.ts",
    );
    const callers = outside.filter(({ text }) =>
      /import \{[^}]*\b(commands|events)\b[^}]*\} from|@tauri-apps/.test(text),
    );
    expect(callers.map(({ path }) => path)).toEqual([]);
  });

  test("components know no state", () => {
    const components = sources.filter(({ path }) =>
      path.startsWith("components/"),
    );
    expect(
      components
        .filter(({ text }) => text.includes("../state/"))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test("colours come from the tokens", () => {
    const raw = markup.filter(({ text }) =>
      /<style>[\s\S]*(#[0-9a-f]{3,8}\b|rgb\()/i.test(
        text.replace("background: #fff;", ""),
      ),
    );
    expect(raw.map(({ path }) => path)).toEqual([]);
  });
});

/** Attributes whose words a person reads or hears. */
const SPOKEN = new Set([
  "alt",
  "aria-label",
  "aria-description",
  "label",
  "placeholder",
  "title",
  "text",
  "hint",
  "lead",
]);

/** Words written in the markup itself. */
function ownWords(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(ownWords);
  if (typeof node !== "object" || node === null) return [];
  const { type, ...rest } = node as { type?: string } & Record<string, unknown>;
  if (type === "Text")
    return /\p{L}/u.test(String(rest["data"])) ? [String(rest["data"])] : [];
  if (type === "Attribute" || type === "BindDirective") {
    return SPOKEN.has(String(rest["name"])) ? ownWords(rest["value"]) : [];
  }
  if (type === "StyleDirective" || type === "ClassDirective") return [];
  return Object.entries(rest)
    .filter(([key]) => key !== "metadata" && key !== "expression")
    .flatMap(([, value]) => ownWords(value));
}

import { fireEvent, render, screen } from "@testing-library/svelte";
import { describe, expect, test, vi } from "vitest";
import type { CodeSettings, CodeView, Row, Strength } from "../lib/bindings";
import ActionMenu from "./ActionMenu.svelte";
import Code from "./Code.svelte";
import CodeList from "./CodeList.svelte";
import CodeRow from "./CodeRow.svelte";
import CodeSettingsForm from "./CodeSettings.svelte";
import Dial from "./Dial.svelte";
import Marked from "./Marked.svelte";
import NewPassword from "./NewPassword.svelte";
import RecoveryCodeText from "./RecoveryCodeText.svelte";
import TagField from "./TagField.svelte";

const row: Row = {
  id: "a",
  type: "totp",
  issuer: "Bytebase",
  account: "admin@example.com",
  tags: [],
  note: "",
  colour: 8,
  icon: null,
  letter: "B",
  favourite: false,
  digits: 6,
  period: 30,
  counter: null,
  used: 0,
  isNew: false,
  recoveryLeft: null,
  issuerMatches: [],
  accountMatches: [],
};
const code: CodeView = {
  id: "a",
  code: "730164",
  next: null,
  validFrom: 90,
  validTo: 120,
  counter: null,
};

describe("a code", () => {
  test("fades in after another one of its account, and is there at once otherwise", async () => {
    const { container, rerender } = render(Code, { code: "", of: "a" });
    const fades = () => container.querySelectorAll(".swap").length > 0;
    await rerender({ code: "730164" });
    expect(fades()).toBe(false);
    await rerender({ code: "902571" });
    expect(fades()).toBe(true);
    await rerender({ code: "118230", of: "b" });
    expect([container.textContent?.trim(), fades()]).toEqual(["118230", false]);
  });
});

describe("the list", () => {
  const props = {
    selectedIndex: 0,
    jumps: 0,
    code: () => code,
    now: 100,
    copied: null,
    hidden: false,
    scrolled: 0,
    onlook: () => {},
    onscrolled: () => {},
    onpick: () => {},
    onmenu: () => {},
    onmark: () => {},
    onplace: () => {},
  };
  const named = (...ids: string[]) =>
    ids.map((id) => ({ ...row, id, issuer: `Site ${id}` }));

  test("a search changes what stands in the rows, and keeps the rows", async () => {
    const rows = named("a", "b", "c");
    const { rerender } = render(CodeList, { ...props, rows });
    const before = screen.getAllByRole("option");
    await rerender({ rows: named("c", "a") });
    const after = screen.getAllByRole("option");
    expect(after).toEqual(before.slice(0, 2));
    expect(after.map(({ id, dataset }) => [id, dataset["id"]])).toEqual([
      ["row-c", "c"],
      ["row-a", "a"],
    ]);
    expect(after.map((it) => it.getAttribute("aria-label"))).toEqual([
      "Site c, admin@example.com",
      "Site a, admin@example.com",
    ]);
  });

  test("a click is for the account that the mouse went down on", async () => {
    const picked: string[] = [];
    const onpick = ({ id }: Row) => picked.push(id);
    const rows = named("a", "b");
    const { rerender } = render(CodeList, { ...props, rows, onpick });
    const first = () => screen.getAllByRole("option")[0]!;
    const click = async (between: () => Promise<void>) => {
      await fireEvent.mouseDown(first());
      await between();
      await fireEvent.click(first(), { detail: 1 });
    };
    await click(async () => {});
    // Another search is answered while the button is down.
    await click(() => rerender({ rows: named("c", "a") }));
    expect(picked).toEqual(["a"]);
    // A screen reader has no mouse.
    await fireEvent.click(first(), { detail: 0 });
    expect(picked).toEqual(["a", "c"]);
  });

  test("a double click copies once", async () => {
    const onpick = vi.fn();
    render(CodeList, { ...props, rows: named("a", "b"), onpick });
    const [first] = screen.getAllByRole("option");
    for (const detail of [1, 2]) {
      await fireEvent.mouseDown(first!, { detail });
      await fireEvent.click(first!, { detail });
    }
    expect(onpick.mock.calls.map(([row]) => row.id)).toEqual(["a"]);
  });

  test("a tooltip goes with its account", async () => {
    const kept = named("a").map((it) => ({ ...it, recoveryLeft: 3 }));
    const { container, rerender } = render(CodeList, { ...props, rows: kept });
    const who = container.querySelector<HTMLElement>(".who")!;
    await fireEvent.pointerEnter(who);
    expect(who.title).toBe("3 recovery codes left");
    await rerender({ rows: named("b") });
    expect([who.isConnected, who.title]).toEqual([true, ""]);
  });
});

describe("found recovery codes", () => {
  test("are ticked by what they are alone, whatever they are called", async () => {
    const codes = ["constructor", "1234-5678"].map((text) => ({
      text,
      used: false,
      sure: text !== "constructor",
    }));
    render(RecoveryCodeText, {
      kept: [],
      text: "a text",
      replaces: false,
      find: () => Promise.resolve({ codes, leftOut: [] }),
      onpick: () => {},
    });
    const boxes = await screen.findAllByRole<HTMLInputElement>("checkbox");
    expect(boxes.map((box) => box.checked)).toEqual([false, true]);
  });
});

describe("code settings", () => {
  test("show no code that other settings make", async () => {
    const of = (digits: number) => ({
      ...code,
      code: "1".repeat(digits),
    });
    const preview = vi.fn(({ digits }: CodeSettings) =>
      digits === 8
        ? Promise.resolve({ now: of(6), then: of(digits) })
        : new Promise<never>(() => {}),
    );
    const made = (digits: number) =>
      ({ type: "totp", algorithm: "SHA1", digits, period: 30 }) as const;
    const rest = { now: 100, preview, onsay: () => {} };
    const { container, component, rerender } = render(CodeSettingsForm, {
      settings: made(6),
      ...rest,
    });
    const shown = () =>
      [...container.querySelectorAll("dl .code")].map((it) =>
        it.textContent?.trim(),
      );
    expect(component.areSeen()).toBe(true);
    await rerender({ settings: made(8) });
    await vi.waitFor(() => expect(shown()).toEqual(["111111", "11111111"]));
    expect(component.areSeen()).toBe(true);
    // Its answer takes its time.
    await rerender({ settings: made(7) });
    expect([shown(), component.areSeen()]).toEqual([["111111", ""], false]);
    expect(preview).toHaveBeenCalledTimes(2);
  });
});

describe("a row", () => {
  const draw = (over: Partial<Row>, props: object = {}) =>
    render(CodeRow, {
      row: { ...row, ...over },
      code,
      now: 100,
      index: 0,
      total: 1,
      ...props,
    }).container;
  /** What is read in the row, without the avatar's letter. */
  const words = (container: Element) =>
    container.textContent?.replace(/\s+/g, " ").trim().slice(1).trim();

  test("is named after the account, never after the code", () => {
    draw({ favourite: true });
    const option = screen.getByRole("option");
    expect(option.getAttribute("aria-label")).toBe(
      "Bytebase, admin@example.com, favourite",
    );
  });

  test("shows the code in groups", () => {
    expect(words(draw({}))).toBe("Bytebase admin@example.com 730164");
  });

  test("shows the next code in the last five seconds", () => {
    const container = draw({}, { now: 116, code: { ...code, next: "902571" } });
    expect(words(container)).toBe(
      "Bytebase admin@example.com Next902571 730164",
    );
    expect(container.querySelector(".row.low")).not.toBe(null);
  });

  test("covers the code when codes are hidden, unless it is selected", () => {
    expect(words(draw({}, { hidden: true }))).toBe(
      "Bytebase admin@example.com ••• •••",
    );
    expect(words(draw({}, { hidden: true, selected: true }))).toBe(
      "Bytebase admin@example.com 730164",
    );
  });

  test.each([
    [5, "•••••"],
    [7, "•••• •••"],
    [8, "•••• ••••"],
  ])("covers a code of %i digits with as many dots", (digits, dots) => {
    expect(words(draw({ digits }, { hidden: true }))).toBe(
      `Bytebase admin@example.com ${dots}`,
    );
  });

  test("tells nothing of the next code when codes are hidden", () => {
    const props = { hidden: true, now: 116, code: { ...code, next: "902571" } };
    expect(words(draw({}, props))).toBe("Bytebase admin@example.com ••• •••");
  });

  test("waits with a counter code until it is asked for", () => {
    const waiting = draw(
      { type: "hotp", period: null, counter: 41 },
      { code: undefined },
    );
    expect(words(waiting)).toBe(
      "Bytebase admin@example.com Used 41 times New code",
    );
    const counter = { ...code, validFrom: null, validTo: null, counter: 41 };
    const shown = draw(
      { type: "hotp", period: null, counter: 42 },
      { code: counter },
    );
    expect(words(shown)).toBe("Bytebase admin@example.com Code 42 730164");
  });

  test("has a ring of its own for another period", () => {
    const container = draw({ period: 60 }, { code: { ...code, validTo: 141 } });
    expect(words(container)).toBe("Bytebase admin@example.com 41 s 730164");
    expect(container.querySelector(".ring")?.getAttribute("aria-label")).toBe(
      "41 seconds left of 60",
    );
  });

  test("is called by its account where the site has no name", () => {
    expect(words(draw({ issuer: "" }))).toBe("admin@example.com 730164");
  });
});

test("marks matched letters by characters, not by code units", () => {
  const { container } = render(Marked, { text: "🔑 Clé", ranges: [[2, 4]] });
  expect(container.querySelector("mark")?.textContent).toBe("Cl");
});

test.each([
  [30, 30],
  [18, 18],
  [1, 1],
])("the dial has one tick a second: %i left", (left, ticks) => {
  const { container } = render(Dial, { left });
  const dashes =
    container.querySelector(".on")?.getAttribute("stroke-dasharray") ?? "";
  // All thirty ticks are one dash that repeats itself.
  expect(left === 30 ? 30 : dashes.split(".36").length - 1).toBe(ticks);
  expect(screen.getByRole("timer").getAttribute("aria-live")).toBe("off");
});

describe("a new password", () => {
  async function draw(level: Strength["level"]) {
    vi.useFakeTimers();
    const view = render(NewPassword, {
      strength: () => Promise.resolve({ level }),
      suggest: () => Promise.resolve("amber violin harvest cloud"),
    });
    const [first, second] = [...view.container.querySelectorAll("input")];
    if (!first || !second) throw new Error("two fields are missing");
    return { ...view, first, second };
  }

  test.each([
    ["tooEasy", "Too easy. Seconds to guess.", 1],
    ["weak", "Weak. Days to guess.", 2],
    ["good", "Good. Years to guess.", 3],
    ["veryStrong", "Very strong. Centuries to guess.", 4],
  ] as const)("of strength %s says so", async (level, text, parts) => {
    const { container, first } = await draw(level);
    await fireEvent.input(first, { target: { value: "some password" } });
    await vi.advanceTimersByTimeAsync(150);
    expect(container.querySelector("[id$=strength]")?.textContent).toBe(text);
    expect(container.querySelectorAll(".meter .on")).toHaveLength(parts);
  });

  test("that differs is told so on leaving the field", async () => {
    const { first, second } = await draw("good");
    await fireEvent.input(first, { target: { value: "one" } });
    await fireEvent.input(second, { target: { value: "two" } });
    expect(screen.queryByRole("alert")).toBe(null);
    await fireEvent.blur(second);
    expect(screen.getByRole("alert").textContent).toContain(
      "The two passwords differ.",
    );
    await fireEvent.input(second, { target: { value: "one" } });
    expect(screen.queryByRole("alert")).toBe(null);
  });

  test("can be suggested, and is then shown", async () => {
    const { first } = await draw("veryStrong");
    await fireEvent.click(screen.getByRole("button", { name: "Suggest one" }));
    await vi.advanceTimersByTimeAsync(0);
    expect([first.type, first.value]).toEqual([
      "text",
      "amber violin harvest cloud",
    ]);
  });

  test("is taken only after its strength was measured, however early", async () => {
    const { first, second, component } = await draw("good");
    await fireEvent.input(first, { target: { value: "some password" } });
    await fireEvent.input(second, { target: { value: "some password" } });
    expect(await component.take()).toBe("some password");
  });

  test("too weak is not taken, however early", async () => {
    const { first, second, component } = await draw("weak");
    await fireEvent.input(first, { target: { value: "some password" } });
    await fireEvent.input(second, { target: { value: "some password" } });
    expect(await component.take()).toBe(null);
  });

  test("leaves the fields with the page", async () => {
    const { first, unmount } = await draw("good");
    await fireEvent.input(first, { target: { value: "secret" } });
    unmount();
    expect(first.value).toBe("");
  });
});

test("a tag is taken with Enter and dropped with Backspace", async () => {
  const { container } = render(TagField, {
    label: "Tags",
    known: [],
    tags: ["Work"],
  });
  const input = screen.getByRole("combobox");
  await fireEvent.input(input, { target: { value: " Home " } });
  await fireEvent.keyDown(input, { key: "Enter" });
  const chips = () =>
    [...container.querySelectorAll(".chip")].map((chip) =>
      chip.textContent?.trim(),
    );
  expect(chips()).toEqual(["Work", "Home"]);
  await fireEvent.keyDown(input, { key: "Backspace" });
  expect(chips()).toEqual(["Work"]);
});

test.each([{ key: "s", ctrlKey: true }, { key: "Escape" }])(
  "a tag half typed is not lost by $key",
  async (keys) => {
    const { container } = render(TagField, {
      label: "Tags",
      known: [],
      tags: [],
    });
    const input = screen.getByRole("combobox");
    await fireEvent.input(input, { target: { value: "Home" } });
    await fireEvent.keyDown(input, keys);
    expect(container.querySelector(".chip")?.textContent?.trim()).toBe("Home");
  },
);

test("the menu of actions is searched, and Enter runs the first hit", async () => {
  const run = vi.fn();
  const onclose = vi.fn();
  const item = { icon: "edit" as const, keys: null, group: 0 };
  render(ActionMenu, {
    label: "Actions for Batch",
    at: null,
    onclose,
    items: [
      { ...item, text: "Copy code", run: vi.fn() },
      { ...item, text: "Edit", run },
    ],
  });
  const input = screen.getByRole("combobox");
  await fireEvent.input(input, { target: { value: "ed" } });
  await fireEvent.keyDown(input, { key: "Enter" });
  expect([run.mock.calls.length, onclose.mock.calls.length]).toEqual([1, 1]);
});

import { describe, expect, test } from "vitest";
import icons from "virtual:site-icons";
import { iconOf, outline } from "./site-icons";

describe("the icon of a site", () => {
  test.each([
    ["GitHub", "github"],
    ["github.com", "github"],
    ["GitHub: ada", "github"],
    ["GitHub (work)", "github"],
    ["Rocket.Chat", "rocketdotchat"],
    ["Git Host", null],
    ["Box Office", null],
    ["", null],
    [".com", null],
  ])("%s: %s", (issuer, icon) => {
    expect(iconOf(issuer, icons)).toBe(icon);
  });

  test("what was chosen comes before the site's, and a letter before both", () => {
    const path = (icon: string | null, bySite = true) =>
      outline({ issuer: "GitHub", icon }, icons, bySite);
    expect(path(null)).toBe(icons["github"]?.path);
    expect(path("steam")).toBe(icons["steam"]?.path);
    expect(path("of another program")).toBe(icons["github"]?.path);
    expect(path("letter")).toBeNull();
    expect(path(null, false)).toBeNull();
    expect(path("steam", false)).toBe(icons["steam"]?.path);
  });

  test("they stay small: the page loads them apart, and only where they are wanted", () => {
    expect(Object.keys(icons).length).toBeGreaterThan(100);
    expect(JSON.stringify(icons).length).toBeLessThan(130_000);
  });
});

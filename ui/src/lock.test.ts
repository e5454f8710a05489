// `npm ci` refuses a lock file that lacks a package it names, and a folder in which
// the packages are installed already does not show it.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Package = {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

test("the lock file holds every package that one in it asks for", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, Package>;
  };
  const missing: string[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys({
      ...entry.dependencies,
      ...entry.optionalDependencies,
    })) {
      if (!isHeld(Object.keys(lock.packages), path, name))
        missing.push(`${name} of ${path}`);
    }
  }
  expect(missing).toEqual([]);
});

/** Node.js looks in `node_modules` of the asking package and of all folders above. */
function isHeld(paths: string[], from: string, name: string): boolean {
  return paths.some((path) => {
    if (!path.endsWith(`node_modules/${name}`)) return false;
    return from.startsWith(path.slice(0, -`node_modules/${name}`.length));
  });
}

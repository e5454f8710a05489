// Runs login.cy.js where Cypress is not installed, as in this project's own checks: the few
// commands that it uses, on top of Playwright. It shows that the example works; it is no
// replacement for Cypress.

import assert from "node:assert/strict";
import { basename } from "node:path";

import { chromium } from "@playwright/test";

import { stop, tasks } from "./tasks.js";

const SPEC = new URL("login.cy.js", import.meta.url);

/** Commands that wait to be run. Those that a callback gives come before the others. */
let queue = [];
let page;
let subject;

function command(run) {
  queue.push(run);
  return cy;
}

const cy = {
  visit: (url) => command(() => page.goto(url)),
  get: (selector) => command(() => page.locator(selector)),
  contains: (tag, text) =>
    command(() => page.locator(tag, { hasText: text }).first()),
  click: () => command((element) => element.click().then(() => element)),
  type: (text) => command((element) => element.fill(text).then(() => element)),
  invoke: (method, name) =>
    command((element) =>
      method === "attr" ? element.getAttribute(name) : element.innerText(),
    ),
  its: (name) => command((value) => value[name]),
  wrap: (value) => command(() => value),
  task: (name, argument) => command(() => tasks[name](argument)),
  should: (what, value) =>
    command(async (found) => {
      await (what === "be.visible"
        ? found.waitFor()
        : assert.equal(found, value));
      return found;
    }),
  then: (callback) =>
    command(async (value) => {
      const rest = queue;
      queue = [];
      const given = callback(value);
      const isNext = given === undefined || given === cy;
      await drain(isNext ? value : given);
      queue = rest;
      return subject;
    }),
};

async function drain(value) {
  subject = value;
  while (queue.length > 0) {
    const run = queue.shift();
    subject = await run(subject);
  }
}

const before = [];
const after = [];
const tests = [];
Object.assign(globalThis, {
  cy,
  describe: (_, define) => define(),
  beforeEach: (run) => before.push(run),
  afterEach: (run) => after.push(run),
  it: (name, run) => tests.push({ name, run }),
});
await import(SPEC);

const browser = await chromium.launch({
  executablePath: process.env.KEYTICK_CHROMIUM,
  args: ["--no-sandbox"],
});
for (const { name, run } of tests) {
  const context = await browser.newContext();
  page = await context.newPage();
  for (const step of [...before, run, ...after]) {
    step();
    await drain();
  }
  await context.close();
  console.log(`ok  ${basename(SPEC.pathname)}: ${name}`);
}
await browser.close();
await stop();

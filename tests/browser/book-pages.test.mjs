// Each page of the book: as it comes, on a desk, on a phone and on paper, by day and by night.
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';

import { chooseTheme, pages, settle } from './lib/book.mjs';
import { ask, DEVICES, newPage } from './lib/browser.mjs';
import { barriers, colors, overflow } from './lib/look.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

/** How many pages are read at a time. */
const READERS = 2;

/** They differ from each other in their colours alone. */
const THEMES = ['light', 'rust', 'coal', 'navy', 'ayu'];

/** A sheet of A4 without its margins, in CSS pixels. */
const SHEET = { width: 718, height: 1000 };

/** The texts of this page are those of the others, and axe would judge their colours for minutes. What is
 * new is that they are together. */
const ALL_IN_ONE = 'print.html';

const book = reading();
const idle = [];
let fadedLines = 0;

/** Pairs of a text's and its ground's colour that axe has judged on some page. */
const judged = new Set();

describe('book: each page', { concurrency: READERS }, () => {
  for (const name of pages()) {
    it(name, async () => {
      const reader = idle.pop() ?? await startReader();
      const problems = [...await onDesk(reader.desk, name), ...await onPhone(reader.phone, name)];
      idle.push(reader);
      expectNone(name, 'a page that everybody can read', problems, 'the page, and book/assets');
    });
  }
});

test('book: pages ask for nothing that is not there', () => {
  const expected = 'requests only for what the book has';
  expectNone('each page', expected, book.site.missing, 'what the pages refer to');
});

test('book: pieces to type show lines that stay', () => {
  assert.ok(fadedLines > 0, 'no piece has a line that stays: does `cargo run -p book -- mark` work?');
});

/** A reader who wants no motion, so that nothing is on its way while a check looks at it. */
async function startReader() {
  const start = (device) => newPage(book.browser, { ...device, reducedMotion: 'reduce' });
  return { desk: await start(DEVICES.desk), phone: await start(DEVICES.phone) };
}

async function onDesk(page, name) {
  const problems = [];
  const add = (whose, found) => problems.push(...found.map((problem) => `${whose}: ${problem}`));
  await open(page, name);
  add('the code', await code(page));
  add('on a desk', await ask(page, 'cut-code'));
  add('light', await access(page, name));
  for (const theme of THEMES.slice(1)) {
    await chooseTheme(page, theme);
    add(theme, (await colors(page)).faint);
  }
  add('on paper', await paper(page));
  add('as it comes', strangers(page));
  return problems;
}

async function onPhone(page, name) {
  const problems = [];
  const add = (whose, found) => problems.push(...found.map((problem) => `${whose}, on a phone: ${problem}`));
  await open(page, name);
  add('light', [...await overflow(page), ...await ask(page, 'wide'), ...(await colors(page)).faint]);
  await chooseTheme(page, 'navy');
  add('navy', [...await overflow(page), ...await ask(page, 'wide')]);
  if (name !== ALL_IN_ONE) add('navy', await access(page, name));
  add('as it comes', strangers(page));
  return problems;
}

async function open(page, name) {
  [page.said, page.asked] = [[], []];
  await book.site.open(page, name);
  await chooseTheme(page, 'light');
}

/** No page hinders people with other eyes or hands. axe takes its time for colours, and says the same of
 * the same two on any page, so it looks at those that it has not seen. Their contrast is measured anyway. */
async function access(page, name) {
  const { faint, pairs } = await colors(page);
  const isNew = name !== ALL_IN_ONE && pairs.some((pair) => !judged.has(pair));
  if (isNew) pairs.forEach((pair) => judged.add(pair));
  const found = await barriers(page, { rulesLeftOut: isNew ? [] : ['color-contrast'] });
  return [...faint, ...found.map((problem) => `axe: ${problem}`)];
}

/** What the console says, and requests to elsewhere. */
function strangers(page) {
  const outside = page.asked.filter((url) => !url.startsWith(book.site.url('')));
  const said = page.said.map((words) => `the console says ${words}`);
  return [...said, ...outside.map((url) => `a request to ${url}`)];
}

/** Each line of each block is there to be read: those that stay as they are are faded, not hidden. */
async function code(page) {
  fadedLines += (await ask(page, 'faded')).length;
  return ask(page, 'hidden-code');
}

/** Nothing is folded away or cut off on paper. */
async function paper(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  await settle(page);
  const problems = await ask(page, 'paper');
  await page.emulateMedia({ media: null });
  await page.setViewportSize(DEVICES.desk.viewport);
  return problems;
}

// The book on paper: its sheets, as Chromium makes them, and what is folded.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { chapterPages } from './lib/book.mjs';
import { newPage } from './lib/browser.mjs';
import { run, withFolder } from './lib/command.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

/** A sheet with fewer words than that is as good as empty. */
const FEW = 12;

const CHAPTER = 'print.html?chapter=01-listener';
const [HINT, ASIDE] = ['An iteration can end in three ways', 'stays on the machine'];

test('book: a chapter on paper has contents, full sheets and their numbers, and answers only if asked for', async () => {
  const sheets = await printed(CHAPTER);
  const all = sheets.join(' ');
  const problems = sheets.flatMap((sheet, at) => {
    const end = `${at + 1} of ${sheets.length}`;
    return [!sheet.endsWith(end) && `no "${end}" at its foot`, !sheet.startsWith('01 A listener') && 'no chapter at its head',
      sheet.split(' ').length < FEW && 'nearly empty'].filter(Boolean).map((what) => `sheet ${at + 1}: ${what}`);
  });
  if (!/Contents.*A page in ten lines.*Check yourself/.test(sheets[0])) problems.push(`the contents are ${sheets[0]}`);
  if (all.includes(HINT)) problems.push('a hint is there, and nobody asked');
  if (!all.includes(ASIDE)) problems.push('an aside is not there');
  if (!(await printed(`${CHAPTER}&answers`)).join(' ').includes(HINT)) problems.push('no hint, although asked for');
  expectNone(CHAPTER, 'a chapter to hand out', problems, 'book/assets/paper.css and paper.js');
});

test('book: all of it on paper has a page of contents, and begins a sheet for a chapter only', async () => {
  const page = await open('print.html');
  await page.emulateMedia({ media: 'print' });
  const [names, breaks] = await page.evaluate(() => [
    document.querySelectorAll('main .contents li a').length,
    [...document.querySelectorAll('main > div + h1')].filter((heading) =>
      getComputedStyle(heading.previousElementSibling).breakBefore !== 'auto').length]);
  assert.deepEqual({ names, breaks }, { names: chapterPages().length, breaks: 0 }, 'names in the contents, and sheets that a page begins');
});

// The script unfolds asides for the printer, and folds them again. What the reader has unfolded is printed.
test('book: printing unfolds asides, and no answers', async () => {
  const page = await open('04-slow-route/too-late.html');
  const unfolded = `[...document.querySelectorAll('details[open]')].map(({ className }) => className).join(' ')`;
  await page.evaluate(`addEventListener('beforeprint', () => { window.whilePrinting = ${unfolded}; })`);
  await page.pdf();
  assert.equal(await page.evaluate('window.whilePrinting'), 'aside', 'what is unfolded while it is printed');
  assert.equal(await page.evaluate(unfolded), '', 'what is unfolded after that');
});

/** A page that does not open the dialog for printers, as `print.html` does. */
async function open(name) {
  const page = await newPage(book.browser);
  await page.addInitScript('window.print = () => {}');
  await book.site.open(page, name);
  return page;
}

/** The text of each sheet. */
function printed(name) {
  return withFolder(async (folder) => {
    const path = join(folder, 'book.pdf');
    await (await open(name)).pdf({ path, format: 'A4' });
    const { output } = await run(['pdftotext', path, '-'], { limit: 60_000 });
    return output.split('\f').slice(0, -1).map((sheet) => sheet.replace(/\s+/g, ' ').trim());
  });
}

// Code, terminals and messages in the book: to scroll, to copy, to read.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DEVICES, newPage } from './lib/browser.mjs';
import { reading } from './lib/reading.mjs';

const book = reading();

test('book: arrow keys scroll code, and do not turn the page', async () => {
  const page = await book.open('05-threadpool/four-workers.html', DEVICES.phone);
  const code = page.locator('main pre > code[tabindex]').first();
  for (const [key, moves] of [['ArrowRight', (left) => left > 0], ['ArrowLeft', (left) => left === 0]]) {
    await code.press(key);
    // A page that is turned answers no more.
    await page.waitForFunction(([test, element]) => eval(test)(element.scrollLeft),
      [`(${moves})`, await code.elementHandle()], { timeout: 60_000 });
  }
});

test('book: of a terminal the commands are copied', async () => {
  const page = await book.open('03-respond/send-and-drain.html');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const block = page.locator('pre:has(.output)').first();
  await block.hover();
  await block.locator('.clip-button').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^cargo run -q -p knock [^$]*$/, 'what the first terminal copies');
  assert.match(await block.innerText(), /\$ cargo run[^]*\n./, 'and what it still shows');
});

test('book: a message has its carets marked, and its code leads to the index', async () => {
  const page = await book.open('05-threadpool/four-workers.html');
  const looks = await page.locator('.language-text .caret').first().evaluate((caret) => {
    const [mark, text] = [caret, caret.parentElement].map((element) => getComputedStyle(element));
    return [Number(mark.fontWeight) >= 600, mark.color !== text.color];
  });
  assert.deepEqual(looks, [true, true], 'a caret is bold, and of another colour');
  await page.locator('.language-text').getByRole('link', { name: 'E0382' }).first().click();
  await page.waitForURL('**/compiler-errors.html#e0382');
  assert.equal(await page.locator(':target').innerText(), 'E0382');
});

test('book: a mend shows what it has changed', async () => {
  const page = await book.open('05-threadpool/four-workers.html');
  assert.deepEqual(await page.locator('ins.changed').allInnerTexts(), ['first after 1.0 s, last after 1.0 s']);
  await page.getByText('What changed since the harm').click();
  const removed = await page.locator('.mend .hljs-deletion').allInnerTexts();
  assert.match(removed.join('\n'), /while let Ok\(job\) = jobs\.lock\(\)\.unwrap\(\)\.recv\(\)/);
});

// Where the system forces its colours on a page, no tint and no shade is left.
test('book: with forced colours, lines to type differ from those that stay', async () => {
  const page = await newPage(book.browser, { ...DEVICES.desk, forcedColors: 'active' });
  await book.site.open(page, '05-threadpool/four-workers.html');
  const [border, typed, stays, figure, ground] = await page.evaluate(() => {
    const [code, boring, text] = ['code.put:has(.boring)', 'code.put .boring', '.fig text'].map(
      (selector) => getComputedStyle(document.querySelector(selector)));
    return [code.borderInlineStartStyle, code.fontWeight, boring.fontWeight, text.fill,
      getComputedStyle(document.body).backgroundColor];
  });
  assert.deepEqual([border, typed, stays], ['double', '700', '400'], 'the border, and the weights');
  assert.notEqual(figure, ground, 'the text of a figure is not of the colour of the page');
});

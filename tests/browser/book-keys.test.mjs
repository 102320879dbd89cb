// Reading the book without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chapterPages, expectSoon } from './lib/book.mjs';
import { newPage } from './lib/browser.mjs';
import { focusProblems } from './lib/look.mjs';
import { MODEL } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const CHAPTER = '01-listener/who-owns-it.html';

const book = reading();

// The first Tab leads to the skip link, which shows itself, and Enter to the text.
test('book: the skip link', async () => {
  const page = await book.open(CHAPTER);
  await page.keyboard.press('Tab');
  await expectSoon(page, 'Tab shows the skip link', `document.activeElement.id === 'skip-link'
    && document.activeElement.getBoundingClientRect().top >= 0`);
  await page.keyboard.press('Enter');
  const isMoved = `document.activeElement.localName === 'main'`;
  await expectSoon(page, 'Enter moves the focus to the text', isMoved);
  await page.keyboard.press('Tab');
  const isInside = `document.activeElement.closest('main') !== null`;
  await expectSoon(page, 'the next Tab goes on in the text', isInside);
});

// Tab visits all that can be used, and the focus shows wherever it is.
for (const name of [CHAPTER, MODEL]) {
  test(`book: Tab reaches everything in ${name}`, async () => {
    const page = await book.open(name);
    const { faint, unreached } = await focusProblems(page);
    expectNone(`Tab, again and again, on ${name}`, 'each stop, and the focus in sight',
      [...faint, ...unreached], 'book/assets/tour.css and tour.js');
  });
}

// Enter on an answer shows what is said to it, on every page with questions.
const withQuestions = chapterPages().filter((name) => name.includes('check-yourself'));
test('book: questions unfold by keyboard', async () => {
  assert.ok(withQuestions.length > 0, 'no page has questions');
  const page = await newPage(book.browser);
  for (const name of withQuestions) {
    await book.site.open(page, name);
    for (const answer of await page.locator('main details').all()) {
      const isOpen = () => answer.evaluate(({ open }) => open);
      assert.equal(await isOpen(), false, `${name}: an answer is open before anybody asks`);
      await answer.locator('> summary').press('Enter');
      assert.equal(await isOpen(), true, `${name}: Enter unfolds no answer`);
    }
  }
});

// A key opens the search, a word finds pages, and another key leads to the first of them.
test('book: search leads to a page', async () => {
  const page = await book.open('set-up.html');
  await page.keyboard.press('/');
  await expectSoon(page, '/ opens the search', `document.activeElement.id === 'mdbook-searchbar'`);
  await page.keyboard.type('backlog');
  const hasResults = `document.querySelectorAll('#mdbook-searchresults a').length > 0`;
  await expectSoon(page, 'it finds a page', hasResults);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectSoon(page, 'Enter leads to a page with the word', `document.readyState === 'complete'
    && !location.pathname.endsWith('/set-up.html')
    && document.querySelector('main mark')?.textContent.toLowerCase().startsWith('backlog')`);
});

// Where a reader is in the book, and what is done.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectSoon } from './lib/book.mjs';
import { ask, DEVICES, newPage } from './lib/browser.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone, waitFor } from './lib/waiting.mjs';

const PAGE = '05-threadpool/a-queue.html';

/** What the browser keeps for this reader. */
const kept = (page) => page.evaluate(() => localStorage.getItem('from-socket-to-shutdown.done'));

const book = reading();

test('book: the head says where one is, the foot what comes next', async () => {
  const page = await book.open(PAGE);
  const head = await page.locator('p.minutes').innerText();
  assert.match(head, /^\d+ minutes · chapter 05, page 3 of \d+$/);
  const foot = await page.locator('.nav-wrapper').innerText();
  assert.match(foot, /^Before\s+The call comes first\s+Next\s+One receiver, four workers$/);
});

test('book: the sidebar unfolds by keyboard', async () => {
  const page = await book.open(PAGE);
  const link = page.locator('#mdbook-sidebar a[href$="03-respond/the-router.html"]');
  assert.equal(await link.isVisible(), false, 'the pages of another chapter are folded');
  await page.getByRole('button', { name: 'Pages of 03 A reply', expanded: false }).press('Enter');
  assert.equal(await link.isVisible(), true, 'Enter unfolds them');
});

// With Space; it is there again when the page is; and no request tells of it.
test('book: a checkpoint is marked as done', async () => {
  const page = await book.open(PAGE);
  const name = /^Done: chapter 05, checkpoint 3 of \d+$/;
  page.asked = [];
  await page.getByRole('checkbox', { name }).press('Space');
  assert.deepEqual(page.asked.filter((url) => !url.includes('favicon')), [], 'what is asked for');
  assert.equal(await kept(page), '["05-threadpool/a-queue#checkpoint-1"]');
  await page.reload();
  assert.equal(await page.getByRole('checkbox', { name }).isChecked(), true, 'it is remembered');
  const chapter = page.locator('#mdbook-sidebar li').filter({ hasText: '05 A pool' }).first();
  assert.match(await chapter.locator('.count').first().innerText(), /^1 of \d+$/);
  await page.getByRole('checkbox', { name }).press('Space');
  assert.equal(await kept(page), '[]', 'and can be taken back');
});

// A browser that keeps nothing for pages must not lose the page.
test('book: nothing is remembered, and nothing breaks', async () => {
  const page = await newPage(book.browser);
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('no storage', 'SecurityError'); },
  }));
  await book.site.open(page, PAGE);
  const box = page.getByRole('checkbox', { name: /^Done: / }).first();
  await box.press('Space');
  await expectSoon(page, 'it counts until the page is left', `document.querySelector('.count') !== null`);
});

// Scripts that come only when the page is drawn already move nothing on it. The window is so high that
// all of the page is in it: nothing counts as moved outside of it.
for (const [device, name] of [['desk', PAGE], ['desk', '05-threadpool/four-workers.html'],
  ['phone', 'introduction.html'], ['phone', '01-listener/a-page.html']]) {
  test(`book: late scripts move nothing, ${name}, ${device}`, async () => {
    const { viewport: { width }, ...options } = DEVICES[device];
    const page = await newPage(book.browser, { ...options, viewport: { width, height: 9_000 } });
    await page.addInitScript(() => {
      window.shifts = [];
      const note = (list) => window.shifts.push(...list.getEntries());
      new PerformanceObserver(note).observe({ type: 'layout-shift' });
    });
    const isDrawn = () => ask(page, 'drawn').catch(() => false);
    await page.route('**/assets/*.js', async (route) => {
      assert.ok(await waitFor(isDrawn), 'nothing is drawn before the scripts come');
      await route.continue();
    });
    await book.site.open(page, name);
    expectNone(name, 'nothing moves', await ask(page, 'shifts'), 'book/assets');
  });
}

// The book for who lost the way, runs no scripts, wants no motion, or prints.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectSoon } from './lib/book.mjs';
import { ask, newPage } from './lib/browser.mjs';
import { MODEL } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

// Whoever follows a wrong link gets a page with the list of chapters, however deep the address.
test('book: an address without a page', async () => {
  const page = await book.open('no/such/page.html');
  const links = await page.evaluate(() => document.querySelectorAll('#mdbook-sidebar a[href]').length);
  assert.ok(links > 5, 'no list of chapters at an address without a page');
  assert.deepEqual(book.site.missing, ['/no/such/page.html'], 'what is missing besides the page itself');
});

// The text, the picture in place of the model, the questions and the list of chapters are there all the same.
test('book: without scripts', async () => {
  const page = await newPage(book.browser, { javaScriptEnabled: false });
  await page.goto(book.site.url(MODEL));
  const marks = await page.evaluate(() => document.querySelectorAll('html.js, [data-runs]').length);
  assert.equal(marks, 0, 'a script of the book has run');
  await expectSoon(page, 'there is text', `document.querySelector('main').innerText.length > 1000`);
  for (const part of ['#pool-model > figure > svg', 'main details > summary', '#mdbook-sidebar iframe']) {
    await expectSoon(page, 'it is shown', `document.querySelector('${part}').checkVisibility()`);
  }
  const list = page.frameLocator('#mdbook-sidebar iframe');
  await list.getByRole('link', { name: 'The router' }).waitFor({ state: 'visible' });
});

for (const name of [MODEL, 'index.html']) {
  test(`book: nothing moves for who wants no motion, ${name}`, async () => {
    const page = await book.open(name, { reducedMotion: 'reduce' });
    expectNone(name, 'no transition, no animation', await ask(page, 'moving'), 'book/assets/tour.css');
  });
}

for (const name of [MODEL, 'print.html']) {
  test(`book: the model is a still picture on paper, ${name}`, async () => {
    const page = await newPage(book.browser);
    await page.emulateMedia({ media: 'print' });
    await book.site.open(page, name);
    const [picture, model] = await page.evaluate(() => ['figure', '[data-runs]'].map((part) =>
      document.querySelector(`#pool-model > ${part}`)?.checkVisibility() ?? false));
    assert.deepEqual({ picture, model }, { picture: true, model: false }, 'which of them is printed');
  });
}

// A picture of memory says in words what it shows, and what its lines mean: the same in each.
test('book: pictures of memory for who does not see them', async () => {
  const page = await book.open('print.html');
  const pictures = await page.evaluate(() => [...document.querySelectorAll('svg[aria-labelledby^="memory-"]')].map((picture) => {
    const text = (attribute) => document.getElementById(picture.getAttribute(attribute))?.textContent ?? '';
    const words = [...picture.querySelectorAll('text')].map((line) => line.textContent);
    const isSaid = text('aria-labelledby') !== '' && text('aria-describedby').length > 150;
    const hasLegend = !picture.querySelector('.fig-owns') || words.some((word) => /^(owns|owned, from line to line)$/.test(word));
    return picture.getAttribute('role') === 'img' && isSaid && hasLegend ? '' : text('aria-labelledby') || 'one without a name';
  }));
  assert.ok(pictures.length >= 7, `${pictures.length} pictures of memory`);
  expectNone('print.html', 'each has a name, a description and the legend', pictures.filter(Boolean), 'book/figures/memory-*.svg');
});

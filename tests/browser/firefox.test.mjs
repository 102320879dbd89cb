// The same server and the same book in Firefox: what another browser might do otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask, firefox, newPage } from './lib/browser.mjs';
import { faintText, focusProblems, overflow } from './lib/look.mjs';
import { Model, MODEL } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { openPage, PAGES } from './lib/server-pages.mjs';
import { withServer } from './lib/server.mjs';
import { overtake } from './lib/tabs.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading(firefox);

test('firefox: the pages of the server', () => withServer({ SLEEP_MS: 200 }, async (server) => {
  for (const page of PAGES) {
    const tab = await newPage(book.browser);
    await openPage(tab, server, page);
    const looks = [...await overflow(tab), ...await faintText(tab)];
    expectNone(page.name, 'nothing too wide or too faint', looks, 'pages/');
    assert.deepEqual(tab.asked, [server.url(page.target)], 'one request: that of the page');
  }
}));

test('firefox: a tab overtakes three that sleep', () =>
  withServer({ SLEEP_MS: 15_000 }, async (server) => overtake(server, await book.browser.newContext())));

for (const name of ['introduction.html', '01-listener/who-owns-it.html', MODEL]) {
  test(`firefox: ${name} looks well, and Tab reaches everything`, async () => {
    const page = await book.open(name);
    const looks = [...await overflow(page), ...await faintText(page), ...await ask(page, 'wide')];
    expectNone(name, 'nothing too wide or too faint', [...page.said, ...looks], 'book/assets');
    const { unreached } = await focusProblems(page);
    expectNone(name, 'Tab reaches everything', unreached, 'book/assets/tour.js');
  });
}

test('firefox: the model', async () => {
  const model = await Model.open(book);
  await model.play([[4, 4, 'keep-lock'], 'send-sleep 4', { 5: { answered: '1' } }]);
  await model.press('size', 'ArrowDown');
  await model.expect({ workers: 'recv, lock, lock, lock, lock' });
  await model.press('step', 'Enter');
  await model.expect({ tick: 'Tick 1.' });
});

// The model of the pool in its page: without a mouse, and whether all of it can be seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectSoon } from './lib/book.mjs';
import { Model, MODEL } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

test('book: the model, Enter and Space press its buttons', async () => {
  const model = await Model.open(book);
  await model.press('send-silent', 'Enter');
  await model.press('step', 'Space');
  await model.expect({ silent: '1' });
  await model.press('stop', 'Enter');
  await model.expect({ main: 'has closed the listener' });
  await model.press('step', 'Enter');
  await model.expect({ lost: '1', main: 'has ended' });
});

test('book: the model, arrow keys choose in its lists, and Space ticks its boxes', async () => {
  const model = await Model.open(book);
  await model.press('size', 'ArrowDown');
  await model.expect({ workers: 'recv, lock, lock, lock, lock' });
  await model.press('keep-lock', 'Space');
  assert.ok(await model.page.isChecked('#pool-keep-lock'), 'Space ticks no box');
});

test('book: the model, time goes by itself after Play, and stands after Pause', async () => {
  const model = await Model.open(book);
  await model.press('play', 'Enter');
  await model.expect({ play: 'Pause' });
  const tick = `parseInt(document.getElementById('pool-tick').textContent.slice(5))`;
  await expectSoon(model.page, 'time goes by', `${tick} > 1`);
  await model.press('play', 'Enter');
  await model.expect({ play: 'Play' });
});

// An arrow key asks for the next page, unless it is pressed in a list.
for (const [id, expected] of [['size', false], ['step', true]]) {
  test(`book: the model, an arrow key at pool-${id} turns the page: ${expected}`, async () => {
    const model = await Model.open(book);
    await model.page.evaluate(() => {
      window.isTurned = false;
      navigation.onnavigate = () => { window.isTurned = true; };
    });
    await model.press(id, 'ArrowRight');
    // A page that is turned may be gone, and its variable with it.
    const stays = await model.page.evaluate(() => window.isTurned === false).catch(() => false);
    assert.equal(!stays, expected, 'whether it turns the page');
  });
}

// A window on a desk and a phone: whoever presses a button sees the lanes, and at which tick they are.
for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`book: the model fits ${viewport.width}x${viewport.height}`, async () => {
    const page = await book.open(MODEL, { viewport });
    await page.locator('[data-set-up]').first().press('Enter');
    const hidden = await page.evaluate(() => [...document.querySelectorAll('.pool-model [data-runs] > *')].filter((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return top < 0 || bottom > innerHeight;
    }).map((part) => part.textContent.trim().slice(0, 40)));
    expectNone(MODEL, 'all of the model is in sight', hidden, 'book/assets/model.css');
    const ticks = await page.locator('#pool-axis').innerText();
    assert.deepEqual(ticks.match(/\d+/g), ['0', '5', '10', '15', '20', '25', '30'], 'the numbers of the axis');
  });
}

test('book: the model keeps its patterns where the system forces colours', async () => {
  const page = await book.open(MODEL, { forcedColors: 'active' });
  const patterns = await page.evaluate(() => ['/sleep', '/panic', 'silent', 'lock', 'dead', 'way'].filter((kind) =>
    getComputedStyle(document.querySelector(`.pool-legend i[data-does="${kind}"]`)).backgroundImage === 'none'));
  expectNone(MODEL, 'a pattern for each kind', patterns, 'forced-colors in book/assets/model.css');
});

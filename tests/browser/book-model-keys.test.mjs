// The model of the pool, without a mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expectSoon } from './lib/book.mjs';
import { Model } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';

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

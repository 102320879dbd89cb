// The model in its page: what sets it up, and whether all of it can be seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Model, MODEL } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

test('book: the model, the questions of the page set themselves up', async () => {
  const model = await Model.open(book);
  const answers = [
    ['recv, lock, lock, lock', 6, { answered: '5' }], ['recv, lock, lock, lock, lock', 1, { answered: '1' }],
    ['recv, lock, lock, lock', 3, { workers: 'run 1 keeps, lock, lock, lock' }], ['recv, lock, lock, lock', 1, { lost: '5' }],
  ];
  for (const [at, [workers, tick, expected]] of answers.entries()) {
    await model.page.locator('[data-set-up]').nth(at).press('Enter');
    await model.expect({ tick: 'Tick 0.', workers });
    await model.until(tick, expected);
  }
});

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

// The model of the pool: who waits for whom, and how it ends.
import { test } from 'node:test';

import { ask } from './lib/browser.mjs';
import { Model } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

/** A check of what is played on a page of its own. */
function play(name, game) {
  test(`book: the model, ${name}`, async () => game(await Model.open(book)));
}

play('as many at once as it has workers, the others in their order', async (model) => {
  await model.anew(4, 4);
  await model.send('sleep', 4);
  await model.send('hello', 1);
  await model.until(5, { answered: '4', workers: 'run 5, recv, lock, lock' });
  await model.until(6, { said: 'Worker 1 answers client 5.' });
  await model.anew(5, 4);
  await model.send('sleep', 4);
  await model.send('hello', 1);
  await model.until(1, { answered: '1' });
});

play('a full queue holds up the main thread', async (model) => {
  await model.anew(1, 1);
  await model.send('sleep', 3);
  await model.send('hello', 1);
  const main = 'waits in execute with client 3';
  await model.until(1, { workers: 'run 1', queue: '2', main, backlog: '4' });
  await model.expectAnswers({ 5: '1', 10: '2', 15: '3', 16: '4' });
});

play('no queue', async (model) => {
  await model.anew(1, 0);
  await model.send('sleep', 1);
  await model.send('hello', 2);
  await model.expectAnswers({ 5: '1', 6: '2', 7: '3' }, { queue: '' });
});

play('a worker that keeps the lock makes it a pool of one', async (model) => {
  await model.anew(4, 4, ['keep-lock']);
  await model.send('sleep', 4);
  await model.until(3, { workers: 'run 1 keeps, lock, lock, lock' });
  await model.expect({ holder: 'Worker 1 has it', queue: '2 3 4' });
  await model.expectAnswers({ 5: '1', 10: '2', 15: '3', 20: '4' });
});

play('panics that nobody catches empty it', async (model) => {
  await model.anew(4, 4, ['panic-kills']);
  await model.send('panic', 4);
  await model.send('hello', 1);
  await model.until(1, { workers: 'dead, dead, dead, dead', lost: '5' });
  await model.send('hello', 1);
  await model.until(2, { lost: '6', answered: '0' });
  await model.anew(4, 4);
  await model.send('panic', 4);
  await model.send('hello', 1);
  await model.until(2, { lost: '4', answered: '1' });
});

play('after Ctrl-C who is here is served, newcomers are refused, and the workers end last', async (model) => {
  await model.anew(2, 4);
  await model.send('sleep', 2);
  await model.send('hello', 2);
  await model.until(1);
  await model.click('stop');
  await model.expect({ main: 'has closed the listener' });
  await model.send('hello', 1);
  await model.expect({ refused: '1', said: 'Client 5 is refused: nobody listens.', queue: '3 4' });
  await model.until(5, { answered: '2' });
  await model.until(6, { answered: '4', workers: 'ended, ended', main: 'has ended' });
});

play('a main thread that waits closes the listener when it is through with the backlog', async (model) => {
  await model.anew(1, 1);
  await model.send('sleep', 3);
  await model.send('hello', 1);
  await model.until(1);
  await model.click('stop');
  await model.send('hello', 1);
  await model.expect({ refused: '0', backlog: '4 5' });
  await model.until(15, { main: 'has closed the listener' });
  await model.until(17, { answered: '5', main: 'has ended' });
});

play('an idle pool ends at once', async (model) => {
  await model.anew(4, 4);
  await model.click('stop');
  await model.expect({ workers: 'ended, ended, ended, ended', main: 'has ended' });
  await model.click('step');
  await model.expect({ tick: 'Tick 0.' });
});

// They sit in the waiting room, hold up nobody, and are told 408 at their deadline.
play('silent clients', async (model) => {
  await model.anew(4, 4);
  await model.send('silent', 4);
  await model.send('hello', 1);
  await model.until(1, { silent: '1 2 3 4' });
  await model.until(2, { answered: '1' });
  await model.until(6, { late: '4', silent: '' });
});

play('silent clients are let go after Ctrl-C, also those whose time is over at the next tick', async (model) => {
  await model.anew(4, 4);
  await model.send('silent', 2);
  await model.until(4, { silent: '1 2' });
  await model.click('stop');
  await model.until(5, { lost: '2', late: '0', main: 'has ended' });
});

play('the lock goes from hand to hand', async (model) => {
  await model.anew(4, 4);
  await model.send('sleep', 3);
  await model.until(1, { holder: 'Worker 4 has it' });
  await model.expectShown('#pool-hand .pool-way', 'd', 'M0 0.94V1.94V2.94V3.94M0 3.94h1');
  await model.until(5, { holder: 'Worker 4 has it', workers: 'lock, lock, lock, recv' });
});

play('Back takes the last step back, as often as one likes', async (model) => {
  await model.anew(2, 4);
  await model.send('sleep', 2);
  await model.until(5, { answered: '2' });
  await model.click('back', 5);
  await model.expect({ tick: 'Tick 0.', answered: '0', backlog: '1 2' });
  await model.click('back', 3);
  await model.expect({ tick: 'Tick 0.', backlog: '' });
});

play('each client is somewhere, or its end was counted, whatever is pressed', async (model) => {
  const expected = 'each client is counted once, one worker waits for a job, no state changes';
  expectNone('window.poolModel', expected, await ask(model.page, 'model-sums'), 'book/assets/model-moves.js');
});

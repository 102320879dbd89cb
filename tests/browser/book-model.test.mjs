// The model of the pool: who waits for whom, and how it ends.
import { test } from 'node:test';

import { ask } from './lib/browser.mjs';
import { Model } from './lib/model.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

/** A check of what is played on a page of its own, move by move. */
function play(name, ...moves) {
  test(`book: the model, ${name}`, async () => (await Model.open(book)).play(moves));
}

play('as many at once as it has workers, the others in their order',
  [4, 4], 'send-sleep 4', 'send-hello',
  { 5: { answered: '4', workers: 'run 5, recv, lock, lock' }, 6: { said: 'Worker 1 answers client 5.' } },
  [5, 4], 'send-sleep 4', 'send-hello', { 1: { answered: '1' } });

play('a full queue holds up the main thread',
  [1, 1], 'send-sleep 3', 'send-hello',
  { 1: { workers: 'run 1', queue: '2', main: 'waits in execute with client 3', backlog: '4' } },
  { 5: { answered: '1' }, 10: { answered: '2' }, 15: { answered: '3' }, 16: { answered: '4' } });

play('no queue',
  [1, 0], 'send-sleep', 'send-hello 2',
  { 5: { answered: '1', queue: '' }, 6: { answered: '2', queue: '' }, 7: { answered: '3', queue: '' } });

play('a worker that keeps the lock makes it a pool of one',
  [4, 4, 'keep-lock'], 'send-sleep 4',
  { 3: { workers: 'run 1 keeps, lock, lock, lock', holder: 'Worker 1 has it', queue: '2 3 4' } },
  { 5: { answered: '1' }, 10: { answered: '2' }, 15: { answered: '3' }, 20: { answered: '4' } });

play('panics that nobody catches empty it',
  [4, 4, 'panic-kills'], 'send-panic 4', 'send-hello',
  { 1: { workers: 'dead, dead, dead, dead', lost: '5' } },
  'send-hello', { 2: { lost: '6', answered: '0' } },
  [4, 4], 'send-panic 4', 'send-hello', { 2: { lost: '4', answered: '1' } });

play('after Ctrl-C who is here is served, newcomers are refused, and the workers end last',
  [2, 4], 'send-sleep 2', 'send-hello 2', { 1: {} },
  'stop', { 1: { main: 'has closed the listener' } },
  'send-hello', { 1: { refused: '1', said: 'Client 5 is refused: nobody listens.', queue: '3 4' } },
  { 5: { answered: '2' }, 6: { answered: '4', workers: 'ended, ended', main: 'has ended' } });

play('a main thread that waits closes the listener when it is through with the backlog',
  [1, 1], 'send-sleep 3', 'send-hello', { 1: {} },
  'stop', 'send-hello', { 1: { refused: '0', backlog: '4 5' } },
  { 15: { main: 'has closed the listener' }, 17: { answered: '5', main: 'has ended' } });

play('an idle pool ends at once',
  [4, 4], 'stop', { 0: { workers: 'ended, ended, ended, ended', main: 'has ended' } },
  'step', { 0: {} });

// They sit in the waiting room, hold up nobody, and are told 408 at their deadline.
play('silent clients',
  [4, 4], 'send-silent 4', 'send-hello',
  { 1: { silent: '1 2 3 4' }, 2: { answered: '1' }, 6: { late: '4', silent: '' } });

play('silent clients are let go after Ctrl-C, also those whose time is over at the next tick',
  [4, 4], 'send-silent 2', { 4: { silent: '1 2' } },
  'stop', { 5: { lost: '2', late: '0', main: 'has ended' } });

play('the lock goes from hand to hand',
  [4, 4], 'send-sleep 3',
  { 1: { holder: 'Worker 4 has it', way: 'M0 0.94V1.94V2.94V3.94M0 3.94h1' } },
  { 5: { holder: 'Worker 4 has it', workers: 'lock, lock, lock, recv' } });

play('Back takes the last step back, as often as one likes',
  [2, 4], 'send-sleep 2', { 5: { answered: '2' } },
  'back 5', { 0: { answered: '0', backlog: '1 2' } },
  'back 3', { 0: { backlog: '' } });

play('the questions of the page set themselves up',
  'question-1', { 0: { workers: 'recv, lock, lock, lock' }, 6: { answered: '5' } },
  'question-2', { 0: { workers: 'recv, lock, lock, lock, lock' }, 1: { answered: '1' } },
  'question-3', { 0: { workers: 'recv, lock, lock, lock' }, 3: { workers: 'run 1 keeps, lock, lock, lock' } },
  'question-4', { 0: { workers: 'recv, lock, lock, lock' }, 1: { lost: '5' } });

test('book: the model, each client is somewhere, or its end was counted, whatever is pressed', async () => {
  const { page } = await Model.open(book);
  const expected = 'each client is counted once, one worker waits for a job, no state changes';
  expectNone('window.poolModel', expected, await ask(page, 'model-sums'), 'book/assets/model-moves.js');
});

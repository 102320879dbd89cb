// Waiting for what nobody announces, and saying what came instead.
import { setTimeout as pause } from 'node:timers/promises';

/** How long anything may take that should come at once, in milliseconds. Far more than it needs, so that
 * a busy machine fails no check. */
export const PATIENCE = 60_000;

/** Asks again and again until there is an answer; returns the last one. */
export async function waitFor(ask, limit = PATIENCE) {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer || Date.now() >= deadline) return answer;
    await pause(5);
  }
}

/** What a browser is asked for must come in time: who waits in vain is told for what. */
export async function within(limit, what, promise) {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${what}: no answer within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The failure that every check reports: four lines, always in this order. */
export function fail(sent, expected, came, lookAt) {
  throw new Error(`\n    sent: ${sent}\nexpected: ${expected}\n    came: ${came}\n look at: ${lookAt}\n`);
}

/** Reports all that is wrong, in place of the first thing. */
export function expectNone(sent, expected, problems, lookAt) {
  if (problems.length > 0) fail(sent, expected, problems.join('\n          '), lookAt);
}

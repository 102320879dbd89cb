// Several tabs of one browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { withFreshChromium } from './lib/browser.mjs';
import { Client, FINISHED, POOL, withServer } from './lib/server.mjs';
import { expectSleepPages, openSleepers, overtake, startToOpen } from './lib/tabs.mjs';
import { fail } from './lib/waiting.mjs';

const withBoth = (variables, visit) =>
  withServer(variables, (server) => withFreshChromium((window) => visit(server, window)));

for (const step of [FINISHED, POOL]) {
  test(`server: a tab overtakes three that sleep, ${step}`, () => withBoth({ step }, overtake));
}

test('server: every tab gets its page after Ctrl-C', () => withBoth({}, async (server, window) => {
  const tabs = await openSleepers(server, window, ['/sleep?1', '/sleep?2', '/sleep?3', '/sleep?4']);
  const queued = await Client.connect(server);
  await server.waitForLog(`${queued.name} connected`);
  queued.ask('/');
  server.interrupt();
  await server.waitForLog('Stopping');
  assert.deepEqual(server.lines(' 200 '), [], 'four tabs were to sleep still when Ctrl-C came');
  await expectSleepPages(tabs);
  await queued.expectPage('src/main.rs: what happens to jobs that are queued?');
  await server.expectCleanExit();
}));

// What the page at `/sleep` says of browsers is true: tabs with the very same address ask one after
// another, however many workers are free. So the third request comes after the first reply.
test('server: a browser asks for one address once at a time', () =>
  withBoth({ SLEEP_MS: 1_000 }, async (server, window) => {
    const tabs = [];
    for (let number = 0; number < 4; number += 1) tabs.push(await startToOpen(window, server.url('/sleep')));
    await expectSleepPages(tabs);
    const places = (end) => server.log.flatMap((line, at) => (end.test(line) ? [at] : []));
    const [requests, replies] = [places(/ GET \/sleep$/), places(/ 200 /)];
    if (requests.length !== 4 || requests[2] < replies[0]) {
      const expected = 'four requests, the third of them after the first reply';
      fail('/sleep in four tabs', expected, 'a log that stands below', 'pages/sleep.html: is it true?');
    }
  }));

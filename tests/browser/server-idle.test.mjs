// Clients that connect and then say nothing, or not all.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ask, withFreshChromium } from './lib/browser.mjs';
import { run } from './lib/command.mjs';
import { HELLO, NOT_FOUND, openPage } from './lib/server-pages.mjs';
import { FINISHED, POOL, withServer } from './lib/server.mjs';
import { fail, waitFor } from './lib/waiting.mjs';

/** Long enough that no silent client is let go while a check looks on. */
const LONG = 60_000;

/** So many silent clients would be enough to stop a server whose workers wait for them. */
const WORKERS = 4;

/** Chromium opens a spare connection by itself, as a rule: who asked once may ask again. A page can make
 * it certain by `preconnect`, once for requests with cookies and once for those without. */
function withVisitor(server, visit) {
  return withFreshChromium(async (window) => {
    const tab = await window.newPage();
    await openPage(tab, server, HELLO);
    await ask(tab, 'preconnect');
    await visit(tab);
  });
}

/** How many are connected of whom there is no further line in the log. */
function silentClients(server) {
  const names = server.lines(' connected').map((line) => line.replace('connected', ''));
  return names.filter((name) => server.lines(name).length === 1).length;
}

/** curl has the page within 250 ms. Of five tries one is enough: this machine may have slowed one. */
async function expectQuickPage(server, who) {
  const words = ['curl', '-sS', '--fail', '--max-time', '0.25', server.url('/')];
  const tries = [];
  for (let number = 0; number < 5; number += 1) tries.push(await run(words));
  if (!tries.some(({ code, output }) => code === 0 && output.includes('</html>'))) {
    const lookAt = 'who holds a worker, or the lock, meanwhile?';
    fail(`curl, while ${who}`, 'the page within 250 ms', tries[0].errors, lookAt);
  }
}

/** Lets visitors come until their spare connections are as many as the workers; others are served. */
async function fill(server, visitors) {
  if (silentClients(server) < WORKERS) {
    assert.ok(visitors < WORKERS, 'these browsers open no spare connections');
    await withVisitor(server, async () => {
      assert.ok(await waitFor(() => silentClients(server) > visitors), 'no spare connection');
      await fill(server, visitors + 1);
    });
  } else {
    await expectQuickPage(server, 'browsers hold spare connections');
    assert.ok(silentClients(server) >= WORKERS, 'spare connections were used');
  }
}

// A browser that has never been used before gets the page, and with its spare connections holds up nobody.
for (const step of [FINISHED, POOL]) {
  test(`server: fresh browsers hold up nobody, ${step}`, () =>
    withServer({ step, REQUEST_MS: LONG }, (server) => fill(server, 0)));
}

test('server: a spare connection that was told 408 is no reply to the next request', () =>
  withServer({ REQUEST_MS: 500 }, async (server) => {
    await withVisitor(server, async (tab) => {
      await server.waitForLog(' 408 ');
      await openPage(tab, server, NOT_FOUND);
    });
  }));

// `nc` sends half a request and goes: it gets no reply, and the server serves on.
test('nc: half a request costs nothing', () => withServer({}, async (server) => {
  const { port } = new URL(server.url('/'));
  const half = { input: 'GET / HTTP/1.1\r\nHost: loc' };
  const { code, output } = await run(['nc', '-N', '127.0.0.1', port], half);
  assert.deepEqual([code, output], [0, ''], 'a clean end and no reply');
  await server.waitForLog('let go: the client closed before its request was complete');
  await server.servesOn();
}));

// Ten times `nc` that say nothing: others are served, and in the end each is told that it was too slow.
// (`-d`: nc does not look at its standard input, and ends when the server has ended.)
test('nc: ten idle clients hold up nobody', () => withServer({ REQUEST_MS: 2_000 }, async (server) => {
  const { port } = new URL(server.url('/'));
  const idle = Array.from({ length: 10 }, () => run(['nc', '-d', '127.0.0.1', port]));
  await server.waitForLog(' connected', 10);
  await expectQuickPage(server, 'ten times nc say nothing');
  assert.equal(silentClients(server), 10, 'curl was to come before a deadline has passed');
  for (const { output } of await Promise.all(idle)) {
    assert.match(output, /^HTTP\/1\.1 408 [^]*<\/html>/, 'what nc is told');
  }
}));

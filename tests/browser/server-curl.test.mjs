// curl, and what one can ask of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { run } from './lib/command.mjs';
import { withServer } from './lib/server.mjs';
import { fail } from './lib/waiting.mjs';

/** How a reply begins, and what it has in it. */
const PAGE = ['HTTP/1.1 200 OK\r\n', '<h1>Hello. This page is yours.</h1>', '</html>'];
const HEAD = ['HTTP/1.1 200 OK\r\n', 'Content-Length: '];
const NOT_ALLOWED = ['HTTP/1.1 405 Method Not Allowed\r\n', '\r\nAllow: GET, HEAD\r\n', '</html>'];

/** curl with these arguments, and its head; of `url`, in place of the page at `/`. */
function curl(server, words, { url = server.url('/'), input } = {}) {
  return run(['curl', '-sSi', '--max-time', '20', ...words, url], { input });
}

/** curl gets such a reply, and all of it; returns it. */
async function expectReply(server, [start, ...parts], words, options) {
  const { code, output, errors } = await curl(server, words, options);
  if (code !== 0 || !output.startsWith(start) || !parts.every((part) => output.includes(part))) {
    const came = `exit code ${code}, ${errors} ${output.slice(0, 400)}`;
    const expected = `exit code 0, ${start} and ${parts.join(', ')}`;
    fail(`curl ${words.join(' ')}`, expected, came, 'src/connection.rs');
  }
  return output;
}

for (const [reply, ...words] of [
  [PAGE], [PAGE, '--http1.0'], [PAGE, '--get', '--data', 'a=b&c=d'], [NOT_ALLOWED, '-d', 'name=value'],
]) {
  test(`curl: ${words.join(' ') || 'the page'}`, () => withServer({}, (server) => expectReply(server, reply, words)));
}

test('curl: a whole URL, as a proxy is asked', () => withServer({}, async (server) => {
  await expectReply(server, PAGE, ['-x', server.url('')], { url: 'http://example.test/' });
  await server.waitForLog('GET http://example.test/');
}));

// The head of the page, with its length, and no page. `-I` shows the first; curl's way to show the second
// is to read until the server ends the connection, whatever length was announced.
for (const words of [['-I'], ['-X', 'HEAD', '--ignore-content-length']]) {
  test(`curl: HEAD, ${words.join(' ')}`, () => withServer({}, async (server) => {
    const [head] = (await expectReply(server, PAGE, [])).split('\r\n\r\n');
    const output = await expectReply(server, HEAD, words);
    assert.equal(output, `${head}\r\n\r\n`, 'the head of GET, and nothing more');
  }));
}

// A long body, which curl announces with `Expect: 100-continue` and waits, or sends at once, while the
// server answers already.
for (const header of ['Expect: 100-continue', 'Expect:']) {
  test(`curl: a long body ten times, ${header}`, () => withServer({}, async (server) => {
    const [words, input] = [['-H', header, '--data-binary', '@-'], 'x'.repeat(1024 * 1024)];
    for (let number = 0; number < 10; number += 1) await expectReply(server, NOT_ALLOWED, words, { input });
    await server.servesOn();
  }));
}

// HTTP/2 is not spoken here. curl is told so, and the server serves on.
test('curl: HTTP/2 is refused', () => withServer({}, async (server) => {
  const { code, output } = await curl(server, ['--http2-prior-knowledge']);
  assert.ok(code > 0, `curl reports no error: ${output}`);
  await server.waitForLog(' 505 ');
  await server.servesOn();
}));

// Nor is TLS. (The log need not have the status: curl may be gone before the reply has left.)
test('curl: https is refused', () => withServer({}, async (server) => {
  const url = server.url('/').replace('http:', 'https:');
  const { code, output } = await curl(server, ['--insecure'], { url });
  assert.ok(code > 0, `curl reports no error: ${output}`);
  await server.waitForLog('the head has bytes that are not text');
  await server.servesOn();
}));

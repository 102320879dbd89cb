// ab: very many clients, and clients that send much.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { run, withFolder } from './lib/command.mjs';
import { withServer } from './lib/server.mjs';
import { fail } from './lib/waiting.mjs';

/** Runs `ab`, whose report has all of these lines, however they are aligned. */
async function ab(words, lines) {
  const { code, output, errors } = await run(['ab', '-q', ...words]);
  const report = output.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  if (code !== 0 || !lines.every((line) => report.includes(line))) {
    fail(`ab ${words.join(' ')}`, lines.join(', '), output + errors, 'src/connection.rs');
  }
  return output;
}

// `ab` asks 2,000 times, 64 times at once, and opens connections besides that it never uses.
test('ab: 2,000 requests, 64 at once', () => withServer({}, async (server) => {
  await server.servesOn();
  const before = server.threads();
  const words = ['-n', '2000', '-c', '64', server.url('/')];
  const report = await ab(words, ['Complete requests: 2000', 'Failed requests: 0']);
  assert.doesNotMatch(report, /Non-2xx/, 'each reply is a page: src/router.rs');
  await server.servesOn();
  assert.equal(server.threads(), before, `as many threads after ab ${words.join(' ')} as before`);
}));

// `ab` posts 50 times a body of 1 MiB. Other than curl, it writes a whole body before it reads. If the
// server does not take it all, that is a reset, and the reply is lost.
test('ab: long bodies', () => withServer({}, (server) => withFolder(async (folder) => {
  const body = join(folder, 'body');
  writeFileSync(body, 'x'.repeat(1024 * 1024));
  const words = ['-s', '10', '-n', '50', '-c', '4', '-p', body, server.url('/')];
  await ab(words, ['Complete requests: 50', 'Failed requests: 0', 'Non-2xx responses: 50']);
  await server.servesOn();
})));

// Lets real clients at the finished server: Chromium, Firefox, curl, ab and nc. And reads the book, as
// people do.
//
//     node tests/browser/run.mjs          every check
//     node tests/browser/run.mjs curl     those in files with `curl` in their name
import { readdirSync } from 'node:fs';
import { run as runTests } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

import { build as buildBook } from './lib/book.mjs';
import { run } from './lib/command.mjs';
import { missing, TARGET } from './lib/needed.mjs';
import { FINISHED, POOL } from './lib/server.mjs';

/** How long one file may take, in milliseconds. */
const LIMIT = 900_000;

async function prepare() {
  const problem = missing();
  if (problem) throw new Error(problem);
  const words = ['cargo', 'build', '--target-dir', TARGET, '-p', FINISHED, '-p', POOL];
  const { code, errors } = await run(words, { limit: 300_000 });
  if (code !== 0) throw new Error(`${words.join(' ')} fails: ${errors}`);
  await buildBook();
}

/** The one that takes longest begins, so that nobody waits for it at the end. */
const FIRST = 'book-pages.test.mjs';

/** The files of checks that have this in their name. */
function files(wanted) {
  const names = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.mjs'));
  const all = [FIRST, ...names.filter((name) => name !== FIRST)];
  const chosen = all.filter((name) => name.includes(wanted));
  return chosen.map((name) => fileURLToPath(new URL(name, import.meta.url)));
}

await prepare();
const counts = { pass: 0, fail: 0 };
const tests = runTests({ files: files(process.argv[2] ?? ''), concurrency: 2, timeout: LIMIT });
for (const kind of ['pass', 'fail']) {
  tests.on(`test:${kind}`, ({ details }) => { counts[kind] += details.type === 'suite' ? 0 : 1; });
}
const report = tests.compose(new spec());
report.pipe(process.stdout);
await new Promise((done) => report.on('end', done));
console.log(`\n${counts.pass} passed, ${counts.fail} failed`);
process.exitCode = counts.fail === 0 && counts.pass > 0 ? 0 : 1;

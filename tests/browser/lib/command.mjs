// Other programs: running them to their end, in folders of their own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ROOT } from './needed.mjs';
import { fail } from './waiting.mjs';

/** Programs that run. Whoever starts one ends it, and none outlives this process. */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Starts a program at the top of the workspace. */
export function start([program, ...words], variables = {}) {
  const child = spawn(program, words, { cwd: ROOT, env: { ...process.env, ...variables } });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.stdin.on('error', () => {}); // a program need not read what it is given
  return child;
}

/** Runs a program to its end, which must come within so many milliseconds: how it ended, and what it
 * said. */
export async function run(words, { input = '', limit = 60_000 } = {}) {
  const child = start(words);
  const said = { output: '', errors: '' };
  child.stdout.on('data', (bytes) => { said.output += bytes; });
  child.stderr.on('data', (bytes) => { said.errors += bytes; });
  child.stdin.end(input);
  let isLate = false;
  const timer = setTimeout(() => { isLate = child.kill('SIGKILL'); }, limit);
  const code = await new Promise((done, failed) => child.on('error', failed).on('close', done));
  clearTimeout(timer);
  if (isLate) fail(words.join(' '), `it ends within ${limit} ms`, 'it still ran', 'who does not answer it?');
  return { code, ...said };
}

/** Lets a visit use a folder of its own. */
export async function withFolder(visit) {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  try {
    return await visit(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The files of the page "Deployment", taken apart or fitted to this machine.
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { run } from './command.mjs';
import { ROOT, TARGET } from './needed.mjs';
import { FINISHED } from './server.mjs';
import { expectNone, fail } from './waiting.mjs';

/** How a program gets everything it needs inside of itself, as the page says. */
const STATIC = 'RUSTFLAGS=-C target-feature=+crt-static';

/** A file of the page. */
export function deployed(name) {
  return readFileSync(join(ROOT, 'book/deploy', name), 'utf8');
}

/** Writes a file of the page into a folder, with other words where this machine needs them. Each word
 * must be there: else the page has changed, and the check must follow. */
export function fitted(name, folder, words) {
  const missing = Object.keys(words).filter((word) => !deployed(name).includes(word));
  expectNone(`book/deploy/${name}`, 'the words that the check replaces', missing, 'this check');
  const text = Object.entries(words).reduce((text, [word, own]) => text.replaceAll(word, own), deployed(name));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** Runs a program that must succeed; returns what it said. */
export async function succeed(words, lookAt, limit = 300_000) {
  const { code, output, errors } = await run(words, { limit });
  if (code !== 0) fail(words.join(' '), 'the exit code 0', `${code}: ${output}${errors}`, lookAt);
  return output + errors;
}

/** The finished server, as one file that needs no other. */
export async function staticServer() {
  const target = join(TARGET, 'static');
  await succeed(['env', STATIC, 'cargo', 'build', '--target-dir', target, '-p', FINISHED], 'the page "Deployment"');
  return join(target, 'debug', FINISHED);
}

/** The reader's project at the end of chapter 06: the step, under the name that `cargo new server` gives,
 * which sorts elsewhere among the lines with `use`. */
export async function readersProject(folder) {
  const step = join(ROOT, 'steps/06-graceful-shutdown');
  for (const part of ['src', 'pages']) cpSync(join(step, part), join(folder, part), { recursive: true });
  for (const name of readdirSync(join(folder, 'src'))) {
    const path = join(folder, 'src', name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('step_06_graceful_shutdown', 'server'));
  }
  const manifest = '[package]\nname = "server"\nversion = "0.1.0"\nedition = "2024"\n\n[workspace]\n';
  writeFileSync(join(folder, 'Cargo.toml'), manifest);
  await succeed(['cargo', 'fmt', '--manifest-path', join(folder, 'Cargo.toml')], 'rustfmt');
}

/** The commands of a workflow, in their order. */
export function steps(workflow) {
  const lines = workflow.split('\n');
  const begins = lines.map((line) => /^ +(?:- )?run: (.*)$/.exec(line)?.[1]);
  return begins.flatMap((command, at) => {
    if (command !== '|') return command ?? [];
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((line) => !line.startsWith(' '.repeat(10)));
    return rest.slice(0, end < 0 ? rest.length : end).map((line) => line.slice(10)).join('\n');
  });
}

/** Makes the image that a container file describes, by hand: a folder that becomes `/`. Knows only the
 * words that ours has. Returns the command that runs it, without its last argument, the address. */
export async function image(folder, file) {
  const words = file.trim().split('\n').map((line) => /^(\w+) (.*)$/.exec(line).slice(1));
  const one = (name) => words.find(([word]) => word === name)?.[1];
  const known = ['FROM', 'COPY', 'ENV', 'USER', 'ENTRYPOINT', 'CMD'];
  const unknown = words.map(([word]) => word).filter((word) => !known.includes(word));
  if (one('FROM') !== 'scratch') unknown.push(`FROM ${one('FROM')}`);
  expectNone('book/deploy/Containerfile', 'lines that this check can do by hand', unknown, 'image() in this file');
  const [from, to] = one('COPY').split(' ');
  const built = 'target/release/server';
  if (from !== built) fail('COPY', built, from, 'book/src/next/deployment.md, which says how it is built');
  mkdirSync(dirname(join(folder, to)), { recursive: true });
  copyFileSync(await staticServer(), join(folder, to));
  for (const path of [folder, join(folder, to)]) chmodSync(path, 0o755);
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const [entry] = JSON.parse(one('ENTRYPOINT'));
  return [...asRoot, 'env', '-i', one('ENV'), '/usr/sbin/chroot', `--userspec=${one('USER')}`, folder, entry];
}

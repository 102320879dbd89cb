// The files with which a class is graded do what the page "In any CI" says. Their commands run here
// as they do there, on a class of three: one has solved it, one has not, one has handed in nothing.
import assert from 'node:assert/strict';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { run, withFolder } from './lib/command.mjs';
import { deployed, steps, succeed } from './lib/deploy.mjs';
import { ROOT } from './lib/needed.mjs';

const ANSWER = 'tests/answers/ex01c/answer.rs';
const STARTER = 'steps/01-listener/exercises/starters/ex01c.rs';

/** The commands of the `script` lists of a file for GitLab, job by job, each as its shell gets them. */
function scripts(file) {
  return file.split('\n  script:\n').slice(1).map((rest) => {
    const lines = rest.split('\n');
    const end = lines.findIndex((line) => !line.startsWith('    '));
    const items = lines.slice(0, end).join('\n').split(/^ {4}- /m).slice(1);
    return items.map((item) => item.replace(/^\|\n/, '')).join('\n');
  });
}

async function repository(folder) {
  const git = ['git', '-c', 'user.name=A', '-c', 'user.email=a@example.com', '-C', folder];
  await succeed(['git', 'init', '-q', folder], 'git');
  await succeed([...git, 'add', '.'], 'git');
  await succeed([...git, 'commit', '-q', '-m', 'As it is'], 'git');
}

/** A copy of the course, and the repositories of two students. */
async function withClass(visit) {
  await withFolder(async (folder) => {
    const course = join(folder, 'course');
    const isLeftOut = (path) => /(^|\/)(target|\.git|class|results)$/.test(path.slice(ROOT.length));
    cpSync(ROOT, course, { recursive: true, filter: (path) => !isLeftOut(path) });
    for (const [name, file] of [['anna', ANSWER], ['ben', STARTER]]) {
      mkdirSync(join(folder, name));
      cpSync(join(ROOT, file), join(folder, name, 'ex01c.rs'));
      await repository(join(folder, name));
    }
    writeFileSync(join(course, 'class.txt'), ['anna', 'ben', 'cem'].map((name) => `${name} file://${folder}/${name}\n`).join(''));
    await repository(course);
    await visit(folder, course);
  });
}

/** Runs commands in a folder, as both services do: `set -e`, and variables. */
function shell(command, where, folder) {
  const variables = [`COURSE=file://${folder}/course`, 'ONLY=01c', `RUNNER_TEMP=${where}.temp`, `CI_PROJECT_DIR=${where}`,
    `GITHUB_STEP_SUMMARY=${where}.summary`, `CARGO_TARGET_DIR=${folder}/target`, 'TOKEN=a', 'CLASS_TOKEN=a'];
  mkdirSync(`${where}.temp`, { recursive: true });
  return run(['env', '-C', where, ...variables, 'bash', '-eo', 'pipefail', '-c', command], { limit: 600_000 });
}

// Each clones the course and compiles it, which takes long. So each has one student.
test('class: a student\'s repository is green when it is solved, and red when not', () => withClass(async (folder) => {
  for (const [name, commands, student, isSolved] of [
    ['student-github.yml', steps, 'anna', true],
    ['student-gitlab.yml', scripts, 'ben', false],
  ]) {
    const found = commands(deployed(name));
    assert.ok(found.length > 0, `no command is found in book/deploy/${name}`);
    const { code, output, errors } = await shell(found[0], join(folder, student), folder);
    for (const command of found.slice(1)) assert.equal((await shell(command, join(folder, student), folder)).code, 0);
    const said = `book/deploy/${name}: ${student}: ${output}${errors}`;
    assert.match(output, isSolved ? /4 of 4/ : /0 of 4, starter/, said);
    assert.equal(code === 0, isSolved, said);
  }
}));

test('class: the teacher\'s copy of the course grades everybody', () => withClass(async (folder, course) => {
  const files = { 'teacher-github.yml': steps, 'teacher-gitlab.yml': scripts };
  for (const [name, commands] of Object.entries(files)) {
    const found = commands(deployed(name));
    assert.equal(found.length, 2, `the commands that this check finds in book/deploy/${name}`);
    let said = '';
    for (const command of found) {
      const { output, errors } = await shell(command, course, folder);
      said += output + errors;
    }
    const table = readFileSync(join(course, 'results/results.csv'), 'utf8');
    assert.match(said, /cem has handed in nothing/, `book/deploy/${name}: ${said}`);
    for (const row of [/anna.*solved/, /ben.*starter/, /cem/]) assert.match(table, row, `book/deploy/${name}: ${said}`);
    await succeed(['git', '-C', course, 'diff', '--exit-code'], `book/deploy/${name}`);
    const { output } = await run(['git', '-C', course, 'status', '--porcelain']);
    assert.equal(output, '', '.gitignore has what the commands make');
    await succeed(['rm', '-r', join(course, 'class'), join(course, 'results')], 'rm');
  }
}));

// An engine that only says what it was asked for: with a real one it is run by hand.
test('class: each container has one submission, no network and no root', () => withClass(async (folder, course) => {
  const engine = join(folder, 'engine');
  writeFileSync(engine, `#!/bin/sh\necho "$@" >> ${folder}/asked\n`);
  chmodSync(engine, 0o755);
  for (const name of ['anna', 'ben']) cpSync(join(folder, name), join(course, 'class', name), { recursive: true });
  const as = (id) => `id() { echo ${id}; }; ENGINE=${engine}; . book/deploy/grade-each.sh`;
  const refused = await shell(as(0), course, folder);
  assert.match(refused.errors, /Not as root/);
  assert.ok(!existsSync(join(folder, 'asked')));
  const { code, errors } = await shell(as(1000), course, folder);
  assert.equal(code, 0, errors);
  const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
  assert.equal(asked.length, 2);
  for (const [at, name] of ['anna', 'ben'].entries()) {
    for (const word of ['--network none', '--user 1000:1000', '--read-only', `class/${name}/:/class/${name}:ro`]) {
      assert.ok(asked[at].includes(word), `${word} is not in: ${asked[at]}`);
    }
    assert.equal(asked[at].match(/ -v /g).length, 3, `the course, one submission, its results: ${asked[at]}`);
  }
}));

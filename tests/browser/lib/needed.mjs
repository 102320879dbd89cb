// The programs and packages that the checks need, and where they are.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const TARGET = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target');

// Where `.ci/run` puts what Debian does not have.
const TOOLS = join(TARGET, 'tools');
process.env.PATH = [join(TOOLS, 'bin'), process.env.PATH].join(delimiter);

const NEEDED = JSON.parse(readFileSync(new URL('../needed.json', import.meta.url)));

/** Programs, and the Debian package that has it. */
const PROGRAMS = {
  chromium: 'chromium', 'firefox-esr': 'firefox-esr', curl: 'curl', ab: 'apache2-utils', nc: 'netcat-openbsd',
  nginx: 'nginx', openssl: 'openssl', 'systemd-analyze': 'systemd', pdftotext: 'poppler-utils',
};

/** The path of a program, if there is one. */
export function inPath(program) {
  const paths = process.env.PATH.split(delimiter).map((folder) => join(folder, program));
  return paths.find((path) => existsSync(path));
}

/** A package that npm has put into the folder of tools. */
export function load(name) {
  return createRequire(join(TOOLS, 'node_modules/'))(name);
}

function isInstalled(name, version) {
  const path = join(TOOLS, 'node_modules', name, 'package.json');
  return existsSync(path) && JSON.parse(readFileSync(path)).version === version;
}

/** What is missing, and how to install it. A check without its tool would check nothing, so nobody goes
 * on without. */
export function missing() {
  const programs = Object.keys(PROGRAMS).filter((program) => !inPath(program));
  const packages = Object.entries(NEEDED.npm).filter(([name, version]) => !isInstalled(name, version));
  const mdbook = ['mdbook'].filter((program) => !inPath(program));
  const [debian, npm] = [programs.map((program) => PROGRAMS[program]), Object.entries(NEEDED.npm)];
  const ways = [
    [programs, `apt-get install -y --no-install-recommends ${debian.join(' ')}`],
    [packages, `npm install --no-save --prefix ${TOOLS} ${npm.map((one) => one.join('@')).join(' ')}`],
    [mdbook, `cargo install mdbook --version ${NEEDED.mdbook} --locked --root ${TOOLS}`],
  ].filter(([what]) => what.length > 0).map(([, way]) => way);
  const what = [...programs, ...packages.map(([name]) => name), ...mdbook];
  return what.length === 0 ? '' : `missing: ${what.join(', ')}; install with: ${ways.join(' && ')}`;
}

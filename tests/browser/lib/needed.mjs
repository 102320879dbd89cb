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
  const what = [...programs, ...packages.map(([name]) => name)];
  const ways = [];
  if (programs.length > 0) {
    const debian = programs.map((program) => PROGRAMS[program]).join(' ');
    ways.push(`apt-get install -y --no-install-recommends ${debian}`);
  }
  if (packages.length > 0) {
    const all = Object.entries(NEEDED.npm).map((one) => one.join('@')).join(' ');
    ways.push(`npm install --no-save --prefix ${TOOLS} ${all}`);
  }
  if (!inPath('mdbook')) {
    what.push('mdbook');
    ways.push(`cargo install mdbook --version ${NEEDED.mdbook} --locked --root ${TOOLS}`);
  }
  return what.length === 0 ? '' : `missing: ${what.join(', ')}; install with: ${ways.join(' && ')}`;
}

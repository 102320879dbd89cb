// The book, built by mdBook and served on this machine.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

import { ask } from './browser.mjs';
import { run } from './command.mjs';
import { ROOT, TARGET } from './needed.mjs';
import { expectNone, fail, waitFor } from './waiting.mjs';

export const SOURCE = join(ROOT, 'book');
const BUILT = join(TARGET, 'book');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8', '.png': 'image/png', '.woff2': 'font/woff2',
};

/** mdBook ends with 0 after warnings and even after errors, so what it says counts. */
export async function build() {
  const words = ['mdbook', 'build', SOURCE, '--dest-dir', BUILT];
  const { code, output, errors } = await run(words, { limit: 120_000 });
  const lines = (output + errors).split('\n');
  const problems = lines.filter((line) => /WARN|ERROR/.test(line));
  if (code !== 0 && problems.length === 0) problems.push(...lines);
  expectNone('mdbook build book', 'exit code 0 and no warning', problems, 'the page that it names');
}

/** The pages of the summary, in its order, named as in their addresses. */
export function chapterPages() {
  const summary = readFileSync(join(SOURCE, 'src/SUMMARY.md'), 'utf8');
  const names = [...summary.matchAll(/\]\((.*)\.md\)$/gm)].map(([, name]) => name);
  return names.map((name) => `${name.replace(/README$/, 'index')}.html`);
}

/** Every page: those that mdBook makes besides, too. */
export const pages = () => ['print.html', ...chapterPages(), 'index.html', '404.html'];

/** A folder that is served until `close`, and what was asked for and is not there. */
export class Site {
  missing = [];

  static async start() {
    const site = new Site();
    site.server = createServer((request, response) => site.answer(request, response));
    await new Promise((done) => site.server.listen(0, '127.0.0.1', done));
    return site;
  }

  url(page) {
    return `http://127.0.0.1:${this.server.address().port}/${page}`;
  }

  /** What is not there is answered as GitHub Pages does, with `404.html`. */
  async answer(request, response) {
    const path = normalize(new URL(request.url, this.url('')).pathname);
    let [status, name] = [200, path === '/' ? '/index.html' : path];
    const body = await readFile(join(BUILT, name)).catch(() => {
      this.missing.push(path);
      [status, name] = [404, '/404.html'];
      return readFile(join(BUILT, name));
    });
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'max-age=600' }).end(body);
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Opens a page and waits until it is there, laid out and with its fonts. */
  async open(page, name) {
    await page.goto(this.url(name));
    await settle(page);
  }
}

/** Waits until a page's scripts have looked at what is laid out, which they do when it is drawn. */
export const settle = (page) => ask(page, 'settle');

/** Chooses a theme, as the menu of themes does. */
export async function chooseTheme(page, theme) {
  const isChosen = await page.evaluate((name) => {
    document.getElementById(`mdbook-theme-${name}`)?.click();
    return document.documentElement.classList.contains(name);
  }, theme);
  if (!isChosen) fail(`the theme ${theme}`, 'the book has it', 'it has not', 'the menu of themes');
}

/** Waits until this JavaScript is true. */
export async function expectSoon(page, expected, condition) {
  const isSo = () => page.evaluate(condition).catch(() => false); // a page that is left answers nothing
  if (!await waitFor(isSo)) fail(page.url(), expected, 'not so', condition);
}

// The pages of the finished server, and what is expected of each.
import { ask } from './browser.mjs';
import { fail } from './waiting.mjs';

export const HELLO = {
  name: 'hello', target: '/', title: 'Hello from your web server',
  heading: 'Hello. This page is yours.', status: 200,
};

export const NOT_FOUND = {
  name: 'not-found', target: '/nowhere', title: '404 Not Found',
  heading: 'There is no page here.', status: 404,
};

export const SLEEP = {
  name: 'sleep', target: '/sleep?1', title: 'Good morning from your web server',
  heading: 'Five seconds of sleep.', status: 200,
};

/** The error page that an address can lead to: one of 9,000 characters is too long. */
export const ERROR = {
  name: 'error', target: `/${'x'.repeat(17_000)}`, title: '414 URI Too Long',
  heading: '414 URI Too Long', status: 414,
};

export const PAGES = [HELLO, NOT_FOUND, SLEEP, ERROR];

/** Types the address of a page, and waits until the page is there: `lang`, one `h1`, one `main`. */
export async function openPage(tab, server, page) {
  await tab.goto(server.url(page.target));
  await expectPage(tab, page);
}

/** A tab shows this page. */
export async function expectPage(tab, { target, title, heading }) {
  const expected = `${title}, lang en, h1 [${heading}], main 1`;
  const found = `${await tab.title()}, ${await ask(tab, 'structure')}`;
  const lookAt = 'the page in pages/, and its top.html';
  if (found !== expected) fail(`GET ${target.slice(0, 60)}`, expected, found, lookAt);
}

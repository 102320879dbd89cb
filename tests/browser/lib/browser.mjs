// Browsers, as a person finds them on the first day: with an empty profile. And without a network: the
// only host that Chromium can reach is 127.0.0.1.
import { readFileSync } from 'node:fs';

import { inPath, load } from './needed.mjs';
import { PATIENCE, within } from './waiting.mjs';

const ARGUMENTS = [
  '--no-sandbox', // CI runs as root, for whom Chromium's sandbox does not start
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A phone, whose screen is narrow and which heeds `viewport`, and a window on a desk. */
export const DEVICES = {
  phone: { viewport: { width: 390, height: 800 }, isMobile: true },
  desk: { viewport: { width: 1280, height: 800 } },
};

/** Chromium shows scrollbars, as it does to people. */
const CHROMIUM = {
  executablePath: inPath('chromium'), args: ARGUMENTS, ignoreDefaultArgs: ['--hide-scrollbars'],
};

/** Starts Chromium, whose pages have a profile each, of the kind that nothing stays of. */
export const chromium = () => load('playwright-core').chromium.launch(CHROMIUM);

/** Starts Chromium with a profile like a person's, in a folder of its own that is removed at the end, and
 * lets `visit` use it. Only such a one opens connections to spare. */
export async function withFreshChromium(visit) {
  const window = await load('playwright-core').chromium.launchPersistentContext('', CHROMIUM);
  try {
    return await visit(window);
  } finally {
    await window.close();
  }
}

/** Starts Debian's Firefox, which Playwright steers by WebDriver BiDi. */
export function firefox() {
  return load('playwright-core').firefox.launch({
    channel: 'moz-firefox', executablePath: inPath('firefox-esr'),
  });
}

/** A page in a profile of its own, whose system prefers light. It notes what the console says, and what
 * is asked for: not what a page contains itself (`data:`). */
export async function newPage(browser, options = DEVICES.desk) {
  const page = await browser.newPage({ colorScheme: 'light', ...options });
  page.setDefaultTimeout(PATIENCE); // a busy machine fails no check
  Object.assign(page, { said: [], asked: [] });
  page.on('console', (message) => page.said.push(`${message.text()} (${message.location().url})`));
  page.on('pageerror', (error) => page.said.push(`${error}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) page.asked.push(request.url());
  });
  return page;
}

/** Runs a script of the folder `in-page` in the page, and returns what it returns. */
export function ask(page, script) {
  const text = readFileSync(new URL(`../in-page/${script}.js`, import.meta.url), 'utf8');
  return within(PATIENCE, `${script}.js at ${page.url()}`, page.evaluate(`(() => {${text}})()`));
}

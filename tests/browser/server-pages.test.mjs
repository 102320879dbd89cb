// Each page of the finished server, as a browser shows it, and its links without a mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ask, chromium, DEVICES, newPage } from './lib/browser.mjs';
import { barriers, faintText, overflow, savePicture } from './lib/look.mjs';
import { HELLO, openPage, PAGES } from './lib/server-pages.mjs';
import { withServer } from './lib/server.mjs';
import { expectNone, fail } from './lib/waiting.mjs';

let browser;
before(async () => { browser = await chromium(); });
after(() => browser.close());

for (const page of PAGES) {
  test(`server: the page ${page.name}`, () => withServer({ SLEEP_MS: 200 }, async (server) => {
    for (const device of Object.keys(DEVICES)) {
      const tab = await newPage(browser, DEVICES[device]);
      await openPage(tab, server, page);
      for (const scheme of ['light', 'dark']) {
        await expectLooks(tab, scheme, `${page.name}-${scheme}-${device}`);
      }
      expectQuietConsole(tab, server, page);
      assert.deepEqual(tab.asked, [server.url(page.target)], 'one request: that of the page');
    }
    // A browser does not report its request for an icon as one of the page. The server sees it.
    assert.deepEqual(server.lines('favicon'), [], 'no request for an icon: it is in pages/top.html');
  }));
}

async function expectLooks(tab, scheme, name) {
  await tab.emulateMedia({ colorScheme: scheme });
  const query = `(prefers-color-scheme: ${scheme})`;
  const isPreferred = await tab.evaluate((it) => matchMedia(it).matches, query);
  assert.ok(isPreferred, `Chromium does not prefer ${scheme}`);
  const problems = [...await overflow(tab), ...await barriers(tab), ...await faintText(tab)];
  const expected = 'nothing too wide or too faint, and no barrier';
  expectNone(name, expected, problems, 'the page in pages/, and its top.html');
  await savePicture(tab, name);
}

/** The console says what the status of the page was, and nothing else. */
function expectQuietConsole(tab, server, { target, status }) {
  const isExpected = (said) => status >= 400 && said.includes(`responded with a status of ${status} `)
    && said.endsWith(`(${server.url(target)})`);
  const problems = tab.said.filter((said) => !isExpected(said));
  expectNone(`GET ${target.slice(0, 60)}`, 'no error in the console', problems, 'what the page refers to');
}

test('server: Tab reaches each link, the focus shows, and Enter follows', () =>
  withServer({ SLEEP_MS: 200 }, async (server) => {
    const expected = ['/nowhere', '/sleep?1', '/panic'];
    for (const [number, link] of expected.entries()) {
      const tab = await newPage(browser);
      await openPage(tab, server, HELLO);
      const links = await tab.evaluate(() => [...document.links].map((it) => it.getAttribute('href')));
      assert.deepEqual(links, expected, 'the links in pages/hello.html');
      for (let presses = 0; presses <= number; presses += 1) await tab.keyboard.press('Tab');
      const focus = await ask(tab, 'focus');
      if (focus.link !== link || !focus.isVisible) {
        fail(`Tab, ${number + 1} times`, `the focus at ${link}, with a visible outline`,
          JSON.stringify(focus), 'a:focus-visible in pages/top.html');
      }
      await tab.keyboard.press('Enter');
      await server.waitForLog(`GET ${link}`);
    }
  }));

// Several tabs of one browser at pages that sleep.
import { expectPage, HELLO, openPage, SLEEP } from './server-pages.mjs';
import { fail } from './waiting.mjs';

/** Opens tabs that are on their way to these pages, each when the server has got the request before. */
export async function openSleepers(server, window, targets) {
  const tabs = [];
  for (const target of targets) {
    tabs.push(await startToOpen(window, server.url(target)));
    await server.waitForLog(`GET ${target}`);
  }
  return tabs;
}

/** Opens a new tab and types an address. */
export async function startToOpen(window, url) {
  const tab = await window.newPage();
  const loaded = tab.goto(url);
  loaded.catch(() => {}); // who waits for it is told
  return { tab, loaded };
}

/** Each tab shows the page of who has slept. */
export async function expectSleepPages(tabs) {
  for (const { tab, loaded } of tabs) {
    await loaded;
    await expectPage(tab, SLEEP);
  }
}

/** Three tabs sleep, one worker is left, and a fourth tab gets `/` before any of them is done. */
export async function overtake(server, window) {
  const tabs = await openSleepers(server, window, ['/sleep?1', '/sleep?2', '/sleep?3']);
  await openPage(await window.newPage(), server, HELLO);
  const client = (line) => line?.match(/127\.0\.0\.1:\d+/)?.[0];
  const asked = server.log.find((line) => line.endsWith(' GET /'));
  const first = await server.waitForLog(' 200 ');
  if (!asked || client(first) !== client(asked)) {
    fail('/sleep in three tabs, / in a fourth', 'the reply to / first', first, 'src/main.rs');
  }
  await expectSleepPages(tabs);
}

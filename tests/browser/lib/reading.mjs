// What the checks of a file share: a browser, and the book on a port of its own.
import { after, before } from 'node:test';

import { Site } from './book.mjs';
import { chromium, newPage } from './browser.mjs';

/** Starts both before the checks of the file, and ends them after the last. */
export function reading(start = chromium) {
  const shared = {
    /** A page of the book, opened in a profile of its own. */
    async open(name, options) {
      const page = await newPage(shared.browser, options);
      await shared.site.open(page, name);
      return page;
    },
  };
  before(async () => {
    [shared.browser, shared.site] = [await start(), await Site.start()];
  });
  after(async () => {
    await shared.browser?.close();
    shared.site?.close();
  });
  return shared;
}

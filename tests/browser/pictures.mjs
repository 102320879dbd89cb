// Saves pictures of each page of the book, for people to look at: by day and by night, on a desk and on a
// phone, in `target/browser/book`.
//
//     node tests/browser/pictures.mjs
import { build, chapterPages, chooseTheme, Site } from './lib/book.mjs';
import { chromium, DEVICES, newPage } from './lib/browser.mjs';
import { savePicture } from './lib/look.mjs';
import { missing } from './lib/needed.mjs';

async function saveAll(site, device, page) {
  for (const name of chapterPages()) {
    await site.open(page, name);
    for (const theme of ['light', 'navy']) {
      await chooseTheme(page, theme);
      await savePicture(page, `book/${name.replace('.html', '').replaceAll('/', '-')}-${theme}-${device}`);
    }
  }
}

const problem = missing();
if (problem) throw new Error(problem);
await build();
const [browser, site] = [await chromium(), await Site.start()];
try {
  await Promise.all(Object.entries(DEVICES).map(async ([device, options]) =>
    saveAll(site, device, await newPage(browser, options))));
} finally {
  await browser.close();
  site.close();
}

// The search: what learners type leads to its page, and answers are not shown to who has not looked for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { chapterPages, expectSoon, SOURCE } from './lib/book.mjs';
import { reading } from './lib/reading.mjs';
import { expectNone } from './lib/waiting.mjs';

const book = reading();

const TABLE = readFileSync(new URL('searches.txt', import.meta.url), 'utf8');
const SEARCHES = TABLE.split('\n').filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => line.split('|').map((part) => part.trim()));

/** How many hits a reader looks at. */
const FIRST = 3;

/** These would be found if a page's answers, an exercise's hints and answer, questions or diffs could be. */
const ANSWERS = [
  'After ten seconds, both times', 'the next connection gets the lowest free number', 'ports.map(bind).find',
  'An iteration can end in three ways', 'a *borrow* ends after its last use', 'diff --git',
];

test('book: searches lead to their pages', async () => {
  const page = await openSearch();
  const problems = [];
  for (const [query, wanted] of SEARCHES) {
    const hits = (await search(page, query)).slice(0, FIRST).map(({ address }) => address);
    if (!hits.some((hit) => hit.startsWith(`${wanted}.html`))) problems.push(`${query}: ${hits.join(', ') || 'nothing'}`);
  }
  expectNone('the searches of tests/browser/searches.txt', `each leads to its page by one of ${FIRST} hits`, problems,
    'the words of the page, and WORTH in book/assets/search.js');
});

test('book: no search shows an answer', async () => {
  const page = await openSearch();
  const problems = [];
  for (const answer of ANSWERS) {
    const plain = answer.replaceAll('*', '');
    const found = (await search(page, plain)).filter(({ teaser }) => teaser.includes(plain));
    problems.push(...found.map(({ address }) => `${address} shows "${plain}"`));
  }
  expectNone('searches for answers', 'no hit shows one', problems, 'SECRET in book/assets/search.js');
});

// `book/assets/search.js` leaves out what stands between the two signs. No reader sees these.
test('book: what a page folds away is an aside, or marked as an answer', () => {
  const pages = chapterPages().filter((name) => !/check-yourself|\/ex\d/.test(name));
  const problems = pages.flatMap((name) => {
    const text = readFileSync(join(SOURCE, 'src', name.replace('.html', '.md').replace('index.md', 'README.md')), 'utf8');
    const folded = text.split('<details>').slice(1).map((part) => part.split('</details>')[0]);
    return folded.filter((part) => !/⟦.*⟧/s.test(part)).map((part) => `${name}: ${part.slice(0, 60)}`);
  });
  expectNone('the pages', '<template>⟦</template> behind the summary, and one with ⟧ at the end', problems, 'the page');
});

async function openSearch() {
  const page = await book.open('set-up.html');
  await page.keyboard.press('/');
  await expectSoon(page, 'the search is there', `document.getElementById('mdbook-search-index') !== null
    && !document.getElementById('mdbook-searchbar-outer').classList.contains('searching')`);
  return page;
}

/** Types a query, and returns the hits, the first one first. */
function search(page, query) {
  return page.evaluate((words) => {
    const bar = document.getElementById('mdbook-searchbar');
    bar.value = words;
    bar.dispatchEvent(new KeyboardEvent('keyup'));
    return [...document.querySelectorAll('#mdbook-searchresults li')].map((hit) => ({
      address: new URL(hit.querySelector('a').href).pathname.slice(1),
      teaser: hit.querySelector('.teaser').textContent,
    }));
  }, query);
}

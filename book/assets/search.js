// The search. mdBook's own knows words between spaces: it finds no `read_to_end` in `stream.read_to_end(..)`, leaves
// `while let` out as two common words, and shows the answers that a page folds away. This one takes mdBook's
// texts and its box, and finds what was typed as it was typed.
'use strict';

(() => {
  if (!window.elasticlunr) return;

  /** What nobody shall find before they look for it: hints, answers, and what a page puts between these signs. */
  const SECRET_PLACE = /#(hints|answer)$/;
  const SECRET = /⟦[^⟧]*⟧/g;

  /** Where a word is worth how much: in the heading, in the names of the page and its chapter, in the text. */
  const WORTH = { title: 4, breadcrumbs: 2, body: 1 };

  /** Who searches is in trouble. Exercises, decisions and the teachers' page know each word, and explain none. */
  const PAGES = [[/^when-it-does-not-work/, 1.4], [/(\/ex\d|^exercises|^decisions|^for-teachers)/, 0.5], [/^/, 1]];

  const lower = (text) => text.toLowerCase().replace(/\s+/g, ' ');
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  /** The sections of the book, each of which has an address. */
  function sections(documents, urls) {
    const found = Object.values(documents).filter(({ id }) => !SECRET_PLACE.test(urls[id]));
    return found.map(({ id, title, breadcrumbs, body }, at) => {
      const doc = { id, title, breadcrumbs, body: body.replace(SECRET, '') };
      const [page] = urls[id].split('#');
      // What comes first in the book explains.
      const weight = PAGES.find(([pages]) => pages.test(page))[1] * (1.2 - 0.2 * at / found.length);
      return { doc, page, weight, title: lower(title), breadcrumbs: lower(breadcrumbs), body: lower(doc.body) };
    });
  }

  /** Finds a word where one begins: also a longer one, which counts less, and another form of it. */
  function patterns(word) {
    const start = /^\w/.test(word) ? '(?<![a-z0-9])' : '';
    const end = /\w$/.test(word) ? '(?![a-z0-9])' : '';
    const stem = /^[a-z]{4,}$/.test(word) ? window.elasticlunr.stemmer(word) : word;
    return { whole: new RegExp(start + escape(word) + end, 'g'), begun: new RegExp(start + escape(stem), 'g') };
  }

  /** The words of a query. They end where those of code end, too: `Arc<Mutex` has two. */
  const parts = (query) => query.match(/'?\w+/g) ?? [query];

  const count = (text, pattern) => text.match(pattern)?.length ?? 0;

  /** How often a section has a word: the tenth time says less than the first, and more in a short text. */
  function often(section, { whole, begun }) {
    let sum = 0;
    for (const [field, worth] of Object.entries(WORTH)) {
      const times = 0.7 * count(section[field], whole) + 0.3 * count(section[field], begun);
      const length = field === 'body' ? 0.4 + section.body.length / 2000 : 1;
      sum += worth * times / (times + length);
    }
    return sum;
  }

  /** Sections that have the words, the best first. A rare word says more, and all words together most. */
  function rank(all, query) {
    const words = parts(query);
    const scores = new Map();
    const add = (pattern) => {
      const hits = all.map((section) => [section, often(section, pattern)]).filter(([, sum]) => sum > 0);
      const rarity = Math.log(1 + all.length / (1 + hits.length));
      for (const [section, sum] of hits) {
        const { score = 0, times = 0 } = scores.get(section) ?? {};
        scores.set(section, { score: score + rarity * sum, times: times + 1 });
      }
    };
    words.map(patterns).forEach(add);
    if (words[0] !== query) {
      // All as it was typed; and where a file is made, the book says so.
      const typed = escape(query).replace(/[ -]+/g, '[ -]');
      const more = [typed, `${typed}, (new|the whole) file`].map((text) => new RegExp(text, 'g'));
      more.forEach((text) => add({ whole: text, begun: text }));
    }
    const results = [...scores].map(([section, { score, times }]) =>
      ({ section, score: section.weight * score * times / words.length }));
    return inTurn(results.sort(byScore));
  }

  const byScore = (one, other) => other.score - one.score;

  /** The second section of a page comes after the first of others. */
  function inTurn(results) {
    const seen = new Map();
    for (const result of results) {
      const times = seen.get(result.section.page) ?? 0;
      seen.set(result.section.page, times + 1);
      result.score /= 1 + times;
    }
    return results.sort(byScore);
  }

  /** The text from shortly before the first hit on, so that what is shown of it has the hit. */
  function excerpt(body, query) {
    const at = [query, ...parts(query)].map((word) => lower(body).indexOf(word)).find((at) => at >= 0) ?? 0;
    return body.slice(at < 60 ? 0 : body.indexOf(' ', at - 60) + 1, at + 600);
  }

  function search(all, query) {
    const typed = lower(query).trim();
    return rank(all, typed).map(({ section: { doc }, score }) =>
      ({ ref: doc.id, score, doc: { ...doc, body: excerpt(doc.body, typed) } }));
  }

  // mdBook calls this once, when somebody opens the search.
  window.elasticlunr.Index.load = ({ documentStore }) => {
    const all = sections(documentStore.docs, window.search.doc_urls);
    return { search: (query) => search(all, query) };
  };
})();

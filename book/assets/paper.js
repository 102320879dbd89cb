// The book on paper. Asides are unfolded for the printer; hints and answers stay shut, unless the address ends
// in `?answers`. `print.html` gets a page of contents, and with `?chapter=05-threadpool` it is that chapter.
'use strict';

(() => {
  const asked = new URLSearchParams(location.search);

  if (asked.has('answers')) document.querySelectorAll('main details').forEach((details) => { details.open = true; });

  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...document.querySelectorAll('details.aside:not([open])')];
    unfolded.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => unfolded.forEach((details) => { details.open = false; }));

  const main = document.querySelector('main');
  if (/\/print(\.html)?$/.test(location.pathname)) addEventListener('DOMContentLoaded', arrange);

  /** The pages of the book in their order: the chapter that each belongs to, its heading, and what follows it. */
  function pages() {
    const links = [...document.querySelectorAll('#mdbook-sidebar .chapter a[href*=".html"]:not([href*="#"])')];
    const found = [];
    for (const element of main.children) {
      if (element.localName === 'h1') {
        const path = links[found.length]?.getAttribute('href') ?? '';
        const begins = !path.includes('/') || path.endsWith('/index.html');
        found.push({ chapter: begins ? path.replace(/(\/index)?\.html$/, '') : found.at(-1).chapter, begins, heading: element, parts: [] });
      }
      found.at(-1)?.parts.push(element);
    }
    return found;
  }

  function arrange() {
    const all = pages();
    const chosen = all.filter(({ chapter }) => [null, chapter].includes(asked.get('chapter')));
    if (chosen.length < all.length) main.replaceChildren(...chosen.flatMap(({ parts }) => parts));
    const names = new Map();
    for (const { chapter, begins, heading, parts } of chosen) {
      if (begins) names.set(chapter, [chapter.match(/^\d\d/)?.[0], heading.textContent.trim()].filter(Boolean).join(' '));
      // A sheet with another name is a new one, with the name of its chapter above.
      parts.forEach((part) => { part.style.page = sheet(chapter); });
    }
    const style = document.createElement('style');
    style.textContent = [...names].map(([chapter, name]) =>
      `@page ${sheet(chapter)} { @top-left { content: ${JSON.stringify(name)}; } }`).join('\n');
    document.head.append(style);
    main.prepend(contents(chosen, names));
  }

  const sheet = (chapter) => `chapter-${chapter.replace(/\W/g, '-')}`;

  function contents(chosen, names) {
    const nav = document.createElement('nav');
    nav.className = 'contents';
    // Of a chapter they are short, and it begins on the same sheet.
    if (names.size === 1) document.body.style.page = sheet(chosen[0].chapter);
    nav.setAttribute('aria-label', 'Contents');
    const item = ({ chapter, begins, heading }) =>
      `<li${begins ? ' class="begins"' : ''}><a href="#${heading.id}">${begins ? names.get(chapter) : heading.textContent}</a></li>`;
    const link = (query, name) => `<a href="?${query}">${name}</a>`;
    const numbered = [...names.keys()].filter((chapter) => /^\d\d/.test(chapter));
    const chapters = numbered.map((chapter) => link(`chapter=${chapter}`, chapter.slice(0, 2))).join(', ');
    nav.innerHTML = `<p class="contents-title">Contents</p><ol>${chosen.map(item).join('')}</ol>
      <p class="contents-choice">Print a chapter alone: ${chapters}. ${link(`${asked.has('chapter') ? `chapter=${asked.get('chapter')}&` : ''}answers`, 'With hints and answers')}.</p>`;
    return nav;
  }
})();

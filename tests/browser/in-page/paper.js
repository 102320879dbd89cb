// What would be missing on paper.
const main = document.querySelector('main');
const edge = main.getBoundingClientRect().right + 1;
const isFolded = (details) => [...details.children].some((child) =>
  child.textContent.trim() !== '' && !child.checkVisibility({ contentVisibilityAuto: true }));
const folded = [...main.querySelectorAll('details.aside')].filter(isFolded);
const shown = [main, ...main.querySelectorAll('*:not(svg *)')]
  .filter((element) => element.checkVisibility());
// Text that wraps inside a line may end in a space beyond the edge, where it harms nobody.
const wide = shown.filter((element) => getComputedStyle(element).display !== 'inline'
  && (element.getBoundingClientRect().right > edge || element.scrollWidth > element.clientWidth + 1));
const kept = [...document.querySelectorAll('#mdbook-sidebar, #mdbook-menu-bar, #skip-link')]
  .filter((element) => element.checkVisibility());
const name = (what) => ({ localName, textContent }) =>
  `${what}: <${localName}> ${textContent.trim().slice(0, 50)}`;
return [...folded.map(name('folded')), ...wide.map(name('too wide')),
  ...kept.map(name('of no use on paper'))];

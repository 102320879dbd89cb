// What is wider than its place and does not scroll there. The text and the page around it cut off
// what does not fit, so the page itself would not scroll: look at each of them.
const places = [document.documentElement, ...document.querySelectorAll('.page, .content, main')];
const wide = places.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
const edge = document.querySelector('main').getBoundingClientRect().right;
const first = [...document.querySelectorAll('main *')].find((element) =>
  element.getBoundingClientRect().right > edge + 1 && !element.closest('svg, pre, .table-wrapper'));
const start = ({ textContent }) => textContent.trim().slice(0, 60);
const name = first ? `, because of <${first.localName}> ${start(first)}` : '';

// Tables have room, with their rows as cards on a phone.
const tables = [...document.querySelectorAll('main .table-wrapper')]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);

// A figure cuts off what is outside of it, too.
const isCut = (text) => {
  const [inner, outer] = [text, text.ownerSVGElement].map((part) => part.getBoundingClientRect());
  return inner.width > 0 && (inner.left < outer.left || inner.right > outer.right
    || inner.top < outer.top || inner.bottom > outer.bottom);
};
const cut = [...document.querySelectorAll('svg.fig text')].filter(isCut);
return [...wide.map(({ localName, className, scrollWidth, clientWidth }) =>
  `${localName} ${className} is ${scrollWidth} wide in ${clientWidth}${name}`),
...tables.map((table) => `a table that scrolls: ${start(table)}`),
...cut.map((text) => `cut off in a figure: ${start(text)}`)];

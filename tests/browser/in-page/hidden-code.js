// What a reader cannot see of the code, and lines that stay but look like those to type.
const visible = { opacityProperty: true, visibilityProperty: true };
const isHidden = (line) => line.textContent.trim() !== ''
  && (!line.checkVisibility(visible) || line.getBoundingClientRect().height < 5);
const inFold = (line) => line.closest('details:not([open])');
const color = (element) => getComputedStyle(element).color;
const lines = [...document.querySelectorAll('main pre, main pre > code, main pre > code span')];
const hidden = lines.filter((line) => !inFold(line) && isHidden(line));
const strong = [...document.querySelectorAll('code.put .boring')]
  .filter((line) => color(line) === color(line.closest('code')));
return [...hidden.map((line) => `hidden: ${line.textContent.trim().slice(0, 60)}`),
  ...strong.map((line) => `not faded: ${line.textContent.trim().slice(0, 60)}`)];

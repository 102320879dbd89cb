// Code that does not fit its block, also what is folded away, and a sidebar that does not fit the screen.
const folded = [...document.querySelectorAll('main details:not([open])')];
folded.forEach((details) => { details.open = true; });
const cut = [...document.querySelectorAll('main pre > code')]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
  .map(({ textContent }) => `cut off: ${textContent.trim().slice(0, 60)}`);
folded.forEach((details) => { details.open = false; });
const { scrollHeight, clientHeight } = document.querySelector('.sidebar-scrollbox');
return scrollHeight > clientHeight ? [...cut, `a sidebar of ${scrollHeight} in ${clientHeight}`] : cut;

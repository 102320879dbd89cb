// Where the focus is, and whether one can see it: an outline of 2 pixels or more that stands out
// from the page behind it in its colour.
const focused = document.activeElement;
const style = getComputedStyle(focused);
const isVisible = focused.matches(':focus-visible')
  && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  && style.outlineColor !== getComputedStyle(document.body).backgroundColor;
return `${focused.getAttribute('href')} with ${isVisible ? 'a visible' : 'no visible'} outline`;

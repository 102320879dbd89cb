// Where the focus is, and whether one can see it: an outline of 2 pixels or more that stands out
// from the page behind it in its colour. `at` is its place in `window.stops`, if there are any.
const focused = document.activeElement;
const style = getComputedStyle(focused);
const isVisible = focused.matches(':focus-visible')
  && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  && style.outlineColor !== getComputedStyle(document.body).backgroundColor;
return { link: focused.getAttribute('href'), isVisible, at: (window.stops ?? []).indexOf(focused) };

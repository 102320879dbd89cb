// Names everything that can be used, in `window.stops`; what is folded away or hidden is not there.
const all = document.querySelectorAll(
  'a[href], button, summary, input, select, textarea, iframe, [tabindex]:not([tabindex="-1"])');
const isThere = (element) => !element.disabled && element.checkVisibility({ visibilityProperty: true });
window.stops = [...all].filter(isThere);
return window.stops.map((stop) => `<${stop.localName}> ${stop.id} `
  + `${stop.getAttribute('href') ?? ''} ${stop.textContent.trim().slice(0, 30)}`);

// Whether the page is drawn to its end, with its fonts; and since when, in `window.drawn`.
const frame = () => new Promise((done) => requestAnimationFrame(done));
const isDrawn = performance.getEntriesByName('first-contentful-paint').length > 0;
// Who has come to the scripts, at the end, has all that stands before them.
if (!isDrawn || !document.querySelector('script[src*="assets/"]')) return false;
const hasFonts = () => [...document.fonts].every(({ status }) => status !== 'loading');
return frame().then(frame).then(() => hasFonts() && frame().then(frame)
  .then(() => Boolean(window.drawn ??= performance.now())));

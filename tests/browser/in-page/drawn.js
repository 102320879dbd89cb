// Whether the page is drawn, with its fonts; and since when, in `window.drawn`.
const frame = () => new Promise((done) => requestAnimationFrame(done));
const hasFonts = () => [...document.fonts].every(({ status }) => status !== 'loading');
if (performance.getEntriesByName('first-contentful-paint').length === 0 || !hasFonts()) return false;
return frame().then(frame).then(() => Boolean(window.drawn ??= performance.now()));

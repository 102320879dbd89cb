// Fonts, and two frames: what a ResizeObserver changes is laid out in the second.
const frame = () => new Promise((done) => requestAnimationFrame(done));
return document.fonts.ready.then(frame).then(frame).then(() => true);

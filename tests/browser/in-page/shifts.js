// What was drawn in one place, and then in another, since the page was drawn, of what is noted in `window.shifts`.
const node = ({ node }) => node?.parentElement?.outerHTML.slice(0, 120) ?? 'something that is gone';
return window.shifts.filter(({ startTime }) => startTime >= window.drawn)
  .flatMap(({ value, sources }) => sources.map((source) => `by ${value.toFixed(4)}: ${node(source)}`));

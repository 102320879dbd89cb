// The lowest contrast of a text against what is behind it, as WCAG 2 defines it (1.4.3), and all pairs of
// colours that texts have.

// A colour as red, green, blue and alpha, the first three times the fourth.
function channels(color) {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return [...[red, green, blue].map((value) => (value / 255) * alpha), alpha];
}

const styles = new Map();
function styleOf(element) {
  if (!styles.has(element)) {
    const { color, backgroundColor, opacity } = getComputedStyle(element);
    styles.set(element, { text: channels(color), ground: channels(backgroundColor), opacity: Number(opacity) });
  }
  return styles.get(element);
}

const over = (top, below) => top.map((value, at) => value + below[at] * (1 - top[3]));

// What the eye gets at an element, from the inside to the outside: `start`, and all that is behind it.
function seen(element, start) {
  let color = start;
  for (let at = element; at; at = at.parentElement) {
    const { ground, opacity } = styleOf(at);
    color = over(color, ground).map((value) => value * opacity);
  }
  return over(color, [1, 1, 1, 1]);
}

function luminance(color) {
  const [red, green, blue] = color.map((part) =>
    (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measure(element) {
  const colors = [styleOf(element).text, [0, 0, 0, 0]].map((start) => seen(element, start));
  const [text, ground] = colors.map(luminance);
  const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  return { contrast, element, pair: colors.flat().map((part) => part.toFixed(3)).join(' ') };
}

const hasText = (element) => [...element.childNodes].some(
  (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
const elements = [...document.body.querySelectorAll('*:not(svg, svg *)')]
  .filter((element) => hasText(element) && element.checkVisibility());
const measured = elements.map(measure);
const worst = measured.reduce((worst, next) => (next.contrast < worst.contrast ? next : worst));
const pairs = [...new Set(measured.map(({ pair }) => pair))];
return { contrast: worst.contrast, text: worst.element.innerText, pairs };

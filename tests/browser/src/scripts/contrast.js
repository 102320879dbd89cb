// The lowest contrast of a text against its background, as WCAG 2 defines it (1.4.3).

function channels(color) {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return { alpha, rgb: [red, green, blue] };
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function background(element) {
  for (let at = element; at; at = at.parentElement) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if (color.alpha > 0) return color.rgb;
  }
  return [255, 255, 255];
}

function contrast(element) {
  const text = luminance(channels(getComputedStyle(element).color).rgb);
  const ground = luminance(background(element));
  return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
}

const hasText = (element) => [...element.childNodes].some(
  (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
const elements = [...document.body.querySelectorAll('*:not(svg, svg *)')]
  .filter((element) => hasText(element) && element.checkVisibility());
const measured = elements.map((element) => ({
  contrast: contrast(element), text: element.innerText,
}));
return measured.reduce((worst, next) => (next.contrast < worst.contrast ? next : worst));

// What takes its time to change, or scrolls smoothly.
const seconds = (durations) => Math.max(...durations.split(',').map(parseFloat));
const moves = (element) => ['', '::before', '::after'].some((part) => {
  const style = getComputedStyle(element, part);
  return seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth'
    || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
});
return [...document.querySelectorAll('*')].filter(moves)
  .map(({ localName, id, className }) => `<${localName}> ${id} ${className.baseVal ?? className}`);

// How a page looks, to people with other eyes and hands too.
import { join } from 'node:path';

import { ask } from './browser.mjs';
import { load, TARGET } from './needed.mjs';
import { within } from './waiting.mjs';

/** The least contrast of text that WCAG 2 asks for at level AA (1.4.3). */
const CONTRAST = 4.5;

/** How long axe may take, in milliseconds: one page holds the whole book. */
const LONG = 180_000;

/** What is wider than the screen: the page is as wide as the window, and does not scroll sideways. */
export async function overflow(page) {
  const [scroll, client, inner] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth, innerWidth];
  });
  const isWell = scroll <= client && inner === page.viewportSize().width;
  return isWell ? [] : [`scrollWidth ${scroll}, clientWidth ${client}, innerWidth ${inner}`];
}

/** The text that stands out least from what is behind it, if that is not enough; and the pairs of colours
 * that texts have. */
export async function colors(page) {
  const { contrast, text, pairs } = await ask(page, 'contrast');
  const isEnough = contrast >= CONTRAST; // which no NaN is
  return { faint: isEnough ? [] : [`a contrast of ${contrast.toFixed(2)} for "${text.slice(0, 60)}"`], pairs };
}

/** The text that stands out least, if that is not enough. */
export const faintText = async (page) => (await colors(page)).faint;

/** What hinders people, by the rules of axe (https://github.com/dequelabs/axe-core): the rule, the impact
 * and the first few elements. */
export async function barriers(page, { rulesLeftOut = [] } = {}) {
  const { AxeBuilder } = load('@axe-core/playwright');
  // AxeBuilder would put axe into the page again and again; once is enough, so its own source is empty.
  if (!await page.evaluate('Boolean(window.axe)')) await page.evaluate(load('axe-core').source);
  // It reports violations alone, and asks for no style sheet again. In its "legacy mode" it needs no
  // second page, and judges all that is of the same origin, as everything here is.
  const options = { resultTypes: ['violations'], preload: false };
  const builder = new AxeBuilder({ page, axeSource: ';' }).options(options).disableRules(rulesLeftOut);
  const analysis = builder.setLegacyMode().analyze();
  const { violations } = await within(LONG, `axe at ${page.url()}`, analysis);
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, impact, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' and ');
    const why = nodes[0].any[0]?.message ?? nodes[0].failureSummary;
    return `${id} (${impact}, ${nodes.length} times): ${where}: ${why}`;
  });
}

/** Presses Tab until the focus has been at everything that can be used: where it never comes to, and where
 * one cannot see it. Firefox stops at what scrolls, too. */
export async function focusProblems(page) {
  const stops = await ask(page, 'stops');
  const [reached, faint] = [new Set(), new Set()];
  for (let presses = 0; presses < 2 * stops.length && reached.size < stops.length; presses += 1) {
    await page.keyboard.press('Tab');
    const { at, isVisible } = await ask(page, 'focus');
    if (at >= 0) reached.add(at);
    if (at >= 0 && !isVisible) faint.add(`no focus to be seen at ${stops[at]}`);
  }
  const unreached = stops.filter((_, at) => !reached.has(at)).map((stop) => `never reached: ${stop}`);
  return { faint: [...faint], unreached };
}

/** Saves a picture of the whole page, for people to look at, in `target/browser`. */
export async function savePicture(page, name) {
  await page.screenshot({ fullPage: true, path: join(TARGET, 'browser', `${name}.png`) });
}

// The model of the pool, played by the page's own buttons.
import { fail } from './waiting.mjs';

export const MODEL = '05-threadpool/model.html';

export class Model {
  static async open(book) {
    const model = new Model();
    model.page = await book.open(MODEL);
    return model;
  }

  /** Starts anew: so many workers, room for so many jobs, and these boxes ticked. */
  async anew(workers, room, boxes = []) {
    await this.page.evaluate(([numbers, ticked]) => {
      const byId = (id) => document.getElementById(`pool-${id}`);
      for (const [id, value] of Object.entries(numbers)) {
        byId(id).value = value;
        byId(id).dispatchEvent(new Event('change'));
      }
      for (const id of ['keep-lock', 'panic-kills']) byId(id).checked = ticked.includes(id);
      byId('reset').click();
    }, [{ size: workers, room }, boxes]);
  }

  async click(id, times = 1) {
    await this.page.evaluate(([place, count]) => {
      for (let number = 0; number < count; number += 1) document.getElementById(place).click();
    }, [`pool-${id}`, times]);
  }

  /** So many clients of a kind connect. */
  async send(kind, count) {
    await this.click(`send-${kind}`, count);
  }

  /** Lets time go by until this tick, and expects this to be shown. */
  async until(tick, expected = {}) {
    const now = Number(/^Tick (\d+)\.$/.exec(await this.text('tick'))[1]);
    await this.click('step', tick - now);
    await this.expect({ tick: `Tick ${tick}.`, ...expected });
  }

  /** Expects so many answers by each of these ticks, and besides always this. */
  async expectAnswers(ticks, always = {}) {
    for (const [tick, answered] of Object.entries(ticks)) await this.until(tick, { answered, ...always });
  }

  /** What is shown at a place. Of a list of clients: their numbers. Of the workers: what they do. */
  text(id) {
    return this.page.evaluate((place) => {
      const list = document.getElementById(`pool-${place}`);
      const worker = ({ dataset: { does, client, keeps } }) =>
        [does, client, keeps === 'true' && 'keeps'].filter(Boolean).join(' ');
      const members = [...list.children].filter((child) => child.matches('li'));
      if (place === 'workers') return members.map(worker).join(', ');
      if (list.localName === 'ol') return members.map(({ dataset }) => dataset.client).join(' ');
      return list.textContent;
    }, id);
  }

  /** What is to be shown, place by place. */
  async expect(expected) {
    for (const [id, text] of Object.entries(expected)) {
      const came = await this.text(id);
      const where = `${MODEL}, pool-${id} at ${await this.text('tick')}`;
      if (came !== text) fail(where, text, came, 'book/assets/model-*.js');
    }
  }

  /** An attribute of what is drawn. */
  async expectShown(selector, attribute, expected) {
    const came = await this.page.locator(selector).getAttribute(attribute);
    if (came !== expected) fail(`${MODEL}, ${selector}`, expected, came, 'book/assets/model-draw.js');
  }

  /** Presses a key where the focus is at a place. */
  async press(id, key) {
    await this.page.locator(`#pool-${id}`).press(key);
  }
}

// The model of the pool, played by the page's own buttons.
import { fail } from './waiting.mjs';

export const MODEL = '05-threadpool/model.html';

export class Model {
  static async open(book) {
    const model = new Model();
    model.page = await book.open(MODEL);
    return model;
  }

  /** Plays move by move. A list starts anew: so many workers, room for so many jobs, and these boxes ticked.
   * A word is a button, pressed as often as the number behind it says. The rest is what is expected, place
   * by place, at a tick: until then, time goes by. */
  async play(moves) {
    for (const move of moves) {
      if (Array.isArray(move)) await this.anew(...move);
      else if (typeof move === 'string') await this.click(...move.split(' '));
      else for (const [tick, expected] of Object.entries(move)) await this.until(tick, expected);
    }
  }

  async anew(workers, room, ...boxes) {
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

  /** Those of the questions have no name, and are pressed by keyboard. */
  async click(id, times = 1) {
    const [, question] = /^question-(\d)$/.exec(id) ?? [];
    if (question) return this.page.locator('[data-set-up]').nth(question - 1).press('Enter');
    return this.page.evaluate(([place, count]) => {
      for (let number = 0; number < count; number += 1) document.getElementById(place).click();
    }, [`pool-${id}`, Number(times)]);
  }

  async until(tick, expected) {
    const now = Number(/^Tick (\d+)\.$/.exec(await this.text('tick'))[1]);
    await this.click('step', tick - now);
    await this.expect({ tick: `Tick ${tick}.`, ...expected });
  }

  /** What is shown at a place. Of a list of clients: their numbers. Of the workers: what they do. Of the
   * lock: its way. */
  text(id) {
    return this.page.evaluate((place) => {
      if (place === 'way') return document.querySelector('#pool-hand .pool-way').getAttribute('d');
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

  /** Presses a key where the focus is at a place. */
  async press(id, key) {
    await this.page.locator(`#pool-${id}`).press(key);
  }
}

// How the model is drawn.
'use strict';

(() => {
  const { holder, mainThread, worker: does } = window.poolModel;

  const SHOWN = 30; // ticks that the lanes show

  const numbers = (from, to, chosen) => Array.from({ length: to - from + 1 }, (_, at) =>
    `<option${from + at === chosen ? ' selected' : ''}>${from + at}</option>`).join('');
  const button = (id, words, more = '') => `<button type="button" id="pool-${id}" ${more}>${words}</button>`;
  const panel = (id, title, explanation) =>
    `<section><h3>${title}</h3><p>${explanation}</p><ol id="pool-${id}" aria-label="${title}"></ol></section>`;
  const count = (id, title) => `<div><dt>${title}</dt><dd id="pool-${id}">0</dd></div>`;
  const sample = (kind, words) => `<li><i data-does="${kind}"></i> ${words}</li>`;
  const CONTROLS = `
    <fieldset><legend>New client</legend>
      ${button('send-hello', '<code>/</code>', 'data-kind="/"')} ${button('send-sleep', '<code>/sleep</code>', 'data-kind="/sleep"')}
      ${button('send-panic', '<code>/panic</code>', 'data-kind="/panic"')} ${button('send-silent', 'silent', 'data-kind="silent"')}</fieldset>
    <fieldset><legend>Time</legend>
      ${button('back', 'Back')} ${button('step', 'One tick')} ${button('play', 'Play')} ${button('stop', 'Ctrl-C')}</fieldset>
    <fieldset class="pool-settings"><legend>Pool</legend>
      <label>Workers <select id="pool-size">${numbers(1, 6, 4)}</select></label>
      <label>Room in queue <select id="pool-room">${numbers(0, 8, 4)}</select></label>
      ${button('reset', 'Start anew')}
      <label><input type="checkbox" id="pool-keep-lock"> keep the lock during the job</label>
      <label><input type="checkbox" id="pool-panic-kills"> a panic kills its worker</label></fieldset>
    <div class="pool-stage">
      ${panel('backlog', 'Backlog', 'not yet accepted')}
      ${panel('queue', 'Queue', 'main thread: <span id="pool-main"></span>')}
      ${panel('lock', 'Lock', '<span id="pool-holder"></span>; in line:')}
      ${panel('silent', 'Waiting room', 'silent, five ticks at most')}</div>
    <div class="pool-lanes"><div id="pool-axis" aria-hidden="true"></div>
      <ol id="pool-workers" aria-label="Workers"></ol>
      <svg id="pool-hand" aria-hidden="true" preserveAspectRatio="none"><path class="pool-grid"/><path class="pool-time"/><path class="pool-way"/><path class="pool-dots"/></svg></div>
    <ul class="pool-legend" aria-label="What the lanes of the workers show">
      ${sample('/', 'runs <code>/</code>')} ${sample('/sleep', '<code>/sleep</code>')} ${sample('/panic', '<code>/panic</code>')}
      ${sample('silent', 'asks a silent client')} ${sample('lock', 'waits for the lock')} ${sample('dead', 'dead')}
      ${sample('way', 'the lock, from hand to hand')}</ul>
    <dl>${count('answered', 'answered')} ${count('late', '408')} ${count('lost', 'no reply')} ${count('refused', 'refused')}</dl>
    <p class="pool-now"><b id="pool-tick"></b> <span id="pool-said" role="status"></span></p>`;
  const byId = (id) => document.getElementById(`pool-${id}`);

  function element(tag, data, ...children) {
    const made = document.createElement(tag);
    Object.assign(made.dataset, data);
    made.append(...children);
    return made;
  }

  function draw(state) {
    const token = ({ number, kind }) => element('li', { client: number, kind }, `${number}: ${kind}`);
    byId('tick').textContent = `Tick ${state.tick}.`;
    byId('said').textContent = state.said.replace(/^Tick \d+: ./, (start) => start.slice(-1).toUpperCase());
    byId('main').textContent = mainThread(state);
    byId('holder').textContent = holder(state);
    const leaving = state.sending.filter((waiting) => waiting.from === 'room').map((waiting) => waiting.client);
    byId('backlog').replaceChildren(...state.backlog.map(token));
    byId('queue').replaceChildren(...state.queue.map(token));
    byId('silent').replaceChildren(...[...leaving, ...state.silent].map(token));
    byId('lock').replaceChildren(...state.atLock.map((number) => element('li', { worker: number }, `${number}`)));
    Object.entries(state.counts).forEach(([id, count]) => { byId(id).textContent = count; });
    const first = Math.max(0, state.tick - SHOWN); // the ticks before it have left the picture
    byId('workers').replaceChildren(...state.workers.map((worker) => lane(worker, first)));
    drawAxis(first);
    drawLock(state, first);
  }

  function lane(worker, first) {
    const { number, client, left, keeps, track } = worker;
    const cells = track.slice(first).map((cell) => element('i', cell));
    const picture = element('div', {}, ...cells);
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `From tick ${first} on: ${track.slice(first).map((cell) => cell.does).join(' ') || 'nothing yet'}`);
    const data = { worker: number, does: worker.does, client: client?.number ?? '', left, keeps };
    return element('li', data, element('p', {}, element('b', {}, `worker ${number}`), ` ${does(worker)}`), picture);
  }

  function drawAxis(first) {
    const numbers = Array.from({ length: SHOWN + 1 }, (_, at) => first + at).filter((tick) => tick % 5 === 0);
    byId('axis').replaceChildren(...numbers.map((tick) => {
      const mark = element('span', {}, `${tick}`);
      mark.style.setProperty('--at', (tick - first) / SHOWN);
      return mark;
    }));
  }

  /** The lock runs along the lane of whoever has it, and down or up to the next. */
  function drawLock({ tick, workers, lockTrack, hands }, first) {
    const y = (number) => number - 0.06;
    let [way, dots, last] = ['', '', null];
    [...lockTrack, { hands, holder: null }].forEach((moment, at) => {
      const x = at - first;
      const stops = [last, ...moment.hands].filter((number) => number !== null);
      if (x >= 0) {
        if (stops.length > 1) way += `M${x} ${y(stops[0])}${stops.slice(1).map((number) => `V${y(number)}`).join('')}`;
        if (moment.hands.length > 0) dots += moment.hands.map((number) => `M${x} ${y(number)}h0`).join('');
        if (moment.holder !== null) way += `M${x} ${y(moment.holder)}h1`;
      }
      last = moment.holder;
    });
    const lines = Array.from({ length: SHOWN + 1 }, (_, at) => at).filter((at) => (first + at) % 5 === 0);
    const paths = [lines.map((at) => `M${at} 0V${workers.length}`).join(''), `M${tick - first} 0V${workers.length}`, way, dots];
    byId('hand').setAttribute('viewBox', `0 0 ${SHOWN} ${workers.length}`);
    [...byId('hand').children].forEach((path, at) => path.setAttribute('d', paths[at]));
  }

  Object.assign(window.poolModel, { byId, CONTROLS, draw, element });
})();

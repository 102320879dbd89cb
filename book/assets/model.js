// The model in its page: the buttons, and the questions that set it up.
'use strict';

(() => {
  const { byId, CONTROLS, create, draw, element, send, set, stop, tick } = window.poolModel;

  const PACE = 1000; // milliseconds that a tick takes while it plays

  /** What the questions of the page begin with: workers, boxes, clients. */
  const FOUR_ASLEEP = ['sleep', 'sleep', 'sleep', 'sleep', 'hello'];
  const QUESTIONS = [
    [{ name: 'Set up, four workers', clients: FOUR_ASLEEP }, { name: 'Set up, five workers', size: 5, clients: FOUR_ASLEEP }],
    [{ name: 'Set up', boxes: ['keep-lock'], clients: ['sleep', 'sleep'] }],
    [{ name: 'Set up', boxes: ['panic-kills'], clients: ['panic', 'panic', 'panic', 'panic', 'hello'] }],
  ];

  let past = []; // the states before the one that is shown
  let state = null;
  let timer = null;

  function become(next) {
    if (next === state) return;
    if (state) past.push(state);
    show(next);
  }

  function show(next) {
    state = next;
    byId('back').setAttribute('aria-disabled', past.length === 0);
    draw(state);
  }

  function run(on) {
    clearInterval(timer);
    timer = on ? setInterval(step, PACE) : null;
    byId('play').textContent = on ? 'Pause' : 'Play';
  }

  function step() {
    if (!state.over) become(tick(state));
    if (state.over) run(false);
  }

  function back() {
    run(false);
    if (past.length > 0) show(past.pop());
    byId('keep-lock').checked = state.keepLock;
    byId('panic-kills').checked = state.panicKills;
  }

  function reset() {
    run(false);
    [past, state] = [[], null];
    const [workers, queue] = ['size', 'room'].map((id) => Number(byId(id).value));
    become(create({ workers, queue, keepLock: byId('keep-lock').checked, panicKills: byId('panic-kills').checked }));
  }

  /** Sets up what a question asks, and leads to it. Whoever has said an answer presses "One tick". */
  function setUp({ size = 4, boxes = [], clients }) {
    [byId('size').value, byId('room').value] = [size, 4];
    for (const box of ['keep-lock', 'panic-kills']) byId(box).checked = boxes.includes(box);
    reset();
    clients.forEach((kind) => byId(`send-${kind}`).click());
    byId('model').scrollIntoView();
    byId('step').focus({ preventScroll: true });
  }

  function listen(live) {
    const on = (id, event, action) => byId(id).addEventListener(event, action);
    for (const button of live.querySelectorAll('button[data-kind]')) {
      button.addEventListener('click', () => become(send(state, button.dataset.kind)));
    }
    on('back', 'click', back);
    on('step', 'click', step);
    on('play', 'click', () => run(timer === null));
    on('stop', 'click', () => become(stop(state)));
    on('reset', 'click', reset);
    ['size', 'room'].forEach((id) => on(id, 'change', reset));
    on('keep-lock', 'change', (event) => become(set(state, { keepLock: event.target.checked })));
    on('panic-kills', 'change', (event) => become(set(state, { panicKills: event.target.checked })));
  }

  /** The page for printing holds the whole book, and keeps the still picture. */
  const place = document.getElementById('pool-model');
  if (!place || /\/print(\.html)?$/.test(location.pathname)) return;
  const live = element('div', { runs: '' });
  live.innerHTML = CONTROLS;
  place.append(live);
  place.classList.add('pool-runs');
  listen(live);
  document.querySelectorAll('#pool-questions li').forEach((question, at) => {
    question.append(...QUESTIONS[at].map((setting) => {
      const button = element('button', { setUp: at + 1 }, setting.name);
      button.type = 'button';
      button.addEventListener('click', () => setUp(setting));
      return button;
    }));
  });
  reset();
})();

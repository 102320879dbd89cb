// A model of the thread pool of steps 05 and 06, for the page "A pool that you can play with".
//
// First the pool as plain data: each function takes a state and returns the next one, whose `said` tells
// what happened. It never looks at the page, so that a test can run it alone. Then the drawing.
'use strict';

(() => {
  // ---- The pool ----

  const TICKS = { '/': 1, '/sleep': 5, '/panic': 1, silent: 1 }; // that a worker needs for a client
  const REQUEST_TIME = 5; // ticks after `accept` by which a request must have come
  const TRACK = 30; // ticks that a worker's line shows
  const LOG = 8; // sentences

  /** A pool that has just started: its workers come to the lock one after the other. */
  function create({ workers = 4, queue = 4, keepLock = false, panicKills = false } = {}) {
    const worker = (_, at) => ({ number: at + 1, does: 'lock', client: null, left: 0, keeps: false, track: [] });
    const state = {
      tick: 0, said: '', log: [], notes: [],
      room: queue, keepLock, panicKills, // `room`: how many the queue holds
      listening: true, stopAt: null, over: false,
      clients: 0, backlog: [], sending: [], queue: [], silent: [], // `sending`: who waits in `execute`
      lock: null, atLock: [], workers: Array.from({ length: workers }, worker),
      counts: { answered: 0, late: 0, lost: 0, refused: 0 },
    };
    state.atLock = state.workers.map((worker) => worker.number);
    settle(state);
    return state;
  }

  /** A client connects; `kind` is a path, or `silent`. */
  function send(state, kind) {
    return after(state, (s) => {
      const client = { number: ++s.clients, kind, deadline: Infinity };
      if (!s.listening) {
        s.counts.refused += 1;
        return `Client ${client.number} is refused: nobody listens.`;
      }
      s.backlog.push(client);
      return `Client ${client.number} connects ${kind === 'silent' ? 'and says nothing' : `and asks for ${kind}`}.`;
    });
  }

  /** Switches `keepLock` or `panicKills`. */
  const set = (state, changes) => ({ ...state, ...changes });

  /** Ctrl-C, which stops the server as step 06 does. */
  function stop(state) {
    return after(state, (s) => {
      if (s.stopAt !== null) return '';
      s.stopAt = s.tick;
      settle(s);
      if (s.listening) note(s, 'accepting');
      return `Ctrl-C: ${clauses(s)}.`;
    });
  }

  /** About a second goes by. */
  function tick(state) {
    return after(state, (s) => {
      if (s.over) return '';
      settle(s);
      s.tick += 1;
      s.workers.forEach(record);
      for (const worker of s.workers) {
        if (worker.does === 'run' && --worker.left === 0) finish(s, worker);
      }
      settle(s);
      for (const waiting of s.sending.filter((waiting) => !waiting.isSaid)) {
        waiting.isSaid = true;
        note(s, waiting.from, null, waiting.client);
      }
      return s.notes.length > 0 ? `Tick ${s.tick}: ${clauses(s)}.` : '';
    });
  }

  function after(state, action) {
    const next = structuredClone(state);
    next.notes = [];
    next.said = action(next);
    if (next.said) next.log = [...next.log, next.said].slice(-LOG);
    return next;
  }

  /** Everything that takes no time: moves one thing after the other, until nothing can move. */
  function settle(s) {
    while ([accept, callUp, enqueue, lock, receive, close].some((move) => move(s)));
  }

  /** The main thread accepts a client and gives it to `execute`, unless it still waits there. */
  function accept(s) {
    if (!s.listening || s.sending.some((waiting) => waiting.from === 'main')) return false;
    const client = s.backlog.shift();
    if (client) {
      client.deadline = s.tick + REQUEST_TIME;
      s.sending.push({ from: 'main', client });
    } else if (s.stopAt !== null) {
      s.listening = false;
      note(s, 'closed');
    }
    return Boolean(client) || !s.listening;
  }

  /** The waiting room gives a silent client whose time is over back to the pool. */
  function callUp(s) {
    // Half a second after Ctrl-C, step 06 lets silent clients go: here, at the next tick.
    if (s.stopAt !== null && s.stopAt < s.tick && s.silent.length > 0) {
      s.counts.lost += s.silent.length;
      s.silent.splice(0).forEach((client) => note(s, 'hurried', null, client));
      return true;
    }
    const at = s.silent.findIndex((client) => client.deadline <= s.tick);
    if (at < 0 || s.sending.some((waiting) => waiting.from === 'room')) return false;
    const [client] = s.silent.splice(at, 1);
    client.deadline = s.tick;
    s.sending.push({ from: 'room', client });
    return true;
  }

  /** `execute` puts a job into the queue, if there is room. Without workers, the channel is closed. */
  function enqueue(s) {
    if (s.workers.every((worker) => worker.does === 'dead')) {
      const lost = [...s.queue.splice(0), ...s.sending.splice(0).map((waiting) => waiting.client)];
      s.counts.lost += lost.length;
      lost.forEach((client) => note(s, 'lost', null, client));
      return lost.length > 0;
    }
    if (s.sending.length === 0 || s.queue.length >= s.room) return false;
    s.queue.push(s.sending.shift().client);
    return true;
  }

  /** Whoever waits longest gets the lock, and keeps it while waiting for a job. */
  function lock(s) {
    if (s.lock !== null || s.atLock.length === 0) return false;
    s.lock = s.atLock.shift();
    s.workers[s.lock - 1].does = 'recv';
    return true;
  }

  function receive(s) {
    const worker = s.workers.find((worker) => worker.does === 'recv');
    // Without room in the queue, a job goes from hand to hand.
    const client = worker && (s.queue.shift() || (s.room === 0 && s.sending.shift()?.client));
    if (!client) return false;
    Object.assign(worker, { does: 'run', client, left: TICKS[client.kind], keeps: s.keepLock });
    if (!worker.keeps) s.lock = null;
    note(s, worker.keeps ? 'keep' : 'take', worker, client);
    return true;
  }

  /** When the last client has left a server that stops, the queue closes and the workers end. */
  function close(s) {
    const running = s.workers.filter((worker) => worker.client);
    const here = [...s.backlog, ...s.sending, ...s.queue, ...s.silent, ...running];
    if (s.over || s.listening || here.length > 0) return false;
    for (const worker of s.workers.filter((worker) => worker.does !== 'dead')) {
      worker.does = 'ended';
      note(s, 'ended', worker);
    }
    Object.assign(s, { lock: null, atLock: [], over: true });
    note(s, 'stopped');
    return true;
  }

  /** A job is done. Its worker comes to the lock again, unless it died. */
  function finish(s, worker) {
    const { client, keeps } = worker;
    const silent = s.tick < client.deadline ? 'seat' : 'late';
    const ends = { '/panic': s.panicKills ? 'died' : 'caught', silent }[client.kind] ?? 'answered';
    const dies = ends === 'died';
    note(s, ends, worker, client);
    if (dies && keeps) note(s, 'poisoned');
    if (ends === 'seat') s.silent.push(client);
    else s.counts[client.kind === '/panic' ? 'lost' : ends] += 1;
    if (keeps) s.lock = null;
    Object.assign(worker, { does: dies ? 'dead' : 'lock', client: null, keeps: false });
    if (!dies) s.atLock.push(worker.number);
  }

  function record(worker) {
    const { does, client, left, keeps } = worker;
    const cell = client ? { does: client.kind, keeps, first: left === TICKS[client.kind] } : { does };
    worker.track = [...worker.track, cell].slice(-TRACK);
  }

  // ---- What happened, in words ----

  /** `w` is "worker 1" or "workers 1 and 2", `c` the same for clients; `s` ends the verb of one. */
  const CLAUSES = {
    take: (w, c, s) => `${w} take${s} ${c}`,
    keep: (w, c, s) => `${w} take${s} ${c} and keep${s} the lock`,
    answered: (w, c, s) => `${w} answer${s} ${c}`,
    late: (w, c, s) => `${w} answer${s} ${c} with 408, too slow`,
    seat: (w, c, s) => `${w} put${s} silent ${c} into the waiting room`,
    caught: (w, c, s) => `${c} get${s} no reply, because the job panics; ${w} catch${s && 'es'} that and go${s && 'es'} on`,
    died: (w, c, s) => `${c} get${s} no reply, because the job panics, and ${w} die${s} of it`,
    poisoned: () => 'the lock is poisoned, and the others take it all the same',
    lost: (w, c, s) => `nobody is left to serve ${c}, and the connection${s ? ' is' : 's are'} closed`,
    hurried: (w, c, s) => `silent ${c} ${s ? 'is' : 'are'} let go, because the server stops`,
    main: (w, c) => `no room in the queue, so the main thread waits in execute with ${c}`,
    room: (w, c) => `no room in the queue, so the waiting room waits in execute with ${c}`,
    accepting: () => 'the main thread has clients to admit before it can close the listener',
    closed: () => 'the main thread closes the listener',
    ended: (w, c, s) => `${w} end${s} and ${s ? 'is' : 'are'} joined`,
    stopped: () => 'the server has stopped',
  };

  /** Neighbours of one kind become one clause. */
  function note(s, what, worker, client) {
    if (s.notes.at(-1)?.what !== what) s.notes.push({ what, workers: [], clients: [] });
    if (worker) s.notes.at(-1).workers.push(worker.number);
    if (client) s.notes.at(-1).clients.push(client.number);
  }

  function clauses(s) {
    return s.notes.map(({ what, workers, clients }) => CLAUSES[what](names('worker', workers),
      names('client', clients), workers.length > 1 || clients.length > 1 ? '' : 's')).join('; ');
  }

  function names(word, numbers) {
    if (numbers.length < 2) return `${word} ${numbers.join()}`;
    return `${word}s ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
  }

  window.poolModel = { create, send, set, stop, tick };

  // ---- The page ----

  const numbers = (from, to, chosen) => Array.from({ length: to - from + 1 }, (_, at) =>
    `<option${from + at === chosen ? ' selected' : ''}>${from + at}</option>`).join('');
  const panel = (id, title, explanation) =>
    `<section><h3>${title}</h3><p>${explanation}</p><ol id="pool-${id}" aria-label="${title}"></ol></section>`;
  const count = (id, title) => `<div><dt>${title}</dt><dd id="pool-${id}">0</dd></div>`;
  const sample = (does, words, more = '') => `<li><i data-does="${does}"${more}></i> ${words}</li>`;
  const CONTROLS = `
    <fieldset><legend>A client comes</legend>
      <button type="button" id="pool-send-hello" data-kind="/">asks for <code>/</code></button>
      <button type="button" id="pool-send-sleep" data-kind="/sleep">asks for <code>/sleep</code></button>
      <button type="button" id="pool-send-panic" data-kind="/panic">asks for <code>/panic</code></button>
      <button type="button" id="pool-send-silent" data-kind="silent">says nothing</button></fieldset>
    <fieldset><legend>Time</legend>
      <button type="button" id="pool-step">One tick</button>
      <button type="button" id="pool-play">Play</button>
      <label for="pool-speed">Ticks a second <select id="pool-speed">${numbers(1, 5, 1)}</select></label>
      <button type="button" id="pool-stop">Ctrl-C</button> <button type="button" id="pool-reset">Start anew</button></fieldset>
    <fieldset><legend>The pool</legend>
      <label for="pool-size">Workers <select id="pool-size">${numbers(1, 6, 4)}</select></label>
      <label for="pool-room">Room in the queue <select id="pool-room">${numbers(0, 8, 4)}</select></label>
      <small>Another number starts anew.</small>
      <label for="pool-keep-lock"><input type="checkbox" id="pool-keep-lock"> keep the lock while the job runs (the mistake with <code>while let</code>)</label>
      <label for="pool-panic-kills"><input type="checkbox" id="pool-panic-kills"> a panic kills its worker (no <code>catch_unwind</code>)</label></fieldset>
    <p class="pool-now"><b id="pool-tick"></b> <span id="pool-said" role="status"></span></p>
    <div class="pool-stage">
      ${panel('backlog', 'Backlog', 'Connected, and kept by the kernel until <code>accept</code>.')}
      ${panel('queue', 'Queue', 'Main thread: <span id="pool-main"></span>.')}
      ${panel('lock', 'Lock', '<span id="pool-holder"></span>. In line for it:')}
      ${panel('silent', 'Waiting room', 'Silent clients. Each may stay until five ticks after <code>accept</code>.')}</div>
    <ol id="pool-workers" aria-label="Workers"></ol>
    <ul class="pool-legend" aria-label="What the lines of the workers show">
      ${sample('/', 'runs <code>/</code>')} ${sample('/sleep', 'runs <code>/sleep</code>')} ${sample('/panic', 'runs <code>/panic</code>')}
      ${sample('silent', 'asks a silent client')} ${sample('/sleep', 'bar on top: has the lock', ' data-keeps="true"')}
      ${sample('recv', 'has the lock, waits for a job')} ${sample('lock', 'waits for the lock')} ${sample('dead', 'dead')}</ul>
    <dl>${count('answered', 'answered')} ${count('late', 'answered 408')} ${count('lost', 'closed without a reply')} ${count('refused', 'refused')}</dl>
    <h3 id="pool-log-title">What was said last</h3><ol id="pool-log" aria-labelledby="pool-log-title"></ol>`;
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
    byId('holder').textContent = state.lock === null ? 'Free' : `Worker ${state.lock} has it`;
    const leaving = state.sending.filter((waiting) => waiting.from === 'room').map((waiting) => waiting.client);
    byId('backlog').replaceChildren(...state.backlog.map(token));
    byId('queue').replaceChildren(...state.queue.map(token));
    byId('silent').replaceChildren(...[...leaving, ...state.silent].map(token));
    byId('lock').replaceChildren(...state.atLock.map((number) => element('li', { worker: number }, `worker ${number}`)));
    byId('workers').replaceChildren(...state.workers.map((worker) => line(worker)));
    Object.entries(state.counts).forEach(([id, count]) => { byId(id).textContent = count; });
    byId('log').replaceChildren(...state.log.map((sentence) => element('li', {}, sentence)));
  }

  function mainThread(state) {
    const held = state.sending.find((waiting) => waiting.from === 'main');
    if (held) return `waits in execute with client ${held.client.number}`;
    if (state.over) return 'has ended';
    return state.listening ? 'in accept' : 'has closed the listener';
  }

  function line(worker) {
    const { number, does, client, left, keeps, track } = worker;
    const asks = client?.kind === 'silent' ? 'asks silent' : `runs ${client?.kind} for`;
    const words = {
      lock: 'waits for the lock', recv: 'has the lock, waits for a job', dead: 'dead: a panic ended it', ended: 'has ended',
      run: `${asks} client ${client?.number}, ${left} left${keeps ? ', has the lock' : ''}`,
    };
    const blank = Array.from({ length: TRACK - track.length }, () => ({}));
    const picture = element('div', {}, ...[...blank, ...track].map((cell) => element('i', cell)));
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `Its last ticks: ${track.map((cell) => cell.does).join(' ') || 'none yet'}`);
    const data = { worker: number, does, client: client?.number ?? '', left, keeps };
    return element('li', data, element('b', {}, `worker ${number}`), element('span', {}, words[does]), picture);
  }

  function show(place) {
    const live = element('div', { runs: '' });
    live.innerHTML = CONTROLS;
    place.append(live);
    place.classList.add('pool-runs');
    let state, timer = null;
    const become = (next) => draw(state = next);
    const step = () => {
      become(tick(state));
      if (state.over) run(false);
    };
    const run = (on) => {
      clearInterval(timer);
      timer = on ? setInterval(step, 1000 / byId('speed').value) : null;
      byId('play').textContent = on ? 'Pause' : 'Play';
    };
    const reset = () => {
      run(false);
      const [workers, queue] = ['size', 'room'].map((id) => Number(byId(id).value));
      become(create({ workers, queue, keepLock: byId('keep-lock').checked, panicKills: byId('panic-kills').checked }));
    };
    const on = (id, event, action) => byId(id).addEventListener(event, action);
    for (const button of live.querySelectorAll('button[data-kind]')) {
      button.addEventListener('click', () => become(send(state, button.dataset.kind)));
    }
    on('step', 'click', step);
    on('play', 'click', () => run(timer === null));
    on('speed', 'change', () => run(timer !== null));
    on('stop', 'click', () => become(stop(state)));
    on('reset', 'click', reset);
    ['size', 'room'].forEach((id) => on(id, 'change', reset));
    on('keep-lock', 'change', (event) => become(set(state, { keepLock: event.target.checked })));
    on('panic-kills', 'change', (event) => become(set(state, { panicKills: event.target.checked })));
    reset();
  }

  // The page for printing holds the whole book, and keeps the still picture.
  const place = document.getElementById('pool-model');
  if (place && !/\/print(\.html)?$/.test(location.pathname)) show(place);
})();

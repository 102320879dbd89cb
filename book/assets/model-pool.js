// The pool of the model as plain data: each function takes a state and returns the next one, whose `said` tells
// what happened. It never looks at the page, so that a test can run it alone.
'use strict';

(() => {
  const { clauses, finish, note, settle, TICKS } = window.poolModel;

  /** A pool that has just started: its workers come to the lock one after the other. */
  function create({ workers = 4, queue = 4, keepLock = false, panicKills = false } = {}) {
    const worker = (_, at) => ({ number: at + 1, does: 'lock', client: null, left: 0, keeps: false, track: [] });
    const state = {
      tick: 0, said: '', notes: [],
      room: queue, keepLock, panicKills, // `room`: how many the queue holds
      listening: true, stopAt: null, over: false,
      clients: 0, backlog: [], sending: [], queue: [], silent: [], // `sending`: who waits in `execute`
      // `hands`: who has had the lock since the last tick; `lockTrack`: that of each tick, and who kept it.
      lock: null, atLock: [], hands: [], lockTrack: [],
      workers: Array.from({ length: workers }, worker),
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
      s.lockTrack.push({ hands: s.hands, holder: s.lock });
      s.hands = [];
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

  function record(worker) {
    const { does, client, left } = worker;
    const begins = client && left === TICKS[client.kind];
    worker.track.push({ does: client?.kind ?? does, ...(begins && { number: client.number }) });
  }

  function after(state, action) {
    const next = structuredClone(state);
    next.notes = [];
    next.said = action(next);
    return next;
  }

  Object.assign(window.poolModel, { create, send, set, stop, tick });
})();

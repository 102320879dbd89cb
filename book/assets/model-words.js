// The model of the thread pool of steps 05 and 06, for the page "A pool that you can play with": what happens,
// in words. The others are `model-moves.js`, `model-pool.js`, `model-draw.js` and `model.js`, in this order.
'use strict';

window.poolModel = (() => {
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

  /** What the main thread does. */
  function mainThread(state) {
    const held = state.sending.find((waiting) => waiting.from === 'main');
    if (held) return `waits in execute with client ${held.client.number}`;
    if (state.over) return 'has ended';
    return state.listening ? 'in accept' : 'has closed the listener';
  }

  /** Who has the lock, and through whose hands it went to get there. */
  function holder({ lock, hands }) {
    const way = hands.length > 1 ? ` (it went ${hands.join(' → ')})` : '';
    return (lock === null ? 'Free' : `Worker ${lock} has it`) + way;
  }

  /** What a worker does. */
  function worker({ does, client, left, keeps }) {
    if (does !== 'run') {
      return { lock: 'waits for the lock', recv: 'has the lock, waits for a job', dead: 'dead: a panic ended it', ended: 'has ended' }[does];
    }
    const asks = client.kind === 'silent' ? 'asks silent' : `runs ${client.kind} for`;
    return `${asks} client ${client.number}, ${left} left${keeps ? ', has the lock' : ''}`;
  }

  return { clauses, holder, mainThread, note, worker };
})();

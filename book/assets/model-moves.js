// What moves in the model by itself, and takes no time. `model-words.js` says what the files are.
'use strict';

(() => {
  const { note } = window.poolModel;

  const TICKS = { '/': 1, '/sleep': 5, '/panic': 1, silent: 1 }; // that a worker needs for a client
  const REQUEST_TIME = 5; // ticks after `accept` by which a request must have come

  /** Moves one thing after the other, until nothing can move. */
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
    s.hands.push(s.lock);
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

  Object.assign(window.poolModel, { finish, settle, TICKS });
})();

// Plays the model at random, by numbers that are the same each time, and adds up after every move.
const { create, send, set, stop, tick } = window.poolModel;
let seed = 1;
const random = (below) => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};

function move(state) {
  const choice = random(100);
  if (choice < 40) return send(state, ['/', '/sleep', '/panic', 'silent'][random(4)]);
  if (choice < 42) return set(state, { keepLock: random(2) === 1, panicKills: random(2) === 1 });
  return choice < 44 ? stop(state) : tick(state);
}

function problem(state) {
  const { clients, counts, backlog, sending, queue, silent, workers } = state;
  const ended = Object.values(counts).reduce((sum, count) => sum + count);
  const here = [backlog, sending, queue, silent, workers.filter(({ client }) => client)];
  const found = here.reduce((sum, { length }) => sum + length, ended);
  if (found !== clients) return `${clients} clients came, and ${found} are known`;
  if (workers.filter(({ does }) => does === 'recv').length > 1) return 'two workers wait for a job';
  return queue.length > state.room ? `${queue.length} jobs in a queue for ${state.room}` : null;
}

const problems = [];
for (let game = 0; game < 60; game += 1) {
  let state = create({ workers: 1 + random(6), queue: random(9) });
  for (let moves = 0; moves < 60; moves += 1) {
    const before = JSON.stringify(state);
    const next = move(state);
    if (JSON.stringify(state) !== before) problems.push(`game ${game}: a move changed the state before it`);
    state = next;
    const found = problem(state);
    if (found) problems.push(`game ${game}, move ${moves}: ${found}`);
  }
}
return problems.slice(0, 5);

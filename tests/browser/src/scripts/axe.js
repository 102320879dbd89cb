// The rule, the impact and the first few elements of each problem that hinders people.
// It asks for no style sheet again.
const options = Object.assign(OPTIONS, { resultTypes: ['violations'], preload: false });
return axe.run('PART', options).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, impact, nodes }) => `${id} (${impact}, ${nodes.length} times): `
    + nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' and ')
    + `: ${nodes[0].any[0]?.message ?? nodes[0].failureSummary}`));

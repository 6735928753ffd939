// A metric against noise and against load, with its 95 % bands and the baselines.
const drawCurves = () => {
  const {rule, noise, metric} = choice();
  const shown = ofRule();
  const loads = ascending(shown.map(cell => cell.patterns));
  const [from, to] = colours().loads;
  const colourOf = load => echarts.color.lerp(from + (to - from) * (loads.length > 1 ? loads.indexOf(load) / (loads.length - 1) : 0.5), viridis);
  const groups = runsInView().flatMap(run => loads.map((load, i) => ({
    name: `P = ${load}${several ? `, ${runs[run].name}` : ''}`, cells: shown.filter(cell => cell.patterns === load && cell.run === run),
    symbol: symbols[i % symbols.length], colour: colourOf(load), dash: dashes[(several ? run : 0) % dashes.length],
  }))).filter(group => group.cells.length);
  const nearest = rule === 'nearest' ? [] : inView().filter(cell => cell.rule === 'nearest');
  const extra = loads.flatMap(load => ofRuns('', runsInView().map(run => ({run, data: nearest
    .filter(cell => cell.patterns === load && cell.run === run && numeric(metric.value(cell)))
    .sort((a, b) => a.level - b.level).map(cell => [cell.level, metric.value(cell)])})))
    .map(line => ({...line, name: `nearest pattern, P = ${load}${line.name}`, kind: `nearest pattern${line.name}`, colour: colourOf(load)})));
  at('curves-caption').textContent = drawLines({id: 'curves', title: `${rule}, ${noise}: ${metric.axis} at each load`, metric, groups, extra,
    base: shown, x: cell => cell.level, xName: `level of ${noise} noise`, column: 'level', of: {noise},
    ticks: ascending(shown.map(cell => cell.level)), tickText: String, head: value => `${noise} ${value}`}) + (extra.length ? ' Dashes and dots: the stored pattern nearest to the cue, at the load of their colour.' : '');
};

const byRule = shown => unique(shown.map(cell => cell.run)).flatMap(run => ruleNames
  .map(rule => ({...look(rule, run), cells: shown.filter(cell => cell.rule === rule && cell.run === run)})))
  .filter(group => group.cells.length);
const log = one => one.patterns ? Math.log10(one.patterns) : null;
const unlog = value => String(Math.round(10 ** value));

const drawRules = () => {
  const {noise, metric} = choice();
  const level = Number(at('level').value);
  const shown = inView().filter(cell => cell.level === level);
  at('rules-caption').textContent = drawLines({id: 'rules', title: `Against load at ${noise} ${level}: ${metric.axis}`, metric,
    groups: byRule(shown), base: shown, x: log, xName: 'load P (logarithmic)', column: 'patterns', of: {noise, level}, ticks: ascending(shown.map(log)), tickText: unlog,
    head: value => `P = ${unlog(value)}`});
};

const drawSteps = () => {
  const {noise} = choice();
  const load = Number(at('steps-load').value);
  const shown = inView().filter(cell => cell.patterns === load);
  at('steps-caption').textContent = drawLines({id: 'steps', title: `Steps to converge under ${noise} noise at P = ${load}`, metric: metrics.steps,
    groups: byRule(shown), base: shown, x: cell => cell.level, xName: `level of ${noise} noise`,
    column: 'level', of: {noise, patterns: load}, ticks: ascending(shown.map(cell => cell.level)), tickText: String,
    head: value => `${noise} ${value}`});
};

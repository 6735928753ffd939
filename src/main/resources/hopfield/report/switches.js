// What is chosen, and the light in which it is shown.
const viridis = ['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725'];
const purpleOrange = ['#542788', '#8073ac', '#b2abd2', '#f7f7f7', '#fdb863', '#e08214', '#b35806'];
const light = {ink: '#1b2429', muted: '#55626a', line: '#dbe2e5', panel: '#ffffff', loads: [0, 0.55],
  rules: ['#0072b2', '#c04f00', '#007a5a', '#a8487f', '#4a3fa3', '#7a5c00', '#333333']};
const dark = {ink: '#e6ecee', muted: '#a4b1b7', line: '#2f3b41', panel: '#182024', loads: [0.42, 1],
  rules: ['#56b4e9', '#f0883e', '#3fc79a', '#e08fc0', '#a99cf0', '#e6c34a', '#dddddd']};
const symbols = [['circle', '●'], ['rect', '■'], ['triangle', '▲'], ['diamond', '◆'],
  ['path://M0,-10L2.4,-3.2L9.5,-3.1L3.8,1.2L5.9,8.1L0,4L-5.9,8.1L-3.8,1.2L-9.5,-3.1L-2.4,-3.2Z', '★'], ['path://M0,0L10,0L5,9Z', '▼'],
  ['path://M0,5L9,0L9,10Z', '◀'], ['path://M0,0L9,5L0,10Z', '▶']];
const dashes = ['solid', 'dashed', 'dotted'];

let paper = null; // the charts' width while printing
const darkScreen = matchMedia('(prefers-color-scheme: dark)');
const theme = () => document.documentElement.dataset.theme;
const isDark = () => (theme() ?? (darkScreen.matches ? 'dark' : 'light')) === 'dark';
const colours = () => isDark() && !paper ? dark : light;

/** How a rule of a run looks, whatever else is shown. */
const ruleNames = unique(cells.map(cell => cell.rule));
const look = (rule, run) => {
  const i = ruleNames.indexOf(rule);
  const own = several ? i + run : i;
  return {name: several ? `${rule}, ${runs[run].name}` : rule, symbol: symbols[own % symbols.length],
    colour: colours().rules[i % colours().rules.length], dash: dashes[(several ? run : 0) % dashes.length]};
};

const fill = (select, options, chosen) => {
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value, false, String(value) === String(chosen))));
};
/** Fills a switch again; what was chosen stays where it can. */
const refill = (id, options, chosen) => {
  if (!at(id)) return;
  const before = at(id).value;
  fill(at(id), options, options.some(([value]) => String(value) === before) ? before : chosen);
};
const updateNames = {sync: 'synchronous', async: 'asynchronous', '': 'unknown'};
const updates = unique(runs.map(run => run.update));

const choice = () => ({rule: at('rule').value, noise: at('noise').value, metric: metrics[at('metric').value], update: at('update').value});
/** Cells of the runs that the update chosen leaves, under the noise kind chosen. */
const inView = () => {
  const {noise, update} = choice();
  return cells.filter(cell => cell.noise === noise && (update === 'all' || runs[cell.run].update === update));
};
const runsInView = () => ascending(inView().map(cell => cell.run));
const ofRule = () => inView().filter(cell => cell.rule === choice().rule);

/** The rule that restores most, the baseline aside, is shown first. */
const bestFirst = () => {
  const total = rule => cells.filter(cell => cell.rule === rule).reduce((sum, cell) => sum + (cell.restored?.[0] ?? 0), 0);
  const networks = ruleNames.filter(rule => rule !== 'nearest');
  return (networks.length ? networks : ruleNames).reduce((best, rule) => total(rule) > total(best) ? rule : best);
};

const fillSwitches = () => {
  const noises = unique(cells.map(cell => cell.noise));
  const best = bestFirst();
  fill(at('rule'), ruleNames.map(rule => [rule, rule]), best);
  fill(at('noise'), noises.map(noise => [noise, noise]), cells.find(cell => cell.rule === best).noise);
  fill(at('update'), [...updates.length > 1 ? [['all', 'all, side by side']] : [], ...updates.map(update => [update, updateNames[update] ?? update])]);
  fill(at('metric'), Object.entries(metrics).map(([key, metric]) => [key, metric.text]));
};
/** The switches that hang on the others. */
const fillMore = () => {
  const {noise} = choice();
  const levels = ascending(inView().map(cell => cell.level));
  const loads = ascending(inView().map(cell => cell.patterns));
  const ofLevel = levels.map(level => [level, `${noise} ${level}`]);
  refill('level', ofLevel, middle(levels));
  refill('steps-load', loads.map(load => [load, `P = ${load}`]), middle(loads));
  const own = ofRule();
  const ownLevels = ascending(own.map(cell => cell.level));
  const ownLoads = ascending(own.map(cell => cell.patterns));
  refill('became-view', [
    ...ownLevels.map(level => [`level ${level}`, `load, at ${noise} ${level}`]),
    ...ownLoads.map(load => [`load ${load}`, `level, at P = ${load}`]),
  ], `level ${middle(ownLevels) ?? ''}`);
  const classed = own.filter(cell => cell.confusion);
  refill('confusion-cell', classed.map(cell => [`${cell.run} ${cell.patterns} ${cell.level}`,
    `${several ? runs[cell.run].name + ', ' : ''}P = ${cell.patterns}, ${noise} ${cell.level}`]),
  `${runsInView()[0]} ${middle(ownLoads)} ${middle(ownLevels)}`);
};

// The data, and the metrics that can be shown of a cell. Data reaches the page as text only.
const {cells, classes: classNames, capacities, basins, theory} = JSON.parse(document.getElementById('data').textContent);
const viridis = ['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725'];
const purpleOrange = ['#542788', '#8073ac', '#b2abd2', '#f7f7f7', '#fdb863', '#e08214', '#b35806'];
const light = {ink: '#1b2429', muted: '#55626a', line: '#dbe2e5', panel: '#ffffff', loads: [0, 0.65],
  rules: ['#0072b2', '#c04f00', '#007a5a', '#a8487f', '#4a3fa3', '#7a5c00', '#333333']};
const dark = {ink: '#e6ecee', muted: '#a4b1b7', line: '#2f3b41', panel: '#182024', loads: [0.42, 1],
  rules: ['#56b4e9', '#f0883e', '#3fc79a', '#e08fc0', '#a99cf0', '#e6c34a', '#dddddd']};
const symbols = [['circle', '●'], ['rect', '■'], ['triangle', '▲'], ['diamond', '◆'],
  ['path://M0,-10L2.4,-3.2L9.5,-3.1L3.8,1.2L5.9,8.1L0,4L-5.9,8.1L-3.8,1.2L-9.5,-3.1L-2.4,-3.2Z', '★'], ['path://M0,0L10,0L5,9Z', '▼'],
  ['path://M0,5L9,0L9,10Z', '◀'], ['path://M0,0L9,5L0,10Z', '▶']];

const rate = (name, text, none = () => 'no stored probes') => ({text, axis: name + ', %', percent: true, none,
  band: cell => cell[name], value: cell => cell[name] && cell[name][0]});
const mean = (text, value, cue, blank, more) => ({text, axis: text.toLowerCase(), value, cue, blank, none: () => 'unknown', ...more});
const unseen = (name, text) => ({text, axis: text.toLowerCase() + ', %', percent: true, band: cell => cell.unstored?.[name],
  value: cell => cell.unstored?.[name]?.[0], none: cell => cell.unstored ? 'none counted' : 'no unstored probes',
  note: 'Bands: the Wilson 95 % interval, of probes of images that are not stored.'});
const metrics = {
  restored: rate('restored', 'Restored'),
  exact: rate('exact', 'Exact'),
  identified: rate('identified', 'Identified'),
  improved: rate('improved', 'Improved', cell => cell.stored ? 'exact cues' : 'no stored probes'),
  overlap: mean('Overlap', c => c.overlap, c => 2 * c.inputSimilarity - 1, c => 2 * c.blankSimilarity - 1),
  similarity: mean('Similarity', c => c.similarity, c => c.inputSimilarity, c => c.blankSimilarity),
  improvement: mean('Gain in similarity over the cue', c => c.similarity - c.inputSimilarity, () => 0,
    c => c.blankSimilarity - c.inputSimilarity, {signed: true}),
  ssim: mean('SSIM', c => c.ssim, null, null, {axis: 'SSIM', note: 'Structural similarity: 1 is identity.'}),
  psnr: mean('PSNR', c => c.psnr ?? Infinity, c => c.inputPsnr ?? Infinity, c => c.blankPsnr ?? Infinity,
    {axis: 'PSNR, dB', decibels: true}),
  unstoredImproved: unseen('improved', 'Unstored: improved'),
  unstoredSameClass: unseen('sameClass', 'Unstored: nearest has their class'),
};
for (const name of Object.keys(metrics)) {
  const {value} = metrics[name];
  if ((name === 'ssim' || name.startsWith('unstored')) && !cells.some(cell => typeof value(cell) === 'number')) delete metrics[name];
}

const at = id => document.getElementById(id);
const unique = values => [...new Set(values)];
const ascending = values => unique(values).sort((a, b) => a - b);
const numeric = value => typeof value === 'number' && Number.isFinite(value);
const average = (list, value) => {
  const known = list.filter(cell => numeric(value(cell)));
  const weight = known.reduce((sum, cell) => sum + cell.images, 0);
  return known.reduce((sum, cell) => sum + value(cell) * cell.images, 0) / weight;
};
const show = (metric, value, digits) => value === Infinity ? '∞' : !numeric(value) ? '–'
  : metric.percent ? (100 * value + 1e-9).toFixed(digits ?? 1) + (digits === undefined ? '\u00a0%' : '')
  : metric.decibels ? value.toFixed(digits > 0 || digits === undefined ? 1 : 0) + (digits === undefined ? '\u00a0dB' : '')
  : (metric.signed && value > 0 ? '+' : '') + value.toFixed(digits === undefined ? 3 : digits + 2).replace('-', '−');

const bestFirst = () => {
  const wins = rule => cells.filter(cell => cell.rule === rule && cell.suffices).length;
  const rules = unique(cells.map(cell => cell.rule));
  const networks = rules.filter(rule => rule !== 'nearest'); // a baseline, not a network
  return (networks.length ? networks : rules).reduce((best, rule) => wins(rule) > wins(best) ? rule : best);
};
/** How a rule looks in every chart. */
const look = (rule, colours) => {
  const i = unique(cells.map(cell => cell.rule)).indexOf(rule);
  return {name: rule, symbol: symbols[i % symbols.length], colour: colours.rules[i % colours.rules.length]};
};
const fill = (select, options, chosen) => {
  select.replaceChildren(...options.map(([value, text]) =>
    new Option(text, value, false, String(value) === String(chosen))));
};
const choice = () => ({rule: at('rule').value, noise: at('noise').value, metric: metrics[at('metric').value],
  level: Number(at('level').value)});

/** The metric's bounds over all rules and kinds, so that colours and axes keep their meaning when a switch is turned. */
const bounds = metric => {
  if (metric.percent) return [0, 1];
  const values = cells.flatMap(cell => [metric.value, metric.cue, metric.blank].map(of => of?.(cell))).filter(numeric);
  if (metric.decibels) return [0, 5 * Math.ceil(Math.max(5, ...values) / 5)];
  if (metric.signed) {
    const most = Math.max(0.1, ...values.map(Math.abs));
    return [-Math.ceil(most * 10) / 10, Math.ceil(most * 10) / 10];
  }
  return [Math.floor(Math.min(0.9, ...values) * 10) / 10, 1];
};

// The data, and the metrics that can be shown of a cell. Data reaches the page as text only.
const {runs, cells: table, capacities, basins, theory, gallery} = JSON.parse(document.getElementById('data').textContent);
const cells = table.rows.map(row => Object.fromEntries(table.names.map((name, k) => [name, row[k]])));
const several = runs.length > 1;

const at = id => document.getElementById(id);
const unique = values => [...new Set(values)];
const ascending = values => unique(values).sort((a, b) => a - b);
const numeric = value => typeof value === 'number' && Number.isFinite(value);
const count = value => value.toLocaleString('en');
const counted = (value, one) => `${count(value)} ${one}${value === 1 ? '' : 's'}`;
/** Five digits of what may be of any size. */
const fiveDigits = value => numeric(value) ? String(Number(value.toPrecision(5))).replaceAll('-', '−') : '–';
const middle = list => list[Math.floor((list.length - 1) / 2)];
const className = (run, label) => runs[run].classes?.[label] ?? String(label);

/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;
/** A share with its Wilson score interval at 95 %, that of so many independent trials. */
const wilson = (successes, trials, effective = trials) => {
  if (!trials) return null;
  const p = successes / trials;
  const centre = (effective * p + Z * Z / 2) / (effective + Z * Z);
  const half = Z * Math.sqrt(effective * p * (1 - p) + Z * Z / 4) / (effective + Z * Z);
  return [p, successes ? centre - half : 0, successes < trials ? centre + half : 1];
};

const rate = (name, text, none = () => 'no stored probes') => ({text, axis: name + ', %', percent: true, none,
  band: cell => cell[name], value: cell => cell[name] && cell[name][0]});
/** A mean with its interval, so much to both sides, within the measure's ends. */
const within = ([least, most], value, margin) => numeric(value) && numeric(margin)
  ? [value, Math.max(least, value - margin), Math.min(most, value + margin)] : null;
const mean = (text, value, margin, ends, more) => ({text, axis: text.toLowerCase(), value, none: () => 'unknown',
  band: cell => within(ends, value(cell), margin(cell)), ...more});
/** The interval of the similarity in decibels; nothing where its upper end is exact. */
const decibelBand = (psnr, margin) => {
  const wrong = 10 ** (-psnr / 10);
  const ends = [wrong, Math.min(1, wrong + margin), wrong - margin].map(one => -10 * Math.log10(one));
  return numeric(psnr) && numeric(margin) && ends.every(numeric) ? ends : null;
};
const unseen = (name, text) => ({text, axis: text.toLowerCase() + ', %', percent: true, band: cell => cell.unstored?.[name],
  value: cell => cell.unstored?.[name]?.[0], none: cell => cell.unstored ? 'none counted' : 'no unstored probes',
  note: 'Bands: the Wilson 95 % interval, of probes of images that are not stored.'});
const metrics = {
  restored: rate('restored', 'Restored'),
  exact: rate('exact', 'Exact'),
  identified: rate('identified', 'Identified'),
  overlap: mean('Overlap', c => c.overlap, c => numeric(c.margins[0]) ? 2 * c.margins[0] : null, [-1, 1],
    {cue: c => 2 * c.inputSimilarity - 1, blank: c => 2 * c.blankSimilarity - 1}),
  similarity: mean('Similarity', c => c.similarity, c => c.margins[0], [0, 1], {cue: c => c.inputSimilarity, blank: c => c.blankSimilarity}),
  improvement: mean('Improvement: similarity gained over the cue', c => c.similarity - c.inputSimilarity, c => c.margins[1], [-1, 1],
    {axis: 'improvement', cue: () => 0, blank: c => c.blankSimilarity - c.inputSimilarity, signed: true}),
  ssim: mean('SSIM', c => c.ssim, c => c.margins[2], [-1, 1], {axis: 'SSIM',
    note: 'Structural similarity: 1 is identity. Bands: 95 % interval of the mean.'}),
  improved: rate('improved', 'Improved on the cue', cell => cell.stored ? 'exact cues' : 'no stored probes'),
  psnr: mean('PSNR', c => c.psnr ?? Infinity, () => null, [], {band: c => decibelBand(c.psnr, c.margins[0]), axis: 'PSNR, dB', decibels: true,
    cue: c => c.inputPsnr ?? Infinity, blank: c => c.blankPsnr ?? Infinity}),
  steps: mean('Steps to the end of recall', c => c.steps, c => c.margins[3], [0, Infinity], {axis: 'steps', steps: true,
    note: 'Synchronous steps, or asynchronous sweeps. Bands: 95 % interval of the mean.'}),
  converged: {...rate('converged', 'Converged to a fixed point', () => 'unknown'), axis: 'converged, %',
    note: 'Of all probes: the share whose recall ended in a fixed point. Bands: the Wilson 95 % interval.'},
  unstoredImproved: unseen('improved', 'Unstored: improved'),
  unstoredSameClass: unseen('sameClass', 'Unstored: nearest has their class'),
};
for (const name of Object.keys(metrics)) {
  const {value} = metrics[name];
  if ((name === 'ssim' || name.startsWith('unstored')) && !cells.some(cell => typeof value(cell) === 'number')) delete metrics[name];
}

const average = (list, value) => {
  const known = list.filter(cell => numeric(value(cell)));
  const weight = known.reduce((sum, cell) => sum + cell.images, 0);
  return known.reduce((sum, cell) => sum + value(cell) * cell.images, 0) / weight;
};
/** A value without its unit; the nudge rounds halves as the tables do. */
const plain = (metric, value, digits) => {
  if (value === Infinity) return '∞';
  if (!numeric(value)) return '–';
  const nudge = value < 0 ? -1e-9 : 1e-9;
  const text = metric.percent ? (100 * value + nudge).toFixed(digits ?? 1)
    : (value + nudge).toFixed(digits ?? (metric.decibels || metric.steps ? 1 : 3));
  return text.replace('-', '−');
};
const unit = metric => metric.percent ? '\u00a0%' : metric.decibels ? '\u00a0dB' : '';
const show = (metric, value) => plain(metric, value) + (numeric(value) ? unit(metric) : '');
const interval = (metric, cell) => {
  const band = metric.band?.(cell);
  return band ? ` [${plain(metric, band[1])}, ${plain(metric, band[2])}]` : '';
};
/** The metric's bounds, and the spacing of ticks between them, over all rules and kinds, so that colours and axes keep their meaning when a switch is turned. */
const bounds = metric => {
  if (metric.percent) return [0, 1, 0.2];
  const values = cells.flatMap(cell => [metric.value, metric.cue, metric.blank].map(of => of?.(cell))).filter(numeric);
  const above = (spacing, value) => spacing * Math.ceil(value / spacing);
  const roomy = (spacings, span) => spacings.find(spacing => span / spacing <= 7) ?? span;
  if (metric.steps || metric.decibels) {
    const most = Math.max(metric.steps ? 1 : 5, ...values);
    const spacing = roomy(metric.steps ? [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] : [5, 10, 20], most);
    return [0, above(spacing, most), spacing];
  }
  if (metric.signed) {
    const most = Math.max(0.1, ...values.map(Math.abs));
    const end = above(0.1, most - 1e-9);
    return [-end, end, end / 2];
  }
  const least = Math.min(0.9, ...values);
  const spacing = roomy([0.02, 0.05, 0.1, 0.2, 0.5], 1 - least - 1e-9);
  return [-above(spacing, -least - 1e-9), 1, spacing];
};

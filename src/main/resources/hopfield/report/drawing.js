// What all charts are drawn with. Each keeps the table, the legend and the option that it was drawn from.
const instances = new Map();
const tables = new Map();
/** legend: [{name, colour, mark, symbol, dash}] */
const draw = (id, title, rows, option, legend = []) => {
  const chart = instances.get(id) ?? echarts.init(at(id), null, {renderer: 'svg'});
  instances.set(id, chart);
  tables.set(id, {title, rows, option, legend});
  at(id + '-legend')?.replaceChildren(...legend.map(key));
  if (at(id + '-title')) at(id + '-title').textContent = title;
  chart.resize({width: paper ? Math.min(paper, at(id).clientWidth || paper) : 'auto'});
  chart.setOption({
    ...always(), backgroundColor: 'transparent', ...option,
  }, {replaceMerge: ['series', 'xAxis', 'yAxis', 'visualMap']});
};
/** The page's fonts; names in single quotes, as they stand in attributes of a saved SVG. */
const fonts = () => getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
const always = () => ({animation: false, textStyle: {fontFamily: fonts(), color: colours().muted}});
const forget = id => {
  instances.get(id)?.dispose();
  instances.delete(id);
  tables.delete(id);
};
const axis = (name, more) => ({
  name, nameLocation: 'middle', nameTextStyle: {color: colours().muted, fontSize: 13},
  axisLine: {show: true, lineStyle: {color: colours().muted}}, axisTick: {show: true, lineStyle: {color: colours().muted}},
  axisLabel: {color: colours().muted, fontSize: 12.5, hideOverlap: true}, splitLine: {show: false}, ...more,
});
/** Bounds of an axis a little wider than its ticks. */
const spanned = (ticks, margin) => {
  if (!ticks.length) return {min: 0, max: 1};
  const span = ticks[ticks.length - 1] - ticks[0] || 1;
  return {min: ticks[0] - span * margin, max: ticks[ticks.length - 1] + span * margin};
};
/** Marks at what was measured and nowhere else. */
const tickMarks = (ticks, text) => ({axisTick: {show: true, customValues: ticks, lineStyle: {color: colours().muted}},
  axisLabel: {color: colours().muted, fontSize: 12.5, hideOverlap: true, customValues: ticks, formatter: text}});
const gridLines = () => ({show: true, lineStyle: {color: colours().line}});
const tooltip = more => ({
  confine: true, backgroundColor: colours().panel, borderColor: colours().muted, textStyle: {color: colours().ink, fontSize: 13},
  extraCssText: 'max-width: min(26rem, 85vw); white-space: normal; overflow-wrap: anywhere', ...more,
});
/** A tooltip's lines as elements: a name is text, whatever it holds. */
const lines = texts => {
  const box = document.createElement('div');
  texts.filter(Boolean).forEach((text, i) => {
    const line = box.appendChild(document.createElement(i ? 'div' : 'b'));
    line.textContent = text;
  });
  return box;
};
/** An element with text and attributes. */
const element = (tag, text = '', attributes = {}) => {
  const made = document.createElement(tag);
  made.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
};
/** Dashes and gaps of these lengths in turn, as the line of a legend's sign. */
const strokes = lengths => {
  const ends = lengths.map((_, k) => lengths.slice(0, k + 1).reduce((sum, one) => sum + one, 0));
  return `repeating-linear-gradient(to right, ${ends.map((end, k) =>
    `${k % 2 ? 'transparent' : 'currentcolor'} ${ends[k - 1] ?? 0}px ${end}px`).join(', ')})`;
};
/** One entry of a legend. */
const key = ({name, colour, mark = '', dash = 'solid'}) => {
  const entry = document.createElement('li');
  const sign = entry.appendChild(element('span', mark, {'aria-hidden': 'true'}));
  sign.style.color = colour;
  if (Array.isArray(dash)) {
    sign.className = 'strokes';
    sign.style.setProperty('--strokes', strokes(dash));
  } else {
    sign.style.setProperty('--dashes', dash);
  }
  entry.append(name);
  return entry;
};
/** Relative luminance (WCAG 2.2). */
const luminance = colour => echarts.color.parse(colour).slice(0, 3).map(v => v / 255)
  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, k) => sum + [0.2126, 0.7152, 0.0722][k] * v, 0);
/** Black or white, whichever reads better on a colour: at least 4.58 to 1. */
const inkOn = colour => luminance(colour) < 0.179 ? '#ffffff' : '#000000';

// What all charts are drawn with.
const instances = new Map();
let paper = null; // the charts' width while printing
const draw = (id, title, colours, option) => {
  const chart = instances.get(id) ?? echarts.init(at(id), null, {renderer: 'svg'});
  instances.set(id, chart);
  at(id + '-title').textContent = title;
  chart.resize({width: paper ?? 'auto'});
  chart.setOption({
    animation: false,
    backgroundColor: 'transparent',
    textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: colours.muted},
    ...option,
  }, {replaceMerge: ['series', 'xAxis', 'yAxis', 'visualMap']});
};
const axis = (colours, name, more) => ({
  name, nameLocation: 'middle', nameTextStyle: {color: colours.muted, fontSize: 13},
  axisLine: {show: true, lineStyle: {color: colours.muted}}, axisTick: {show: true, lineStyle: {color: colours.muted}},
  axisLabel: {color: colours.muted, fontSize: 12, hideOverlap: true}, splitLine: {show: false}, ...more,
});
const tooltip = (colours, more) => ({
  confine: true, backgroundColor: colours.panel, borderColor: colours.muted, textStyle: {color: colours.ink, fontSize: 13},
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
/** One entry of a legend. */
const key = (name, colour, mark, dashes = 'solid') => {
  const entry = document.createElement('li');
  const sign = entry.appendChild(document.createElement('span'));
  sign.textContent = mark;
  sign.style.color = colour;
  sign.style.setProperty('--dashes', dashes);
  sign.setAttribute('aria-hidden', 'true');
  entry.append(name);
  return entry;
};
const interval = (metric, cell) => {
  const band = metric.band?.(cell);
  return band ? ` [${(100 * band[1] + 1e-9).toFixed(1)}, ${(100 * band[2] + 1e-9).toFixed(1)}]` : '';
};

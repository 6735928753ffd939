// The capacity-vs-noise heat map with its 95 % contour, one for each run in view.
/** The sides of cells that suffice at which a measured neighbour does not: [x, y, side], right, left, above or below. */
const contour = (shown, place) => {
  const suffices = new Map(shown.map(cell => [String(place(cell)), cell.suffices]));
  const sides = [[1, 0], [-1, 0], [0, 1], [0, -1]];
  return shown.filter(cell => cell.suffices).flatMap(cell => {
    const [x, y] = place(cell);
    return sides.flatMap(([dx, dy], side) => suffices.get(String([x + dx, y + dy])) === false ? [[x, y, side]] : []);
  });
};
/** The contour is drawn twice: wide in the colour of the panel, then narrow in ink, so that it is seen on any colour. */
const contourSeries = (sides, width, colour, z) => ({type: 'custom', silent: true, z, data: sides, tooltip: {show: false}, renderItem: (params, api) => {
  const [x, y] = api.coord([api.value(0), api.value(1)]);
  const [w, h] = api.size([1, 1]).map(Math.abs);
  const [dx, dy] = [[w / 2, 0], [-w / 2, 0], [0, -h / 2], [0, h / 2]][api.value(2)];
  const along = dx ? [0, h / 2] : [w / 2, 0];
  return {type: 'line', shape: {x1: x + dx - along[0], y1: y + dy - along[1], x2: x + dx + along[0], y2: y + dy + along[1]},
    style: {stroke: colour, lineWidth: width, lineCap: 'round'}};
}});

const drawMap = (id, name, shown, loads, levels) => {
  const {rule, noise, metric} = choice();
  const place = cell => [levels.indexOf(cell.level), loads.indexOf(cell.patterns)];
  const [low, high] = bounds(metric);
  const stops = metric.signed ? purpleOrange : viridis;
  const width = paper ?? at(id).clientWidth;
  const room = (width - 80) / Math.max(1, levels.length);
  const height = Math.max(20, Math.min(64, 360 / Math.max(1, loads.length) + 16));
  at(id).style.height = Math.max(300, height * loads.length + 118) + 'px';
  const label = cell => numeric(metric.value(cell)) ? room < 30 ? '' : plain(metric, metric.value(cell), room < 40 ? metric.percent ? 0 : 1 : undefined)
    : metric.value(cell) === Infinity ? '∞' : room < 120 ? '–' : metric.none(cell);
  const bare = {type: 'category', axisTick: {show: false}, axisLine: {show: false}};
  const item = cell => {
    const value = metric.value(cell);
    const known = numeric(value) || value === Infinity;
    const colour = known ? echarts.color.lerp(Math.max(0, Math.min(value, high) - low) / (high - low), stops) : 'transparent';
    return {
      value: [...place(cell), known ? Math.min(value, high) : low], cell,
      itemStyle: {color: colour, borderColor: colours().panel},
      label: {show: true, formatter: label(cell), color: known ? inkOn(colour) : colours().muted, fontWeight: cell.suffices ? 'bold' : 'normal'},
    };
  };
  const sides = contour(shown, place);
  const title = `${several ? name + ': ' : ''}${rule}, ${noise}: ${metric.axis}`;
  draw(id, title, shown.map(cell => ({run: runs[cell.run].name, rule, noise, level: cell.level, patterns: cell.patterns,
    [at('metric').value]: metric.value(cell), low: metric.band?.(cell)?.[1], high: metric.band?.(cell)?.[2],
    images: cell.images, stored: cell.stored, suffices: cell.suffices})), {
    aria: {enabled: true, label: {description: `Heat map of ${metric.text.toLowerCase()} for rule ${rule} under ${noise} noise: `
      + shown.map(c => `P ${c.patterns}, level ${c.level}: ${show(metric, metric.value(c))}`).join('; ')}},
    grid: {left: 64, right: 12, top: 8, bottom: 100},
    tooltip: tooltip({trigger: 'item', formatter: ({data: {cell}}) => lines([
      `P = ${cell.patterns} (P / N = ${cell.load.toFixed(4)}), ${noise} ${cell.level}`,
      `${metric.text}: ${show(metric, metric.value(cell))}${interval(metric, cell)}`,
      metric === metrics.restored ? null : cell.restored ? `Restored: ${show(metrics.restored, cell.restored[0])}${interval(metrics.restored, cell)}` : 'No stored probes',
      ['similarity', 'inputSimilarity', 'blankSimilarity'].map((one, i) =>
        `${['Similarity', 'cue', 'blank image'][i]} ${show(metrics.similarity, cell[one])}`).join('; '),
      `${counted(cell.images, 'probe')}, ${count(cell.stored)} of stored images`,
    ])}),
    xAxis: axis(`level of ${noise} noise`, {...bare, data: levels.map(String), nameGap: 30}),
    yAxis: axis('load P', {...bare, data: loads.map(String), nameGap: 44}),
    visualMap: {
      type: 'continuous', min: low, max: high, seriesIndex: [], dimension: 2, orient: 'horizontal', left: 'center', bottom: 4,
      itemWidth: 12, itemHeight: width < 560 ? 140 : 220, inRange: {color: stops}, precision: 2,
      text: [high, low].map(end => plain(metric, end, metric.percent || metric.steps ? 0 : undefined) + unit(metric)),
      textStyle: {color: colours().muted},
    },
    series: [
      {type: 'heatmap', data: shown.map(item), itemStyle: {borderColor: colours().panel, borderWidth: 2}, emphasis: {disabled: true},
        label: {fontSize: 13}},
      contourSeries(sides, 7, colours().panel, 5),
      contourSeries(sides, 3.5, colours().ink, 6),
    ],
  }, sides.length ? [{name: 'contour: 95 % of the stored images restored', colour: colours().ink}] : []);
};

const drawMaps = () => {
  const {rule} = choice();
  const shown = ofRule();
  const loads = ascending(shown.map(cell => cell.patterns));
  const levels = ascending(shown.map(cell => cell.level));
  const wanted = unique(shown.map(cell => cell.run)).map(run => ['map-' + run, run]);
  [...instances.keys()].filter(id => id.startsWith('map-') && !wanted.some(([own]) => own === id)).forEach(id => {
    forget(id);
    at(id).parentElement.remove();
  });
  wanted.filter(([id]) => !at(id)).forEach(([id]) => { // all of them before any is drawn: they share the width
    const box = at('maps').appendChild(element('div', '', {class: 'map'}));
    const head = box.appendChild(element('div', '', {class: 'figure-head'}));
    head.append(element('h3', '', {id: id + '-title'}), element('span', '', {class: 'downloads'}));
    box.append(element('div', '', {id, class: 'chart'}));
  });
  wanted.forEach(([id, run]) => {
    drawMap(id, runs[run].name, shown.filter(cell => cell.run === run), loads, levels);
    addDownloads(at(id).parentElement.querySelector('.downloads'), id);
  });
  at('map-note').textContent = shown.length ? shown.every(cell => cell.suffices) ? 'Every cell reaches 95 %.'
    : shown.some(cell => cell.suffices) ? '' : `${rule} reaches 95 % in no cell, so there is no contour.` : 'Nothing was measured.';
};

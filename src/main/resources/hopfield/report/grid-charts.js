// A metric over the grid of loads and levels: heat map, a curve per load, a curve per rule.
const drawMap = colours => {
  const {rule, noise, metric} = choice();
  const shown = cells.filter(cell => cell.rule === rule && cell.noise === noise);
  const levels = ascending(shown.map(cell => cell.level));
  const loads = ascending(shown.map(cell => cell.patterns));
  const place = cell => [levels.indexOf(cell.level), loads.indexOf(cell.patterns)];
  const [low, high] = bounds(metric);
  const stops = metric.signed ? purpleOrange : viridis;
  const width = paper ?? at('map').clientWidth;
  const room = (width - 80) / Math.max(1, levels.length);
  at('map').style.height = Math.max(300, Math.min(64, 360 / Math.max(1, loads.length) + 16) * loads.length + 118) + 'px';
  const label = cell => numeric(metric.value(cell)) ? room < 34 ? '' : show(metric, metric.value(cell), room < 48 ? 0 : 1)
    : metric.value(cell) === Infinity ? '∞' : room < 120 ? '–' : metric.none(cell);
  const bare = {type: 'category', axisTick: {show: false}, axisLine: {show: false}};
  const outlined = shown.filter(cell => cell.suffices);
  const item = cell => {
    const value = metric.value(cell);
    const known = numeric(value) || value === Infinity;
    const colour = known ? echarts.color.lerp((Math.min(value, high) - low) / (high - low), stops) : 'transparent';
    const dim = !known || echarts.color.lum(colour, 1) < 0.42;
    return {
      value: [...place(cell), known ? Math.min(value, high) : low], cell,
      itemStyle: {color: colour, borderColor: known ? colours.panel : 'transparent'},
      label: {show: true, formatter: label(cell), color: known ? dim ? '#ffffff' : '#101418' : colours.muted},
    };
  };
  draw('map', `${rule}, ${noise}: ${metric.axis}`, colours, {
    aria: {enabled: true, label: {description: `Heat map of ${metric.text.toLowerCase()} for rule ${rule} under ${noise} noise: `
      + shown.map(c => `P ${c.patterns}, level ${c.level}: ${show(metric, metric.value(c))}`).join('; ')}},
    grid: {left: 64, right: 12, top: 8, bottom: 100},
    tooltip: tooltip(colours, {trigger: 'item', formatter: ({data: {cell}}) => lines([
      `P = ${cell.patterns} (P / N = ${cell.load.toFixed(4)}), ${noise} ${cell.level}`,
      `${metric.text} ${show(metric, metric.value(cell))}${interval(metric, cell)}`,
      metric === metrics.restored ? null : cell.restored ? `Restored ${show(metrics.restored, cell.restored[0])}${interval(metrics.restored, cell)}` : 'No stored probes',
      ['similarity', 'inputSimilarity', 'blankSimilarity'].map((field, i) =>
        `${['Similarity', 'cue', 'blank image'][i]} ${show(metrics.similarity, cell[field])}`).join('; '),
      `${cell.images.toLocaleString('en')} probes, ${cell.stored.toLocaleString('en')} of stored images`,
    ])}),
    xAxis: axis(colours, `level of ${noise} noise`, {...bare, data: levels.map(String), nameGap: 30}),
    yAxis: axis(colours, 'load P', {...bare, data: loads.map(String), nameGap: 44}),
    visualMap: {
      type: 'continuous', min: low, max: high, seriesIndex: [], dimension: 2, orient: 'horizontal', left: 'center', bottom: 4,
      itemWidth: 12, itemHeight: width < 560 ? 140 : 220, inRange: {color: stops}, precision: 2,
      text: [show(metric, high, metric.percent ? 0 : undefined), show(metric, low, metric.percent ? 0 : undefined)],
      textStyle: {color: colours.muted},
    },
    series: [
      {type: 'heatmap', data: shown.map(item), itemStyle: {borderColor: colours.panel, borderWidth: 7}, emphasis: {disabled: true},
        label: {fontSize: 12.5}},
      {type: 'custom', silent: true, z: 5, data: outlined.map(place), tooltip: {show: false}, renderItem: (params, api) => {
        const [x, y] = api.coord([api.value(0), api.value(1)]);
        const [w, h] = api.size([1, 1]);
        return {type: 'rect', shape: {x: x - w / 2 + 1.25, y: y - h / 2 + 1.25, width: w - 2.5, height: h - 2.5},
          style: {fill: 'none', stroke: colours.ink, lineWidth: 1.75}};
      }},
    ],
  });
};

/** Lines of cells against x, each with its confidence band, and the dashed baselines of the metric. */
const drawLines = (id, title, colours, groups, baseline, xOf, xName, ticks, tickText, tipHead) => {
  const {metric} = choice();
  const [low, high] = bounds(metric);
  const series = [];
  const known = cell => numeric(metric.value(cell));
  groups.forEach(({name, cells: group, colour, symbol}) => {
    const points = group.filter(known).sort((a, b) => xOf(a) - xOf(b));
    series.push({
      name, type: 'line', data: points.map(c => [xOf(c), metric.value(c)]), symbol: symbol[0], symbolSize: 8, z: 3,
      lineStyle: {color: colour, width: 2}, itemStyle: {color: colour}, emphasis: {disabled: true},
    });
    if (metric.band && points.length > 1) {
      series.push({type: 'custom', silent: true, clip: true, z: 1, tooltip: {show: false}, data: [[xOf(points[0]), metric.value(points[0])]],
        renderItem: (params, api) => ({type: 'polygon', style: {fill: colour, opacity: 0.14}, shape: {points: [
          ...points.map(c => api.coord([xOf(c), metric.band(c)[2]])),
          ...points.map(c => api.coord([xOf(c), metric.band(c)[1]])).reverse()]}})});
    }
  });
  const bases = metric.cue ? [['cue', metric.cue, 'dashed'], ['blank image', metric.blank, 'dotted']] : [];
  bases.forEach(([name, of, type]) => {
    const points = ticks.map(x => [x, average(baseline.filter(c => xOf(c) === x), of)]).filter(([, y]) => numeric(y));
    series.push({name, type: 'line', data: points, symbol: 'none', z: 2, lineStyle: {color: colours.ink, width: 1.5, type},
      emphasis: {disabled: true}});
  });
  at(id + '-legend').replaceChildren(...groups.map(({name, symbol, colour}) => key(name, colour, symbol[1])),
    ...bases.map(([name, , type]) => key(name, colours.ink, '', type)));
  if (id === 'curves') at(id).style.height = at('map').clientHeight - at(id + '-legend').offsetHeight + 'px';
  const span = ticks[ticks.length - 1] - ticks[0] || 1;
  const tip = params => {
    const x = params[0].value[0];
    const found = groups.flatMap(({name, cells: group}) => group.filter(c => xOf(c) === x)
      .map(c => `${name}: ${show(metric, metric.value(c))}${interval(metric, c)}`));
    return lines([`${tipHead(x)}: ${metric.text.toLowerCase()}`, ...found,
      ...bases.map(([name, of]) => `${name}: ${show(metric, average(baseline.filter(c => xOf(c) === x), of))}`)]);
  };
  draw(id, title, colours, {
    aria: {enabled: true, label: {description: `Line chart. ${title}. ` + groups.map(({name, cells: group}) => `${name}: `
      + group.map(c => `${tickText(xOf(c))}: ${show(metric, metric.value(c))}`).join(', ')).join('; ')}},
    grid: {left: 64, right: 16, top: 16, bottom: 52},
    tooltip: tooltip(colours, {trigger: 'axis', formatter: tip, axisPointer: {type: 'line', snap: true, lineStyle: {color: colours.muted}}}),
    xAxis: axis(colours, xName, {type: 'value', min: ticks[0] - span * 0.03, max: ticks[ticks.length - 1] + span * 0.03, nameGap: 32,
      axisTick: {show: true, customValues: ticks, lineStyle: {color: colours.muted}},
      axisLabel: {color: colours.muted, fontSize: 12, hideOverlap: true, customValues: ticks, formatter: tickText}}),
    yAxis: axis(colours, metric.axis, {type: 'value', min: low, max: high, nameGap: 46,
      splitLine: {show: true, lineStyle: {color: colours.line}},
      axisLabel: {color: colours.muted, fontSize: 12, formatter: y => show(metric, y, metric.percent ? 0 : -1)}}),
    series,
  });
  return bases.length > 0;
};
const explain = (metric, baselines) => metric.note ?? (baselines
  ? 'Dashed: the cue itself, without any recall. Dotted: an all-background image. Only what lies above both is an achievement.'
  : 'Bands: the Wilson 95 % interval. Rates count only probes of stored images.');

const drawCurves = colours => {
  const {rule, noise, metric} = choice();
  const shown = cells.filter(cell => cell.rule === rule && cell.noise === noise);
  const loads = ascending(shown.map(cell => cell.patterns));
  const [from, to] = colours.loads;
  const groups = loads.map((load, i) => ({
    name: `P = ${load}`, cells: shown.filter(cell => cell.patterns === load), symbol: symbols[i % symbols.length],
    colour: echarts.color.lerp(from + (to - from) * (loads.length > 1 ? i / (loads.length - 1) : 0.5), viridis),
  }));
  const baselines = drawLines('curves', `${rule}, ${noise}: ${metric.axis} at each load`, colours, groups, shown, cell => cell.level,
    `level of ${noise} noise`, ascending(shown.map(cell => cell.level)), String, x => `${noise} ${x}`);
  at('curves-caption').textContent = explain(metric, baselines);
};

const drawRules = colours => {
  const {noise, level, metric} = choice();
  const shown = cells.filter(cell => cell.noise === noise && cell.level === level);
  const groups = unique(shown.map(cell => cell.rule))
    .map(rule => ({...look(rule, colours), cells: shown.filter(cell => cell.rule === rule)}));
  const loadAt = x => String(Math.round(10 ** x));
  const baselines = drawLines('rules', groups.length > 1 ? `All rules at ${noise} ${level}: ${metric.axis}` : `${noise} ${level}: ${metric.axis} against load`,
    colours, groups, shown, cell => Math.log10(cell.patterns), 'load P (logarithmic)',
    ascending(shown.map(cell => Math.log10(cell.patterns))), loadAt, x => `P = ${loadAt(x)}`);
  at('rules-caption').textContent = explain(metric, baselines);
};

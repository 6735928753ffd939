// Lines of a metric through groups of cells, with their 95 % bands and the baselines.
/** A band, or a bar where it has one point: [x, low, high] of each point. */
const bandSeries = (points, colour) => ({type: 'custom', silent: true, clip: true, z: 1, tooltip: {show: false}, data: [points[0]],
  renderItem: (params, api) => {
    const at = k => points.map(point => api.coord([point[0], point[k]]));
    if (points.length > 1) return {type: 'polygon', style: {fill: colour, opacity: 0.18}, shape: {points: [...at(2), ...at(1).reverse()]}};
    const [[[x, low]], [[, high]]] = [at(1), at(2)];
    return {type: 'polyline', style: {stroke: colour, lineWidth: 2, fill: 'none', opacity: 0.85},
      shape: {points: [[x - 6, high], [x + 6, high], [x, high], [x, low], [x - 6, low], [x + 6, low]]}};
  }});

/**
 * A baseline's line of each run in view; where all runs have the same, that one. Lines: [{run, data}].
 */
const ofRuns = (name, lines) => {
  const text = ({data}) => JSON.stringify(data.map(point => point.map(one => Number(one.toPrecision(6)))));
  const filled = lines.filter(({data}) => data.length);
  const same = lines.length === filled.length && unique(filled.map(text)).length === 1;
  return same || !several ? filled.slice(0, 1).map(line => ({...line, name, symbol: ['none', '']}))
    : filled.map(line => ({...line, name: `${name}, ${runs[line.run].name}`, symbol: symbols[line.run % symbols.length]}));
};

/**
 * Lines of groups of cells, and the baselines of the metric over the cells in view.
 * chart: {id, title, metric, groups: [{name, cells, colour, symbol, dash}], extra: [{name, data, colour, symbol, kind}], base, x, xName, column, of, ticks, tickText, head}
 * column: what x is in the saved table; of: what all lines have in common there
 */
const drawLines = ({id, title, metric, groups, extra = [], base, x, xName, column, of, ticks, tickText, head}) => {
  const [low, high, spacing] = bounds(metric);
  const points = groups.map(({cells: group}) => group.filter(cell => numeric(metric.value(cell))).sort((a, b) => x(a) - x(b)));
  const bands = points.map(list => list.filter(cell => metric.band?.(cell)).map(cell => [x(cell), ...metric.band(cell).slice(1)]));
  const {ink, muted} = colours();
  const quiet = {type: 'line', emphasis: {disabled: true}, z: 2};
  const mark = ({data, symbol}) => data.length > 1 ? {symbol: symbol[0], symbolSize: 6} : {symbol: 'rect', symbolSize: [18, 2.5]};
  const bases = metric.cue ? [['cue', metric.cue, 'dashed'], ['blank image', metric.blank, 'dotted']].flatMap(([name, of, dash]) =>
    ofRuns(name, unique(base.map(cell => cell.run)).map(run => ({run, data: ticks
      .map(tick => [tick, average(base.filter(cell => cell.run === run && x(cell) === tick), of)]).filter(([, y]) => numeric(y))})))
      .map(line => ({...line, dash}))) : [];
  const series = [
    ...groups.flatMap(({name, colour, symbol, dash}, k) => [
      {name, type: 'line', data: points[k].map(c => [x(c), metric.value(c)]), symbol: symbol[0], symbolSize: 8, z: 3,
        lineStyle: {color: colour, width: 2, type: dash ?? 'solid'}, itemStyle: {color: colour}, emphasis: {disabled: true}},
      ...bands[k].length ? [bandSeries(bands[k], colour)] : []]),
    ...extra.map(({name, data, colour, symbol}) => ({...quiet, name, data, ...mark({data, symbol}), itemStyle: {color: colour},
      lineStyle: {color: colour, width: 1.5, type: [8, 3, 2, 3]}})),
    ...bases.map(({name, data, symbol, dash}) => ({...quiet, name, data, ...mark({data, symbol}), itemStyle: {color: ink},
      lineStyle: {color: ink, width: 1.5, type: dash}})),
  ];
  const rows = [
    ...groups.flatMap(({name}, k) => points[k].map(c => ({line: name, rule: c.rule, patterns: c.patterns,
      noise: c.noise, level: c.level, value: metric.value(c), low: metric.band?.(c)?.[1], high: metric.band?.(c)?.[2]}))),
    ...[...extra, ...bases].flatMap(({name, data}) => data.map(([at, value]) => ({line: name, ...of, [column]: tickText(at), value}))),
  ];
  const described = [...groups.map(({name}, k) => [name, points[k].map(c => [x(c), show(metric, metric.value(c)) + interval(metric, c)])]),
    ...[...extra, ...bases].map(({name, data}) => [name, data.map(([at, value]) => [at, show(metric, value)])])];
  draw(id, title, rows, {
    aria: {enabled: true, label: {description: `Line chart. ${title}. ` + described.map(([name, list]) => `${name}: `
      + list.map(([at, text]) => `${tickText(at)}: ${text}`).join(', ')).join('; ')}},
    grid: {left: 64, right: 16, top: 16, bottom: 52},
    tooltip: tooltip({trigger: 'axis', axisPointer: {type: 'line', snap: true, lineStyle: {color: muted}}, formatter: params => {
      const value = params[0].value[0];
      return lines([`${head(value)}: ${metric.text.toLowerCase()}`,
        ...described.flatMap(([name, list]) => list.filter(([at]) => at === value).map(([, text]) => `${name}: ${text}`))]);
    }}),
    xAxis: axis(xName, {type: 'value', ...spanned(ticks, 0.03), nameGap: 32, ...tickMarks(ticks, tickText)}),
    yAxis: axis(metric.axis, {type: 'value', min: low, max: high, nameGap: 46, splitLine: gridLines(),
      interval: spacing,
      axisLabel: {color: muted, fontSize: 12.5, formatter: y => String(Number((metric.percent ? 100 * y : y).toFixed(6))).replace('-', '−')}}),
    series,
  }, [
    ...groups.map(({name, symbol, colour, dash}) => ({name, colour, mark: symbol[1], symbol: symbol[0], dash})),
    ...unique(extra.map(({kind}) => kind)).map(kind => extra.find(one => one.kind === kind)).map(({kind, symbol}) =>
      ({name: kind, colour: muted, mark: symbol[1], symbol: symbol[0], dash: [8, 3, 2, 3]})),
    ...bases.map(({name, symbol, dash}) => ({name, colour: ink, mark: symbol[1], symbol: symbol[0], dash})),
  ]);
  const unasked = cells.some(cell => cell.rule === 'nearest') ? '' : ' There is no line of the nearest stored pattern, as nearest was not among the rules.';
  return (metric.note ?? (bases.length
    ? 'Dashed: the cue itself, without any recall. Dotted: an all-background image. Each is a mean over the cells drawn at its place. Only what lies above both is an achievement. Bands, and bars of single points: 95 % interval of the mean.'
      + (metric.decibels ? ' What is infinite, as of exact restorations, is not drawn.' : '')
    : 'Bands, and bars of single points: the Wilson 95 % interval. Rates count only probes of stored images.')) + unasked;
};

// A metric against noise and against load, with its 95 % bands and the baselines.
/**
 * Lines of groups of cells, and the baselines of the metric over the cells in view.
 * chart: {id, title, metric, groups: [{name, cells, colour, symbol, dash}], extra: [{name, cells, colour, dash}], base, x, xName, ticks, tickText, head}
 */
const drawLines = ({id, title, metric, groups, extra = [], base, x, xName, ticks, tickText, head}) => {
  const [low, high] = bounds(metric);
  const known = cell => numeric(metric.value(cell));
  const ordered = list => list.filter(known).sort((a, b) => x(a) - x(b));
  const quiet = {type: 'line', symbol: 'none', emphasis: {disabled: true}, z: 2};
  const series = groups.flatMap(({name, cells: group, colour, symbol, dash}) => {
    const points = ordered(group);
    const line = {name, type: 'line', data: points.map(c => [x(c), metric.value(c)]), symbol: symbol[0], symbolSize: 8, z: 3,
      lineStyle: {color: colour, width: 2, type: dash ?? 'solid'}, itemStyle: {color: colour}, emphasis: {disabled: true}};
    const banded = points.filter(c => metric.band?.(c));
    return banded.length < 2 ? [line] : [line, {type: 'custom', silent: true, clip: true, z: 1, tooltip: {show: false},
      data: [[x(banded[0]), metric.value(banded[0])]],
      renderItem: (params, api) => ({type: 'polygon', style: {fill: colour, opacity: 0.18}, shape: {points: [
        ...banded.map(c => api.coord([x(c), metric.band(c)[2]])),
        ...banded.map(c => api.coord([x(c), metric.band(c)[1]])).reverse()]}})}];
  });
  extra.forEach(({name, cells: group, colour}) => series.push({...quiet, name, lineStyle: {color: colour, width: 1.5, type: [8, 3, 2, 3]},
    data: ordered(group).map(c => [x(c), metric.value(c)])}));
  const bases = metric.cue ? [['cue', metric.cue, 'dashed'], ['blank image', metric.blank, 'dotted']] : [];
  const level = (of, value) => average(base.filter(c => x(c) === value), of);
  bases.forEach(([name, of, type]) => series.push({...quiet, name, lineStyle: {color: colours().ink, width: 1.5, type},
    data: ticks.map(value => [value, level(of, value)]).filter(([, y]) => numeric(y))}));
  at(id + '-legend').replaceChildren(...groups.map(({name, symbol, colour, dash}) => key(name, colour, symbol[1], dash)),
    ...extra.length ? [key('nearest pattern', colours().muted, '', 'dashed')] : [],
    ...bases.map(([name, , type]) => key(name, colours().ink, '', type)));
  const span = ticks[ticks.length - 1] - ticks[0] || 1;
  const all = [...groups, ...extra];
  const rows = all.flatMap(({name, cells: group}) => ordered(group).map(c => ({line: name, rule: c.rule, patterns: c.patterns,
    noise: c.noise, level: c.level, value: metric.value(c), low: metric.band?.(c)?.[1], high: metric.band?.(c)?.[2]})));
  bases.forEach(([name, of]) => ticks.forEach(value => rows.push({line: name, [xName.split(' ')[0]]: tickText(value), value: level(of, value)})));
  draw(id, title, rows, {
    aria: {enabled: true, label: {description: `Line chart. ${title}. ` + all.map(({name, cells: group}) => `${name}: `
      + group.map(c => `${tickText(x(c))}: ${show(metric, metric.value(c))}`).join(', ')).join('; ')}},
    grid: {left: 64, right: 16, top: 16, bottom: 52},
    tooltip: tooltip({trigger: 'axis', axisPointer: {type: 'line', snap: true, lineStyle: {color: colours().muted}}, formatter: params => {
      const value = params[0].value[0];
      return lines([`${head(value)}: ${metric.text.toLowerCase()}`,
        ...all.flatMap(({name, cells: group}) => group.filter(c => x(c) === value)
          .map(c => `${name}: ${show(metric, metric.value(c))}${interval(metric, c)}`)),
        ...bases.map(([name, of]) => `${name}: ${show(metric, level(of, value))}`)]);
    }}),
    xAxis: axis(xName, {type: 'value', min: ticks[0] - span * 0.03, max: ticks[ticks.length - 1] + span * 0.03, nameGap: 32,
      axisTick: {show: true, customValues: ticks, lineStyle: {color: colours().muted}},
      axisLabel: {color: colours().muted, fontSize: 12.5, hideOverlap: true, customValues: ticks, formatter: tickText}}),
    yAxis: axis(metric.axis, {type: 'value', min: low, max: high, nameGap: 46, splitLine: gridLines(),
      axisLabel: {color: colours().muted, fontSize: 12.5, formatter: y => plain(metric, y, metric.percent ? 0 : metric.decibels || metric.steps ? 0 : 1)}}),
    series,
  });
  return metric.note ?? (bases.length
    ? 'Dashed: the cue itself, without any recall. Dotted: an all-background image. Only what lies above both is an achievement. Bands: 95 % interval of the mean.'
    : 'Bands: the Wilson 95 % interval. Rates count only probes of stored images.');
};

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
  const extra = runsInView().flatMap(run => loads.map(load => ({name: `nearest pattern, P = ${load}`, colour: colourOf(load),
    cells: nearest.filter(cell => cell.patterns === load && cell.run === run)}))).filter(group => group.cells.length);
  at('curves-caption').textContent = drawLines({id: 'curves', title: `${rule}, ${noise}: ${metric.axis} at each load`, metric, groups, extra,
    base: shown, x: cell => cell.level, xName: `level of ${noise} noise`, ticks: ascending(shown.map(cell => cell.level)), tickText: String,
    head: value => `${noise} ${value}`}) + (extra.length ? ' Long dashes: the stored pattern nearest to the cue, at the load of their colour.' : '');
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
    groups: byRule(shown), base: shown, x: log, xName: 'load P (logarithmic)', ticks: ascending(shown.map(log)), tickText: unlog,
    head: value => `P = ${unlog(value)}`});
};

const drawSteps = () => {
  const {noise} = choice();
  const load = Number(at('steps-load').value);
  const shown = inView().filter(cell => cell.patterns === load);
  at('steps-caption').textContent = drawLines({id: 'steps', title: `Steps to converge under ${noise} at P = ${load}`, metric: metrics.steps,
    groups: byRule(shown), base: shown, x: cell => cell.level, xName: `level of ${noise} noise`,
    ticks: ascending(shown.map(cell => cell.level)), tickText: String, head: value => `${noise} ${value}`});
};

// Theory beside measurement, where images are random patterns.
const drawTheory = () => {
  if (!theory) return;
  const rule = at('theory-rule').value;
  const {noise} = choice();
  const shown = theory.points.filter(point => point.rule === rule && point.noise === noise);
  const laws = theory.laws.filter(law => law.rule === rule);
  const levels = ascending(shown.map(point => point.level));
  const end = Math.max(...shown.map(point => point.load), ...laws.map(law => law.load)) * 1.05;
  const curves = rule !== 'hebbian' ? [] : [
    ['at rest, N → ∞ (Amit, Gutfreund & Sompolinsky)', theory.atRest, 'solid'],
    ['after one step from a stored pattern, N → ∞', theory.oneStep.filter(([load]) => load <= end), 'dashed'],
    ...levels.filter(level => level > 0).map(level => [`after one step from ${noise} ${level}, N → ∞`,
      shown.filter(point => point.level === level).map(({load, oneStep}) => [load, oneStep]).sort(([a], [b]) => a - b), [2, 4]]),
  ];
  const [from, to] = colours().loads;
  const groups = levels.map((level, i) => ({
    name: `measured, ${noise} ${level}`, points: shown.filter(point => point.level === level), symbol: symbols[i % symbols.length],
    colour: echarts.color.lerp(from + (to - from) * (levels.length > 1 ? i / (levels.length - 1) : 0.5), viridis),
  }));
  const title = `${rule}: overlap with the stored pattern against load`;
  at('theory-legend').replaceChildren(...groups.map(({name, colour, symbol}) => key(name, colour, symbol[1])),
    ...curves.map(([name, , type]) => key(name, colours().ink, '', type === 'solid' ? type : 'dashed')), ...laws.length ? [key('capacity laws', colours().muted, '', 'dotted')] : []);
  const low = Math.min(0, ...shown.map(point => point.overlap));
  draw('theory', title, [...groups.flatMap(({name, points}) => points.map(({load, overlap}) => ({line: name, load, overlap}))),
    ...curves.flatMap(([name, points]) => points.map(([load, overlap]) => ({line: name, load, overlap}))),
    ...laws.map(law => ({line: law.name, load: law.load}))], {
    aria: {enabled: true, label: {description: `Points and curves. ${title}. `
      + groups.map(({name, points}) => `${name}: ` + points.map(p => `P / N ${p.load}: ${p.overlap}`).join(', ')).join('; ')
      + '. ' + laws.map(law => `${law.name}: ${law.load}`).join(', ')}},
    grid: {left: 64, right: 24, top: 24, bottom: 52},
    tooltip: tooltip({trigger: 'item', formatter: ({data: {point}}) => point && lines([
      `P = ${point.patterns} (P / N = ${point.load}), ${noise} ${point.level}`, `overlap ${show(metrics.overlap, point.overlap)}`,
      ...rule === 'hebbian' ? [`in theory after one step ${show(metrics.overlap, point.oneStep)}`] : []])}),
    xAxis: axis('load P / N', {type: 'value', min: 0, max: end, nameGap: 32,
      axisLabel: {color: colours().muted, fontSize: 12, hideOverlap: true, showMaxLabel: false}}),
    yAxis: axis('overlap', {type: 'value', min: Math.floor(low * 10) / 10, max: 1, nameGap: 46,
      splitLine: {show: true, lineStyle: {color: colours().line}}}),
    series: [
      ...curves.map(([name, data, type]) => ({name, type: 'line', data, symbol: 'none', silent: true, z: 2, emphasis: {disabled: true},
        lineStyle: {color: colours().ink, width: 1.5, type}})),
      ...groups.map(({name, points, colour, symbol}) => ({name, type: 'scatter', symbol: symbol[0], symbolSize: 9, z: 3,
        itemStyle: {color: colour}, emphasis: {disabled: true}, data: points.map(point => ({value: [point.load, point.overlap], point}))})),
      {type: 'line', data: [], silent: true, markLine: {silent: true, symbol: 'none', precision: 6, lineStyle: {color: colours().muted, type: 'dotted', width: 1.5},
        label: {color: colours().muted, fontSize: 12, position: 'insideEndTop', formatter: ({name}) => name},
        data: laws.map(law => ({name: `${law.name}: P = ${law.patterns.toFixed(1)}`, xAxis: law.load}))}},
    ],
  });
};

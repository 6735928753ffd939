// Theory beside measurement, where images are random patterns.
const theorySays = {
  hebbian: 'At rest: m = erf(y) of the Hebbian network (Amit, Gutfreund & Sompolinsky 1985), which drops to 0 at the critical load P / N = 0.1379. '
    + 'After one synchronous step from cues of overlap m₀ with a stored pattern: erf(m₀ / √(2P / N)) (Kinzel 1985), a bit error of (1 − that) / 2; '
    + 'later steps end at the measured points. All hold for infinitely many neurons. Vertical: the capacity laws of McEliece et al. 1987 and of Amit et al.',
  storkey: 'Vertical: the capacity law of Storkey 1997, P = N / √(2 ln N), up to which it retrieves with few errors; there is no curve in theory to compare with.',
  projection: 'Vertical: P = N, up to which every one of N linearly independent patterns is a fixed point (Personnaz, Guyon & Dreyfus 1985); that says nothing of noisy cues, whose basins shrink to nothing on the way.',
};

/** The curves of a rule: [{name, data, colour, dash}]. Those of a level have the colour of its points. */
const theoryCurves = (rule, noise, end, colourOf, suffix) => rule !== 'hebbian' ? [] : [
  {name: 'at rest, N → ∞ (Amit, Gutfreund & Sompolinsky)', data: theory.atRest, colour: colours().ink, dash: 'solid'},
  {name: 'after one step from a stored pattern, N → ∞', data: theory.oneStep, colour: colours().ink, dash: 'dashed'},
  ...theory.oneSteps.filter(one => one.noise === noise).map(({run, level, curve}) =>
    ({name: `after one step from ${noise} ${level}, N → ∞${suffix(run)}`, data: curve, colour: colourOf(level), dash: 'dotted'})),
].map(curve => ({...curve, data: curve.data.filter(([load]) => load <= end)}));

const drawTheory = () => {
  if (!theory) return;
  const rule = at('theory-rule').value;
  const {noise} = choice();
  const shown = theory.points.filter(point => point.rule === rule && point.noise === noise);
  const laws = theory.laws.filter((law, k) => law.rule === rule
    && theory.laws.findIndex(other => other.name === law.name && other.patterns === law.patterns) === k);
  const levels = ascending(shown.map(point => point.level));
  const measuredRuns = unique(theory.points.map(point => point.run));
  const suffix = run => measuredRuns.length > 1 ? `, ${runs[run].name}` : '';
  const end = Math.max(...shown.map(point => point.load), ...laws.map(law => law.load)) * 1.05;
  const [from, to] = colours().loads;
  const colourOf = level => echarts.color.lerp(from + (to - from) * (levels.length > 1 ? levels.indexOf(level) / (levels.length - 1) : 0.5), viridis);
  const curves = theoryCurves(rule, noise, end, colourOf, suffix);
  const groups = measuredRuns.flatMap(run => levels.map((level, i) => ({
    name: `measured, ${noise} ${level}${suffix(run)}`, points: shown.filter(point => point.level === level && point.run === run),
    symbol: symbols[(i + measuredRuns.indexOf(run)) % symbols.length], colour: colourOf(level),
  }))).filter(({points}) => points.length);
  const band = ({overlap, margin}) => within([-1, 1], overlap, margin);
  const say = point => show(metrics.overlap, point.overlap) + interval({...metrics.overlap, band}, point);
  const title = `${rule}: overlap with the stored pattern against load`;
  const low = Math.min(0, ...shown.map(point => point.overlap));
  at('theory-caption').textContent = `The noise kind is that chosen above. Measured: mean overlap of the stored probes. ${theorySays[rule]}`;
  draw('theory', title, [...groups.flatMap(({name, points}) => points.map(point =>
    ({line: name, load: point.load, overlap: point.overlap, low: band(point)?.[1], high: band(point)?.[2]}))),
    ...curves.flatMap(({name, data}) => data.map(([load, overlap]) => ({line: name, load, overlap}))),
    ...laws.map(law => ({line: law.name, load: law.load}))], {
    aria: {enabled: true, label: {description: `Points and curves. ${title}. `
      + groups.map(({name, points}) => `${name}: ` + points.map(p => `P / N ${p.load}: ${say(p)}`).join(', ')).join('; ')
      + '. ' + laws.map(law => `${law.name}: ${law.load}`).join(', ')}},
    grid: {left: 64, right: 24, top: 24, bottom: 52},
    tooltip: tooltip({trigger: 'item', formatter: ({data: {point}}) => point && lines([
      `P = ${point.patterns} (P / N = ${point.load}), ${noise} ${point.level}${suffix(point.run)}`, `overlap ${say(point)}`,
      ...rule === 'hebbian' ? [`in theory after one step ${show(metrics.overlap, point.oneStep)}`] : []])}),
    xAxis: axis('load P / N', {type: 'value', min: 0, max: end, nameGap: 32,
      axisLabel: {color: colours().muted, fontSize: 12, hideOverlap: true, showMaxLabel: false}}),
    yAxis: axis('overlap', {type: 'value', min: Math.floor(low * 10) / 10, max: 1, nameGap: 46,
      axisLabel: {color: colours().muted, fontSize: 12.5, hideOverlap: true, formatter: fiveDigits},
      splitLine: {show: true, lineStyle: {color: colours().line}}}),
    series: [
      ...curves.map(({name, data, colour, dash}) => ({name, type: 'line', data, symbol: 'none', silent: true, z: 2, emphasis: {disabled: true},
        lineStyle: {color: colour, width: dash === 'dotted' ? 2 : 1.5, type: dash}})),
      ...groups.map(({name, points, colour, symbol}) => ({name, type: 'scatter', symbol: symbol[0], symbolSize: 9, z: 3,
        itemStyle: {color: colour}, emphasis: {disabled: true}, data: points.map(point => ({value: [point.load, point.overlap], point}))})),
      {type: 'line', data: [], silent: true, markLine: {silent: true, symbol: 'none', precision: 6, lineStyle: {color: colours().muted, type: [10, 4], width: 1.5},
        label: {color: colours().muted, fontSize: 12, position: 'insideStartTop', distance: [8, 6], formatter: ({name}) => name},
        data: laws.map(law => ({name: `${law.name}: P = ${law.patterns.toFixed(1)}`, xAxis: law.load}))}},
    ],
  }, [
    ...groups.map(({name, colour, symbol}) => ({name, colour, mark: symbol[1], symbol: symbol[0], dash: 'none'})),
    ...curves.map(({name, colour, dash}) => ({name, colour, dash})),
    ...laws.length ? [{name: 'capacity laws', colour: colours().muted, dash: [10, 4]}] : [],
  ]);
};

// How far each rule reaches: capacity against the noise level, basin of attraction against the load.
/** A line per rule through what it reaches; a hollow mark where nothing larger was measured. */
const drawReach = (id, title, found, {x, y, xTicks, yTicks, xText, yText, xName, yName, what}) => {
  const groups = unique(found.map(one => one.run)).flatMap(run => unique(found.map(one => one.rule))
    .map(rule => ({...look(rule, run), all: found.filter(one => one.rule === rule && one.run === run)}))).filter(({all}) => all.length);
  const reached = one => numeric(y(one));
  const say = one => reached(one) ? (one.bounded ? '' : '≥ ') + yText(y(one)) : one.measured ? 'none' : 'no stored probes';
  const legend = groups.map(({name, colour, symbol, dash, all}) => ({colour, mark: symbol[1], symbol: symbol[0], dash,
    name: all.some(reached) ? name : `${name} (${all.some(one => one.measured) ? 'nowhere' : 'unknown'})`}));
  const scale = (name, ticks, text, gap) => axis(name, {type: 'value', ...spanned(ticks, 0.04), nameGap: gap,
    axisLine: {show: true, onZero: false, lineStyle: {color: colours().muted}}, ...tickMarks(ticks, text)});
  draw(id, title, groups.flatMap(({name, all}) => all.map(one => ({line: name, rule: one.rule, noise: one.noise,
    patterns: one.patterns ?? '', level: one.level ?? '', bounded: one.bounded, measured: one.measured}))), {
    aria: {enabled: true, label: {description: `Line chart. ${title}. ` + groups.map(({name, all}) => `${name}: `
      + all.map(one => `${xText(x(one))}: ${say(one)}`).join(', ')).join('; ')}},
    grid: {left: 70, right: 20, top: 16, bottom: 52},
    tooltip: tooltip({trigger: 'axis', axisPointer: {type: 'line', snap: true, lineStyle: {color: colours().muted}},
      formatter: params => {
        const at = params[0].value[0];
        return lines([`${what} at ${xName.replace(' (logarithmic)', '')} ${xText(at)}`,
          ...groups.flatMap(({name, all}) => all.filter(one => x(one) === at).map(one => `${name}: ${say(one)}`))]);
      }}),
    xAxis: scale(xName, xTicks, xText, 32),
    yAxis: {...scale(yName, yTicks, yText, 50), splitLine: {show: true, lineStyle: {color: colours().line}}},
    series: groups.map(({name, colour, symbol, dash, all}) => ({
      name, type: 'line', symbol: symbol[0], symbolSize: 9, connectNulls: false, emphasis: {disabled: true},
      lineStyle: {color: colour, width: 2, type: dash},
      data: [...all].sort((a, b) => x(a) - x(b)).map(one => ({value: [x(one), reached(one) ? y(one) : null],
        itemStyle: {color: one.bounded ? colour : colours().panel, borderColor: colour, borderWidth: 2}})),
    })),
  }, legend);
};
const reachInView = list => list.filter(one => one.noise === choice().noise && runsInView().includes(one.run));

const drawCapacity = () => {
  const {noise} = choice();
  const found = reachInView(capacities);
  const loads = ascending(inView().map(cell => cell.patterns));
  drawReach('capacity', `Capacity under ${noise} noise`, found, {x: one => one.level, y: log, what: 'Capacity',
    xTicks: ascending(found.map(one => one.level)), yTicks: loads.map(Math.log10), xText: String, yText: unlog,
    xName: `level of ${noise} noise`, yName: 'capacity P (logarithmic)'});
};

const drawBasin = () => {
  const {noise} = choice();
  const found = reachInView(basins);
  drawReach('basin', `Basin of attraction: level of ${noise} noise`, found, {x: log, y: one => one.level, what: 'Basin',
    xTicks: ascending(found.map(log)), yTicks: ascending(inView().map(cell => cell.level)),
    xText: unlog, yText: String, xName: 'load P (logarithmic)', yName: `largest level of ${noise} noise`});
};

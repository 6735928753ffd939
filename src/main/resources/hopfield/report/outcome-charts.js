// What restorations became, and which class was taken for which.
const finalStates = ['original', 'inverse', 'another stored', 'blank', 'mixture'];
const stateColours = {
  light: ['#0072b2', '#a8487f', '#e08214', '#b9c2c7', '#4d4d4d'],
  dark: ['#56b4e9', '#e08fc0', '#f0b860', '#5b686e', '#d0d0d0'],
};
const ofChoice = () => {
  const {rule, noise} = choice();
  return cells.filter(cell => cell.rule === rule && cell.noise === noise);
};
const middle = list => list[Math.floor((list.length - 1) / 2)];

/** The switches of these charts, for the rule and noise kind chosen. What was chosen stays where it can. */
const fillOutcomes = () => {
  const {noise} = choice();
  const shown = ofChoice();
  const levels = ascending(shown.map(cell => cell.level));
  const loads = ascending(shown.map(cell => cell.patterns));
  const refill = (id, options, chosen) => {
    if (!at(id)) return;
    const before = at(id).value;
    fill(at(id), options, options.some(([value]) => value === before) ? before : chosen);
  };
  refill('became-view', [
    ...levels.map(level => [`level ${level}`, `load, at ${noise} ${level}`]),
    ...loads.map(load => [`load ${load}`, `level, at P = ${load}`]),
  ], `level ${middle(levels)}`);
  const classed = shown.filter(cell => cell.confusion);
  refill('confusion-cell', classed.map(cell => [`${cell.patterns} ${cell.level}`, `P = ${cell.patterns}, ${noise} ${cell.level}`]),
    `${middle(loads)} ${middle(levels)}`);
};

const drawBecame = colours => {
  const {rule, noise} = choice();
  const [kind, value] = at('became-view').value.split(' ');
  const byLoad = kind === 'level';
  const shown = ofChoice().filter(cell => cell.stored && (byLoad ? cell.level : cell.patterns) === Number(value))
    .sort((a, b) => byLoad ? a.patterns - b.patterns : a.level - b.level);
  const palette = stateColours[colours === dark ? 'dark' : 'light'];
  const share = (cell, k) => cell.became[k] / cell.stored;
  const name = cell => String(byLoad ? cell.patterns : cell.level);
  const title = `${rule}: what restorations became at ${byLoad ? `${noise} ${value}` : `P = ${value}`}`;
  const say = (cell, k) => `${finalStates[k]}: ${show(metrics.restored, share(cell, k))} (${cell.became[k].toLocaleString('en')})`;
  at('became-legend').replaceChildren(...finalStates.map((state, k) => key(state, palette[k], '■', 'none')));
  draw('became', shown.length ? title : `${title}: no stored probes`, colours, {
    aria: {enabled: true, label: {description: `Stacked bars. ${title}. `
      + shown.map(cell => `${name(cell)}: ${finalStates.map((state, k) => say(cell, k)).join(', ')}`).join('; ')}},
    grid: {left: 64, right: 16, top: 16, bottom: 52},
    tooltip: tooltip(colours, {trigger: 'axis', axisPointer: {type: 'shadow'}, formatter: ([{dataIndex}]) => {
      const cell = shown[dataIndex];
      return lines([`P = ${cell.patterns}, ${noise} ${cell.level}: ${cell.stored.toLocaleString('en')} stored probes`,
        ...finalStates.map((state, k) => say(cell, k))]);
    }}),
    xAxis: axis(colours, byLoad ? 'load P' : `level of ${noise} noise`, {type: 'category', data: shown.map(name), nameGap: 32}),
    yAxis: axis(colours, 'stored probes, %', {type: 'value', min: 0, max: 1, nameGap: 46,
      splitLine: {show: true, lineStyle: {color: colours.line}},
      axisLabel: {color: colours.muted, fontSize: 12, formatter: y => show(metrics.restored, y, 0)}}),
    series: finalStates.map((state, k) => ({name: state, type: 'bar', stack: 'all', barMaxWidth: 72, itemStyle: {color: palette[k]},
      emphasis: {disabled: true}, data: shown.map(cell => share(cell, k))})),
  });
};

const className = label => classNames[label] ?? String(label);

const drawConfusion = colours => {
  if (!at('confusion')) return;
  const {rule, noise} = choice();
  const [load, level] = at('confusion-cell').value.split(' ').map(Number);
  const cell = ofChoice().find(one => one.confusion && one.patterns === load && one.level === level);
  const entries = cell ? cell.confusion : [];
  const classes = ascending(entries.flatMap(([label, nearest]) => [label, nearest]));
  const totals = new Map(classes.map(label =>
    [label, entries.filter(entry => entry[0] === label).reduce((sum, entry) => sum + entry[2], 0)]));
  const title = cell ? `${rule}: class restored at P = ${load}, ${noise} ${level}` : `${rule}: no stored probes with a class`;
  const width = paper ?? at('confusion').clientWidth;
  const room = (width - 80) / Math.max(1, classes.length);
  const bare = {type: 'category', axisTick: {show: false}, axisLine: {show: false}, data: classes.map(className)};
  draw('confusion', title, colours, {
    aria: {enabled: true, label: {description: `Heat map. ${title}. `
      + entries.map(([label, nearest, count]) => `${className(label)} as ${className(nearest)}: ${count}`).join(', ')}},
    grid: {left: 64, right: 16, top: 16, bottom: 52},
    tooltip: tooltip(colours, {trigger: 'item', formatter: ({data: {entry: [label, nearest, count]}}) => lines([
      `Class ${className(label)}, nearest stored pattern of class ${className(nearest)}`,
      `${count.toLocaleString('en')} of ${totals.get(label).toLocaleString('en')}: ${show(metrics.restored, count / totals.get(label))}`])}),
    xAxis: axis(colours, 'class of the nearest stored pattern', {...bare, nameGap: 30}),
    yAxis: axis(colours, 'class of the original', {...bare, inverse: true, nameGap: 44}),
    visualMap: {show: false, min: 0, max: 1, seriesIndex: []},
    series: [{type: 'heatmap', emphasis: {disabled: true}, itemStyle: {borderColor: colours.panel, borderWidth: 2},
      data: entries.map(entry => {
        const [label, nearest, count] = entry;
        const share = count / totals.get(label);
        const colour = echarts.color.lerp(share, viridis);
        return {value: [classes.indexOf(nearest), classes.indexOf(label), share], entry, itemStyle: {color: colour},
          label: {show: room >= 30, formatter: (100 * share + 1e-9).toFixed(0), fontSize: 11.5,
            color: echarts.color.lum(colour, 1) < 0.42 ? '#ffffff' : '#101418'}};
      })}],
  });
};

// What restorations became, and which class was taken for which.
const finalStates = ['original', 'inverse', 'another stored', 'blank', 'mixture'];
const stateColours = {
  light: ['#0072b2', '#a8487f', '#c9700a', '#8a979e', '#333333'],
  dark: ['#56b4e9', '#e08fc0', '#f0b860', '#7d8b92', '#e8e8e8'],
};
/** A share with its interval. */
const saying = band => show(metrics.restored, band[0]) + interval({...metrics.restored, band: () => band}, null);
const drawBecame = () => {
  const {rule, noise} = choice();
  const [kind, value] = at('became-view').value.split(' ');
  const byLoad = kind === 'level';
  const shown = ofRule().filter(cell => cell.stored && (byLoad ? cell.level : cell.patterns) === Number(value))
    .sort((a, b) => byLoad ? a.patterns - b.patterns : a.level - b.level);
  const palette = stateColours[colours() === dark ? 'dark' : 'light'];
  const band = (cell, k) => wilson(cell.became[k], cell.stored, cell.became[finalStates.length + k]);
  const name = cell => String(byLoad ? cell.patterns : cell.level) + (several ? `, ${runs[cell.run].name}` : '');
  const title = `${rule}: what restorations became${!kind ? '' : byLoad ? ` at ${noise} ${value}` : ` at P = ${value}`}`;
  const say = (cell, k) => `${finalStates[k]}: ${saying(band(cell, k))} (${count(cell.became[k])})`;
  draw('became', shown.length ? title : `${title}: no stored probes`, shown.map(cell => ({run: runs[cell.run].name, rule, noise, patterns: cell.patterns,
    level: cell.level, stored: cell.stored, ...Object.fromEntries(finalStates.flatMap((state, k) => {
      const [share, low, high] = band(cell, k);
      return [[state, cell.became[k]], [`${state} share`, share], [`${state} low`, low], [`${state} high`, high]];
    }))})), {
    aria: {enabled: true, label: {description: `Stacked bars. ${title}. `
      + shown.map(cell => `${name(cell)}: ${finalStates.map((state, k) => say(cell, k)).join(', ')}`).join('; ')}},
    grid: {left: 64, right: 16, top: 16, bottom: 52},
    tooltip: tooltip({trigger: 'axis', axisPointer: {type: 'shadow'}, formatter: ([{dataIndex}]) => {
      const cell = shown[dataIndex];
      return lines([`P = ${cell.patterns}, ${noise} ${cell.level}: ${counted(cell.stored, 'stored probe')}`,
        ...finalStates.map((state, k) => say(cell, k))]);
    }}),
    xAxis: axis(byLoad ? 'load P' : `level of ${noise} noise`, {type: 'category', data: shown.map(name), nameGap: 32}),
    yAxis: axis('stored probes, %', {type: 'value', min: 0, max: 1, nameGap: 46,
      splitLine: {show: true, lineStyle: {color: colours().line}},
      axisLabel: {color: colours().muted, fontSize: 12.5, formatter: y => plain(metrics.restored, y, 0)}}),
    series: finalStates.map((state, k) => ({name: state, type: 'bar', stack: 'all', barMaxWidth: 72, itemStyle: {color: palette[k]},
      emphasis: {disabled: true}, data: shown.map(cell => band(cell, k)[0])})),
  }, finalStates.map((state, k) => ({name: state, colour: palette[k], mark: '■', symbol: 'rect', dash: 'none'})));
};

/** Two lines of a tooltip: the pair of classes, and its share. */
const ofPair = (nameOf, [label, nearest, times], total, band) => [`Class ${nameOf(label)}, nearest stored pattern of class ${nameOf(nearest)}`,
  `${count(times)} of ${count(total)}: ${saying(band)}`];

/** The cell whose classes are shown. */
const classCell = () => {
  const [run, load, level] = at('confusion-cell').value.split(' ').map(Number);
  return ofRule().find(one => one.confusion && one.run === run && one.patterns === load && one.level === level);
};

const drawConfusion = () => {
  if (!at('confusion')) return;
  const {rule, noise} = choice();
  const cell = classCell();
  const {patterns: load, level} = cell ?? {};
  const entries = cell ? cell.confusion : [];
  const classes = ascending(entries.flatMap(([label, nearest]) => [label, nearest]));
  const totals = new Map(classes.map(label =>
    [label, entries.filter(entry => entry[0] === label).reduce((sum, entry) => sum + entry[2], 0)]));
  const band = ([label, , times, effective]) => wilson(times, totals.get(label), effective);
  const nameOf = label => className(cell?.run ?? 0, label);
  const title = cell ? `${rule}: class restored at P = ${load}, ${noise} ${level}${ofRun(cell)}` : `${rule}: no stored probes with a class`;
  const width = paper ?? at('confusion').clientWidth;
  const longest = Math.max(1, ...classes.map(label => nameOf(label).length));
  const wide = Math.min(96, 10 + 7 * longest);
  const room = (width - wide - 60) / Math.max(1, classes.length);
  const turned = 7 * longest > room;
  const names = {color: colours().muted, fontSize: 12.5, width: wide, overflow: 'truncate', interval: room >= 14 ? 0 : 'auto'};
  const bare = {type: 'category', axisTick: {show: false}, axisLine: {show: false}, data: classes.map(nameOf)};
  draw('confusion', title, entries.map(entry => ({run: runs[cell.run].name, rule, noise, patterns: load, level, class: nameOf(entry[0]), nearest: nameOf(entry[1]), count: entry[2],
    probes: totals.get(entry[0]), share: band(entry)[0], low: band(entry)[1], high: band(entry)[2]})), {
    aria: {enabled: true, label: {description: `Heat map. ${title}. `
      + entries.map(entry => `${nameOf(entry[0])} as ${nameOf(entry[1])}: ${saying(band(entry))} (${count(entry[2])})`).join(', ')}},
    grid: {left: wide + 44, right: 16, top: 16, bottom: turned ? wide + 44 : 52},
    tooltip: tooltip({trigger: 'item', formatter: ({data: {entry}}) => lines(ofPair(nameOf, entry, totals.get(entry[0]), band(entry)))}),
    xAxis: axis('class of the nearest stored pattern', {...bare, nameGap: turned ? wide + 16 : 30, axisLabel: {...names, rotate: turned ? 90 : 0}}),
    yAxis: axis('class of the original', {...bare, inverse: true, nameGap: wide + 14, axisLabel: names}),
    visualMap: {show: false, min: 0, max: 1, seriesIndex: []},
    series: [{type: 'heatmap', emphasis: {disabled: true}, itemStyle: {borderColor: colours().panel, borderWidth: 2},
      data: entries.map(entry => {
        const [label, nearest] = entry;
        const [share] = band(entry);
        const colour = echarts.color.lerp(share, viridis);
        return {value: [classes.indexOf(nearest), classes.indexOf(label), share], entry, itemStyle: {color: colour},
          label: {show: room >= 30, formatter: (100 * share + 1e-9).toFixed(0), fontSize: 11.5,
            color: inkOn(colour)}};
      })}],
  });
};

// Draws the three charts of a capacity-vs-noise report from the cells in #data. Data reaches the page as text only.
'use strict';
(() => {
  const cells = JSON.parse(document.getElementById('data').textContent);
  const viridis = ['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725'];
  const purpleOrange = ['#542788', '#8073ac', '#b2abd2', '#f7f7f7', '#fdb863', '#e08214', '#b35806'];
  const light = {ink: '#1b2429', muted: '#55626a', line: '#dbe2e5', panel: '#ffffff', loads: [0, 0.65],
    rules: ['#0072b2', '#c04f00', '#007a5a', '#a8487f', '#4a3fa3', '#7a5c00', '#333333']};
  const dark = {ink: '#e6ecee', muted: '#a4b1b7', line: '#2f3b41', panel: '#182024', loads: [0.42, 1],
    rules: ['#56b4e9', '#f0883e', '#3fc79a', '#e08fc0', '#a99cf0', '#e6c34a', '#dddddd']};
  const symbols = [['circle', '●'], ['rect', '■'], ['triangle', '▲'], ['diamond', '◆'],
    ['path://M0,-10L2.4,-3.2L9.5,-3.1L3.8,1.2L5.9,8.1L0,4L-5.9,8.1L-3.8,1.2L-9.5,-3.1L-2.4,-3.2Z', '★'], ['path://M0,0L10,0L5,9Z', '▼'],
    ['path://M0,5L9,0L9,10Z', '◀'], ['path://M0,0L9,5L0,10Z', '▶']];

  const rate = (name, text) => ({text, axis: name + ', %', percent: true, band: cell => cell[name],
    value: cell => cell[name] && cell[name][0]});
  const mean = (text, value, cue, blank, signed) => ({text, axis: text.toLowerCase(), value, cue, blank, signed});
  const metrics = {
    restored: rate('restored', 'Restored'),
    identified: rate('identified', 'Identified'),
    exact: rate('exact', 'Exact'),
    overlap: mean('Overlap', c => c.overlap, c => 2 * c.inputSimilarity - 1, c => 2 * c.blankSimilarity - 1),
    similarity: mean('Similarity', c => c.similarity, c => c.inputSimilarity, c => c.blankSimilarity),
    improvement: mean('Improvement on the cue', c => c.similarity - c.inputSimilarity, () => 0,
      c => c.blankSimilarity - c.inputSimilarity, true),
  };

  const at = id => document.getElementById(id);
  const unique = values => [...new Set(values)];
  const ascending = values => unique(values).sort((a, b) => a - b);
  const numeric = value => typeof value === 'number' && Number.isFinite(value);
  const average = (list, value) => {
    const known = list.filter(cell => numeric(value(cell)));
    const weight = known.reduce((sum, cell) => sum + cell.images, 0);
    return known.reduce((sum, cell) => sum + value(cell) * cell.images, 0) / weight;
  };
  const show = (metric, value, digits) => !numeric(value) ? '–'
    : metric.percent ? (100 * value + 1e-9).toFixed(digits ?? 1) + (digits === undefined ? '\u00a0%' : '')
    : (metric.signed && value > 0 ? '+' : '') + value.toFixed(digits === undefined ? 3 : digits + 2).replace('-', '−');

  const bestFirst = () => {
    const wins = rule => cells.filter(cell => cell.rule === rule && cell.suffices).length;
    const rules = unique(cells.map(cell => cell.rule));
    const networks = rules.filter(rule => rule !== 'nearest'); // a baseline, not a network
    return (networks.length ? networks : rules).reduce((best, rule) => wins(rule) > wins(best) ? rule : best);
  };
  const fill = (select, options, chosen) => {
    select.replaceChildren(...options.map(([value, text]) =>
      new Option(text, value, false, String(value) === String(chosen))));
  };
  const choice = () => ({rule: at('rule').value, noise: at('noise').value, metric: metrics[at('metric').value],
    level: Number(at('level').value)});

  /** The metric's bounds over all rules and kinds, so that colours and axes keep their meaning when a switch is turned. */
  const bounds = metric => {
    if (metric.percent) return [0, 1];
    const values = cells.flatMap(cell => [metric.value(cell), metric.cue(cell), metric.blank(cell)]).filter(numeric);
    if (metric.signed) {
      const most = Math.max(0.1, ...values.map(Math.abs));
      return [-Math.ceil(most * 10) / 10, Math.ceil(most * 10) / 10];
    }
    return [Math.floor(Math.min(0.9, ...values) * 10) / 10, 1];
  };

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
      : room < 120 ? '–' : 'no stored probes';
    const bare = {type: 'category', axisTick: {show: false}, axisLine: {show: false}};
    const outlined = shown.filter(cell => cell.suffices);
    const item = cell => {
      const value = metric.value(cell);
      const known = numeric(value);
      const colour = known ? echarts.color.lerp((value - low) / (high - low), stops) : 'transparent';
      const dim = !known || echarts.color.lum(colour, 1) < 0.42;
      return {
        value: [...place(cell), known ? value : low], cell,
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
  const explain = (metric, baselines) => baselines
    ? 'Dashed: the cue itself, without any recall. Dotted: an all-background image. Only what lies above both is an achievement.'
    : 'Bands: the Wilson 95 % interval. Rates count only probes of stored images.';

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
    const rules = unique(cells.map(cell => cell.rule));
    const groups = rules.map((rule, i) => ({
      name: rule, cells: shown.filter(cell => cell.rule === rule), symbol: symbols[i % symbols.length],
      colour: colours.rules[i % colours.rules.length],
    })).filter(group => group.cells.length);
    const loadAt = x => String(Math.round(10 ** x));
    const baselines = drawLines('rules', groups.length > 1 ? `All rules at ${noise} ${level}: ${metric.axis}` : `${noise} ${level}: ${metric.axis} against load`,
      colours, groups, shown, cell => Math.log10(cell.patterns), 'load P (logarithmic)',
      ascending(shown.map(cell => Math.log10(cell.patterns))), loadAt, x => `P = ${loadAt(x)}`);
    at('rules-caption').textContent = explain(metric, baselines);
  };

  const darkScreen = matchMedia('(prefers-color-scheme: dark)');
  const redraw = (colours = darkScreen.matches ? dark : light) => [drawMap, drawCurves, drawRules].forEach(chart => chart(colours));
  const fillLevels = () => {
    const levels = ascending(cells.filter(cell => cell.noise === at('noise').value).map(cell => cell.level));
    fill(at('level'), levels.map(level => [level, `${at('noise').value} ${level}`]), levels[Math.floor((levels.length - 1) / 2)]);
  };

  document.querySelectorAll('.controls, .charts').forEach(element => { element.hidden = false; });
  fill(at('rule'), unique(cells.map(cell => cell.rule)).map(rule => [rule, rule]), bestFirst());
  fill(at('noise'), unique(cells.map(cell => cell.noise)).map(noise => [noise, noise]));
  fill(at('metric'), Object.entries(metrics).map(([key, metric]) => [key, metric.text]));
  fillLevels();
  at('noise').addEventListener('change', fillLevels);
  document.querySelectorAll('select').forEach(select => select.addEventListener('change', () => redraw()));
  document.querySelector('.controls').addEventListener('submit', event => event.preventDefault());
  darkScreen.addEventListener('change', () => redraw());
  let drawn = 0;
  new ResizeObserver(([{contentRect: {width}}]) => {
    if (paper || width === drawn) return;
    drawn = width;
    redraw();
  }).observe(document.querySelector('.charts'));

  // On paper: light colours, the paper's width, and everything unfolded.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details.gallery:not([open])')];
    folded.forEach(details => { details.open = true; });
    paper = 660;
    redraw(light);
  });
  addEventListener('afterprint', () => {
    folded.forEach(details => { details.open = false; });
    paper = null;
    redraw();
  });
})();

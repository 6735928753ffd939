// Every chart's data as CSV, and every chart as SVG and PNG that stand alone: with title, legend and background; of a table, CSV alone.
const save = (name, address) => {
  const link = element('a', '', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
};
const fileName = id => tables.get(id).title.replace(/[^\w.=-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || id;
const field = value => /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
const csv = ({rows}) => {
  const names = unique(rows.flatMap(row => Object.keys(row)));
  return [names, ...rows.map(row => names.map(name => row[name] ?? ''))].map(row => row.map(value => field(String(value))).join(',')).join('\n') + '\n';
};

/** How many lines of some width these texts take, side by side and no text broken. */
const lineCount = (texts, width, font, beside) => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = font;
  return texts.map(text => pen.measureText(text).width + beside).reduce(({rows, used}, w) =>
    used + w > width ? {rows: rows + 1, used: w} : {rows, used: used + w}, {rows: texts.length ? 1 : 0, used: 0}).rows;
};
/** The chart once more, wide enough for a page, below its title and its legend, on the panel's colour. */
const alone = (id, renderer) => {
  const {title, option, legend} = tables.get(id);
  const chart = instances.get(id);
  const width = Math.max(600, chart.getWidth());
  const family = fonts();
  const titleHeight = 21 * lineCount(title.split(/(?<= )/), width - 32, `600 16px ${family}`, 0);
  const head = titleHeight + 24 * lineCount(legend.map(one => one.name), width - 32, `13px ${family}`, 52) + 28;
  const named = legend.map(({name, colour, symbol = 'none', dash = 'solid'}) => ({name, type: 'line', data: [], symbol, symbolSize: 8,
    itemStyle: {color: colour}, lineStyle: {color: colour, width: dash === 'none' ? 0 : 2, type: dash === 'none' ? 'solid' : dash}}));
  const copy = echarts.init(document.createElement('div'), null,
    {renderer, width, height: chart.getHeight() + head, devicePixelRatio: 2});
  copy.setOption({
    ...always(), ...option, backgroundColor: colours().panel,
    title: {text: title, left: 16, top: 14, textStyle: {color: colours().ink, fontSize: 16, fontWeight: 600, width: width - 32, overflow: 'break'}},
    legend: {show: legend.length > 0, data: legend.map(({name, symbol}) => ({name, itemStyle: symbol && symbol !== 'none' ? {} : {opacity: 0}})), left: 12, top: titleHeight + 20, width: width - 32, itemWidth: 30, itemHeight: 11, itemGap: 16,
      selectedMode: false, textStyle: {color: colours().ink, fontSize: 13}},
    grid: {...option.grid, top: option.grid.top + head},
    series: [...named, ...option.series],
  });
  return copy;
};
const saveAlone = (id, type, renderer) => {
  const copy = alone(id, renderer);
  save(`${fileName(id)}.${type}`, copy.getDataURL({type, pixelRatio: 2}));
  copy.dispose();
};
const download = {
  CSV: id => save(fileName(id) + '.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent(csv(tables.get(id)))),
  SVG: id => saveAlone(id, 'svg', 'svg'),
  PNG: id => saveAlone(id, 'png', 'canvas'),
};
const addDownloads = (box, id) => {
  box.replaceChildren(...Object.entries(download).filter(([kind]) => kind === 'CSV' || instances.has(id)).map(([kind, run]) => {
    const button = element('button', kind, {type: 'button', 'aria-label': `Download ${at(id + '-title').textContent} as ${kind}`});
    button.addEventListener('click', () => run(id));
    return button;
  }));
};

// Every chart's data as CSV, and every chart as SVG and PNG.
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
const download = {
  CSV: id => save(fileName(id) + '.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent(csv(tables.get(id)))),
  SVG: id => save(fileName(id) + '.svg', instances.get(id).getDataURL({type: 'svg'})),
  PNG: id => {
    const chart = instances.get(id);
    const off = document.createElement('div');
    const copy = echarts.init(off, null, {renderer: 'canvas', width: chart.getWidth(), height: chart.getHeight(), devicePixelRatio: 2});
    copy.setOption(chart.getOption());
    save(fileName(id) + '.png', copy.getDataURL({type: 'png', pixelRatio: 2, backgroundColor: colours().panel}));
    copy.dispose();
  },
};
const addDownloads = (box, id) => {
  box.replaceChildren(...Object.entries(download).map(([kind, run]) => {
    const button = element('button', kind, {type: 'button', 'aria-label': `Download ${at(id + '-title').textContent} as ${kind}`});
    button.addEventListener('click', () => run(id));
    return button;
  }));
};

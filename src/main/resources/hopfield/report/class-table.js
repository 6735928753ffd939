// What was restored of each class, in the cell whose classes are shown.
const ofRun = cell => several ? `, ${runs[cell.run].name}` : '';

const drawClasses = () => {
  if (!at('classes')) return;
  const cell = classCell();
  const rows = cell?.classes ?? [];
  const {rule} = choice();
  const title = cell ? `${rule}: each class at P = ${cell.patterns}, ${cell.noise} ${cell.level}${ofRun(cell)}` : `${rule}: no stored probes with a class`;
  at('classes-title').textContent = title;
  const share = band => [`${plain(metrics.restored, band[0])}\u00a0%`, `[${plain(metrics.restored, band[1])}, ${plain(metrics.restored, band[2])}]`];
  const scores = rows.map(([label, probes, restored, identified, exact, similarity, margin, ...effective]) => ({
    name: className(cell.run, label), probes, similarity, ends: within([0, 1], similarity, margin),
    rates: [restored, identified, exact].map((successes, k) => wilson(successes, probes, effective[k])),
  }));
  tables.set('classes', {title, rows: scores.map(({name, probes, similarity, ends, rates}) => ({run: runs[cell.run].name, rule, noise: cell.noise,
    patterns: cell.patterns, level: cell.level, class: name, probes,
    ...Object.fromEntries(['restored', 'identified', 'exact'].flatMap((what, k) => rates[k].map((value, end) => [what + ['', ' low', ' high'][end], value]))),
    similarity, 'similarity low': ends?.[1], 'similarity high': ends?.[2]}))});
  at('classes').replaceChildren(...scores.map(({name, probes, similarity, ends, rates}) => {
    const row = element('tr');
    row.append(element('th', name, {scope: 'row'}), element('td', count(probes)));
    rates.map(share).forEach(([value, band]) => {
      const entry = row.appendChild(element('td', value + ' '));
      entry.append(element('small', band));
    });
    const entry = row.appendChild(element('td', plain(metrics.similarity, similarity) + ' '));
    if (ends) entry.append(element('small', `[${ends.slice(1).map(end => plain(metrics.similarity, end)).join(', ')}]`));
    return row;
  }));
};

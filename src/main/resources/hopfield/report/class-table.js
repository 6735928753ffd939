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
  at('classes').replaceChildren(...rows.map(([label, probes, restored, identified, exact, similarity, error, ...effective]) => {
    const row = element('tr');
    row.append(element('th', className(cell.run, label), {scope: 'row'}), element('td', count(probes)));
    [restored, identified, exact].forEach((successes, k) => {
      const [value, band] = share(wilson(successes, probes, effective[k]));
      const entry = row.appendChild(element('td', value + ' '));
      entry.append(element('small', band));
    });
    const entry = row.appendChild(element('td', plain(metrics.similarity, similarity) + ' '));
    if (numeric(error)) entry.append(element('small', `[${[-Z, Z].map(z => plain(metrics.similarity, similarity + z * error)).join(', ')}]`));
    return row;
  }));
};

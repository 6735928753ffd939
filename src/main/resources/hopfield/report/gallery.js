// Restorations to look at, of one cell at a time; each can be played from step to step.
const roleNames = {best: 'Best', median: 'Median', worst: 'Worst'};
const stepName = run => runs[run].update === 'async' ? 'sweep' : 'step';
const inGallery = () => gallery.filter(one => `${one.run} ${one.rule}` === at('gallery-rule').value
  && `${one.noise} ${one.level}` === at('gallery-noise').value && one.patterns === Number(at('gallery-load').value));

const fillGallery = () => {
  const rules = unique(gallery.map(one => `${one.run} ${one.rule}`));
  const nameOf = value => value.slice(value.indexOf(' ') + 1) + (several ? `, ${runs[parseInt(value, 10)].name}` : '');
  refill('gallery-rule', rules.map(value => [value, nameOf(value)]), rules.find(value => value.endsWith(' ' + bestFirst())));
  const ofRule = gallery.filter(one => `${one.run} ${one.rule}` === at('gallery-rule').value);
  const loads = ascending(ofRule.map(one => one.patterns));
  refill('gallery-load', loads.map(load => [load, `P = ${load}`]), loads[loads.length - 1]);
  const ofLoad = ofRule.filter(one => one.patterns === Number(at('gallery-load').value));
  const noises = unique(ofLoad.map(one => `${one.noise} ${one.level}`));
  refill('gallery-noise', noises.map(noise => [noise, noise]), middle(noises));
  const labels = ascending(inGallery().filter(one => one.roles.includes('class')).map(one => one.label));
  refill('gallery-class', [['', labels.length ? 'best, median, worst' : 'no classes'], ...labels.map(label =>
    [label, `class ${className(inGallery()[0].run, label)}`])], '');
};

const card = one => {
  const {width, height} = runs[one.run];
  const pixels = width * height;
  const original = bits(one.original);
  const cue = bits(one.states[0][2]);
  const restored = bits(one.states[one.states.length - 1][2]);
  const role = one.roles.filter(name => roleNames[name]).map((name, k) => k ? name : roleNames[name]).join(', ') || 'First of its class';
  const name = `image ${one.image}${one.label < 0 ? '' : `, class ${className(one.run, one.label)}`}`;
  const overlap = packed => plain(metrics.overlap, overlapOf(packed, original, pixels));
  const figure = element('figure', '', {class: 'restoration', 'data-image': one.image, 'data-trial': one.trial, 'data-network': one.network});
  const row = figure.appendChild(element('div', '', {class: 'pictures'}));
  [['original', showing(original), overlap(original), `Original, ${name}`],
    ['cue', showing(cue), overlap(cue), `Cue of ${name}, overlap ${overlap(cue)}`],
    ['restored', showing(restored), overlap(restored), `Restored by ${one.rule}, overlap ${overlap(restored)}`],
    ['difference', differing(original, restored), null, `Difference of restoration and original of ${name}`],
  ].forEach(([kind, colourOf, value, alternative]) => {
    const box = row.appendChild(element('div', '', {class: kind}));
    box.append(picture(one.run, colourOf, alternative), element('small', kind), element('small', value === null ? '\u00a0' : `m = ${value}`));
  });
  const caption = figure.appendChild(element('figcaption'));
  caption.append(element('b', role), `${roleNames[one.roles[0]] ? ` of ${count(one.among)}` : ''}: ${name}; ${one.outcome.replace('_', ' ')} after `
    + `${counted(one.steps, stepName(one.run))}. `);
  const play = element('button', 'Play the states', {type: 'button', 'aria-label': `Play the states of ${name}`});
  play.addEventListener('click', () => openPlayer(one, play));
  caption.append(play);
  return figure;
};

const drawGallery = () => {
  if (!at('restorations')) return;
  const label = at('gallery-class').value;
  const ranked = Object.keys(roleNames);
  const shown = inGallery().filter(one => label === '' ? one.roles.some(role => roleNames[role]) : one.label === Number(label))
    .sort((a, b) => ranked.indexOf(a.roles[0]) - ranked.indexOf(b.roles[0]));
  at('restorations').replaceChildren(...shown.map(card));
  closePlayer();
};

// A restoration from step to step, its energy falling beside it.
let played = null;
let timer = null;
const stopPlaying = () => {
  clearInterval(timer);
  timer = null;
  if (at('player-play')) at('player-play').textContent = 'Play';
};
const closePlayer = () => {
  stopPlaying();
  played = null;
  if (!at('player')) return;
  at('player').hidden = true;
  forget('energy');
};

/** How many states before one were not kept. */
const missing = k => k === 0 ? 0 : played.states[k][0] - played.states[k - 1][0] - 1;

const drawEnergy = () => {
  if (!played) return;
  const k = Number(at('player-step').value);
  const points = played.states.map(([step, energy]) => [step, energy]);
  const line = points.flatMap((point, i) => missing(i) ? [[point[0], null], point] : [point]);
  const word = stepName(played.run);
  const title = `Energy from ${word} to ${word}`;
  draw('energy', title, points.map(([step, energy]) => ({[word]: step, energy})), {
    aria: {enabled: true, label: {description: `Line chart. ${title}: ` + points.map(([step, energy]) => `${step}: ${fiveDigits(energy)}`).join(', ')}},
    grid: {left: 76, right: 16, top: 16, bottom: 48},
    tooltip: tooltip({trigger: 'axis', formatter: ([{value: [step, energy]}]) => lines([`${word} ${step}`, `E = ${fiveDigits(energy)}`])}),
    xAxis: axis(word, {type: 'value', min: 0, max: Math.max(1, points[points.length - 1][0]), minInterval: 1, nameGap: 28}),
    yAxis: axis('energy E', {type: 'value', scale: true, nameGap: 60, splitLine: gridLines(),
      axisLabel: {color: colours().muted, fontSize: 12.5, hideOverlap: true, formatter: fiveDigits}}),
    series: [
      {type: 'line', data: line, symbol: 'circle', symbolSize: 6, lineStyle: {color: colours().rules[0], width: 2}, itemStyle: {color: colours().rules[0]}, emphasis: {disabled: true}},
      {type: 'scatter', data: [points[k]], symbolSize: 14, itemStyle: {color: colours().rules[1]}, silent: true, z: 5},
    ],
  });
};
const showState = () => {
  const k = Number(at('player-step').value);
  const [step, energy, packed] = played.states[k];
  const {width, height} = runs[played.run];
  const state = bits(packed);
  const overlap = plain(metrics.overlap, overlapOf(state, bits(played.original), width * height));
  const text = `${k === 0 ? 'Cue' : `After ${counted(step, stepName(played.run))}`}: overlap ${overlap}, energy ${fiveDigits(energy)}`;
  at('player-picture').replaceChildren(picture(played.run, showing(state), text, 224));
  at('player-state').textContent = text + (missing(k) ? `. The ${missing(k) === 1 ? 'one before it was' : `${count(missing(k))} before it were`} not kept.` : '');
  drawEnergy();
};
const openPlayer = (one, opener) => {
  closePlayer();
  played = one;
  at('player').hidden = false;
  at('player-title').textContent = `${one.rule}, P = ${one.patterns}, ${one.noise} ${one.level}: image ${one.image}`;
  at('player-step').max = one.states.length - 1;
  at('player-step').value = 0;
  showState();
  addDownloads(document.querySelector('#player .downloads'), 'energy');
  at('player').scrollIntoView({block: 'nearest'});
  at('player-close').onclick = () => {
    closePlayer();
    opener.focus();
  };
  at('player-play').focus();
  togglePlaying();
};
const togglePlaying = () => {
  if (timer) return stopPlaying();
  const last = played.states.length - 1;
  if (Number(at('player-step').value) === last) at('player-step').value = 0;
  showState();
  if (last === 0) return undefined;
  at('player-play').textContent = 'Pause';
  timer = setInterval(() => {
    at('player-step').value = Number(at('player-step').value) + 1;
    showState();
    if (Number(at('player-step').value) === last) stopPlaying();
  }, 700);
  return undefined;
};
if (at('player')) {
  at('player-play').addEventListener('click', togglePlaying);
  at('player-step').addEventListener('input', () => {
    stopPlaying();
    showState();
  });
}

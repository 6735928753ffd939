// The switches, and when charts are drawn.
const darkScreen = matchMedia('(prefers-color-scheme: dark)');
const redraw = (colours = darkScreen.matches ? dark : light) => [
  drawMap, drawCurves, drawRules, drawCapacity, drawBasin, drawBecame, drawConfusion, drawTheory,
].forEach(chart => chart(colours));
const fillLevels = () => {
  const levels = ascending(cells.filter(cell => cell.noise === at('noise').value).map(cell => cell.level));
  fill(at('level'), levels.map(level => [level, `${at('noise').value} ${level}`]), levels[Math.floor((levels.length - 1) / 2)]);
};

document.querySelectorAll('.controls, .charts').forEach(element => { element.hidden = false; });
fill(at('rule'), unique(cells.map(cell => cell.rule)).map(rule => [rule, rule]), bestFirst());
fill(at('noise'), unique(cells.map(cell => cell.noise)).map(noise => [noise, noise]));
fill(at('metric'), Object.entries(metrics).map(([key, metric]) => [key, metric.text]));
fillLevels();
fillOutcomes();
if (theory) fill(at('theory-rule'), unique(theory.laws.map(law => law.rule)).map(rule => [rule, rule]));
at('rule').addEventListener('change', fillOutcomes);
at('noise').addEventListener('change', fillOutcomes);
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

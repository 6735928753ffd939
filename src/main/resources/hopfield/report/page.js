// When charts are drawn.
const redraw = () => [drawMaps, drawCurves, drawRules, drawSteps, drawCapacity, drawBasin, drawBecame, drawConfusion, drawClasses,
  drawTheory, drawEnergy].forEach(chart => chart());

if (cells.length) {
  document.querySelectorAll('.needs-script').forEach(one => { one.hidden = false; });
  fillSwitches();
  fillMore();
  if (theory) fill(at('theory-rule'), unique(theory.laws.map(law => law.rule)).map(rule => [rule, rule]));
  if (gallery.length) {
    fillGallery();
    drawGallery();
    document.querySelectorAll('#gallery select').forEach(select => select.addEventListener('change', () => {
      fillGallery();
      drawGallery();
    }));
  }
  document.querySelectorAll('select').forEach(select => {
    if (select.closest('#gallery')) return;
    select.addEventListener('change', () => {
      fillMore();
      redraw();
    });
  });
  document.querySelectorAll('form').forEach(form => form.addEventListener('submit', event => event.preventDefault()));
  darkScreen.addEventListener('change', redraw);
  redraw();
  document.querySelectorAll('.downloads[data-chart]').forEach(box => addDownloads(box, box.dataset.chart));
  let drawn = at('charts').clientWidth;
  new ResizeObserver(() => requestAnimationFrame(() => {
    if (paper || at('charts').clientWidth === drawn) return;
    drawn = at('charts').clientWidth;
    redraw();
  })).observe(at('charts'));
}

at('theme').hidden = false;
at('theme').addEventListener('click', () => {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  if (cells.length) redraw();
});
document.querySelectorAll('button.copy').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = button.parentElement.querySelector('code').textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector('code'));
      button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: copy it by hand';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
});

// On paper: light colours, the paper's width, nothing folded.
let unfolded = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('details.fold:not([open])')];
  unfolded.forEach(fold => { fold.open = true; });
  if (!cells.length) return;
  paper = 660;
  redraw();
});
addEventListener('afterprint', () => {
  unfolded.forEach(fold => { fold.open = false; });
  if (!cells.length) return;
  paper = null;
  redraw();
});

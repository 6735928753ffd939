package hopfield.cli;

/** What tests ask of a report in a browser. */
final class Scripts {
    /** Charts that are to be seen and are not drawn. */
    static final String UNDRAWN =
            """
            return [...document.querySelectorAll('.chart')]
              .filter(chart => chart.offsetParent && !chart.querySelector('svg path'))
              .map(chart => chart.id);""";

    /** Texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, 1.4.3). */
    static final String FAINT =
            """
            const rgb = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
            const light = text => {
              const [r, g, b] = rgb(text).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const behind = one => {
              for (let at = one; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (rgb(colour)[3] !== 0) return colour;
              }
              return 'rgb(255, 255, 255)';
            };
            return [...document.querySelectorAll('body *')].filter(one => one.offsetParent && !one.closest('svg, .unseen, canvas, [aria-hidden]')
                && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
              .filter(one => {
                const [a, b] = [light(getComputedStyle(one).color), light(behind(one))];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5 - 1e-9;
              }).map(one => one.outerHTML.slice(0, 200));""";

    /** Texts of charts whose contrast with the shape behind them, or else with the panel, is below 4.5. */
    static final String FAINT_IN_CHARTS =
            """
            const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
            const light = text => {
              const [r, g, b] = rgb(text).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const holds = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
            return [...document.querySelectorAll('.chart svg')].flatMap(svg => {
              const panel = getComputedStyle(svg.closest('.panel')).backgroundColor;
              const shapes = [...svg.querySelectorAll('path, rect')].filter(one => {
                const {fill, fillOpacity} = getComputedStyle(one);
                return fill.startsWith('rgb(') && fillOpacity === '1';
              }).map(one => [getComputedStyle(one).fill, one.getBoundingClientRect()]);
              return [...svg.querySelectorAll('text')].filter(text => {
                const {left, right, top, bottom} = text.getBoundingClientRect();
                const behind = shapes.filter(([, box]) => holds(box, (left + right) / 2, (top + bottom) / 2)).pop();
                const [a, b] = [light(getComputedStyle(text).fill), light(behind ? behind[0] : panel)];
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5 - 1e-9;
              }).map(text => svg.closest('.chart').id + ': ' + text.textContent);
            });""";

    /** The restorations shown, their pictures as strings of 0 and 1. */
    static final String PICTURES =
            """
            return [...document.querySelectorAll('.restoration')].map(card => {
              const pixels = kind => {
                const canvas = card.querySelector(`.${kind} canvas`);
                const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                return Array.from({length: data.length / 4}, (_, i) => data[4 * i] ? '1' : '0').join('');
              };
              return {image: card.dataset.image, trial: card.dataset.trial, original: pixels('original'), cue: pixels('cue'),
                restored: pixels('restored'), overlap: card.querySelector('.restored small:last-child').textContent,
                caption: card.querySelector('figcaption').textContent, load: document.getElementById('gallery-load').value,
                rule: document.getElementById('gallery-rule').value.slice(2)};
            });""";

    /** The table of all cells, row by row. */
    static final String TABLE =
            """
            return [...document.querySelectorAll('table.cells tbody tr')].map(row => [...row.children].map(entry => entry.textContent));""";

    /** The table of classes, and the cell that it is of. */
    static final String CLASSES =
            """
            return {cell: document.getElementById('confusion-cell').value, rows:
              [...document.querySelectorAll('#classes tr')].map(row => [...row.children].map(entry => entry.textContent))};""";

    /** Name and address of what the three buttons of the heat map save. */
    static final String DOWNLOADS =
            """
            const saved = [];
            HTMLAnchorElement.prototype.click = function () { saved.push(this.download + ' ' + decodeURIComponent(this.href)); };
            document.querySelectorAll('#maps .downloads button').forEach(button => button.click());
            return saved;""";

    private Scripts() {}
}

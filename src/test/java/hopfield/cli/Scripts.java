package hopfield.cli;

/** What tests ask of a report in a browser. */
final class Scripts {
    /** What of the charts that are to be seen is not painted: series, marks, names of axes. */
    static final String UNDRAWN =
            """
            const rgb = colour => { const [r, g, b] = echarts.color.parse(colour); return `rgb(${r}, ${g}, ${b})`; };
            return [...document.querySelectorAll('.chart')].filter(box => box.offsetParent).flatMap(box => {
              const option = echarts.getInstanceByDom(box)?.getOption();
              if (!option) return [box.id + ' is no chart'];
              const painted = [...box.querySelectorAll('svg path, svg rect, svg polyline')]
                .filter(one => { const {width, height} = one.getBoundingClientRect(); return width + height > 0; }).map(one => getComputedStyle(one));
              const times = (colour, kinds) => painted.filter(style => kinds.some(kind => style[kind] === rgb(colour))).length;
              const texts = [...box.querySelectorAll('text')].map(one => one.textContent);
              const series = option.series.filter(one => one.data?.length);
              const known = one => one.data.map(entry => typeof (entry.value ?? entry)[1] === 'number');
              const joined = one => one.type === 'line' && known(one).some((here, k) => here && known(one)[k + 1]);
              const lacking = series.length ? [] : ['nothing to draw'];
              [option.xAxis[0].name, option.yAxis[0].name].filter(name => !texts.includes(name)).forEach(name => lacking.push(`axis ${name}`));
              for (const {name, type, data, lineStyle, itemStyle, symbol} of series) {
                const lack = (found, wanted) => { if (found < wanted) lacking.push(`${type} ${name}: ${found} of ${wanted}`); };
                if (type === 'line') {
                  lack(times(lineStyle.color, ['stroke']), series.filter(other => other.lineStyle?.color === lineStyle.color && joined(other)).length);
                  lack(times(lineStyle.color, ['stroke', 'fill']), symbol === 'none' ? 0 : known({data}).filter(one => one).length);
                } else if (type === 'scatter') lack(times(itemStyle.color, ['fill']), data.length);
                else if (type === 'bar') lack(times(itemStyle.color, ['fill']), data.filter(one => one > 0).length);
                else if (type === 'heatmap') {
                  const filled = data.map(one => one.itemStyle.color).filter(colour => colour !== 'transparent');
                  [...new Set(filled)].forEach(colour => lack(times(colour, ['fill']), filled.filter(one => one === colour).length));
                }
              }
              return lacking.map(what => `${box.id}: ${what}`);
            });""";

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

    /** What every button saves: chart, title, legend, names of axes; name, address, texts of an SVG; and corner and ink of a picture. */
    static final String DOWNLOADS =
            """
            const saved = [];
            HTMLAnchorElement.prototype.click = function () { saved.push({name: this.download, address: this.href}); };
            const looked = address => new Promise((done, failed) => {
              const image = new Image();
              image.onload = () => {
                const canvas = document.createElement('canvas');
                canvas.width = image.width;
                canvas.height = image.height;
                const pen = canvas.getContext('2d');
                pen.drawImage(image, 0, 0);
                const {data} = pen.getImageData(0, 0, image.width, image.height);
                const at = i => `rgb(${data[4 * i]}, ${data[4 * i + 1]}, ${data[4 * i + 2]})`;
                const other = (from, to) => Array.from({length: image.width * (to - from)}, (_, k) => k + image.width * from)
                  .filter(i => at(i) !== at(0)).length;
                done({corner: at(0), opaque: data[3] === 255, title: other(0, Math.round(image.height / 10)), all: other(0, image.height), width: image.width});
              };
              image.onerror = () => failed(new Error('no picture: ' + address.slice(0, 60)));
              image.src = address;
            });
            const all = [];
            for (const box of [...document.querySelectorAll('.downloads')].filter(one => one.offsetParent && one.dataset.chart !== 'classes')) {
              const chart = box.closest('.map, .panel').querySelector('.chart');
              const {xAxis, yAxis} = echarts.getInstanceByDom(chart).getOption();
              saved.length = 0;
              box.querySelectorAll('button').forEach(button => button.click());
              const [csv, svg, png] = saved;
              const xml = new DOMParser().parseFromString(decodeURIComponent(svg.address.slice(svg.address.indexOf(',') + 1)), 'image/svg+xml');
              all.push({chart: chart.id, title: document.getElementById(chart.id + '-title').textContent,
                legend: [...document.querySelectorAll(`#${chart.id}-legend li`)].map(one => one.textContent.replace(/^[^\\w]+/, '')),
                axes: [xAxis[0].name, yAxis[0].name], names: saved.map(({name}) => name), csv: decodeURIComponent(csv.address),
                texts: [...xml.querySelectorAll('text')].map(one => one.textContent), svg: await looked(svg.address), png: await looked(png.address),
                panel: getComputedStyle(box.closest('.panel')).backgroundColor});
            }
            return all;""";

    private Scripts() {}
}

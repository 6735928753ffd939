package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one chart of a page draws: its series as the chart library has them, and the bands as they stand in the picture.
 *
 * @param chart the chart as the script read it
 */
record Drawn(Map<?, ?> chart) {
    private static final String READ =
            """
            const box = document.getElementById(arguments[0]);
            const chart = echarts.getInstanceByDom(box);
            const {series, xAxis, yAxis} = chart.getOption();
            const entry = one => Array.isArray(one) || typeof one === 'number' || one === null ? {value: one}
              : {value: one.value, label: one.label && one.label.formatter};
            return {x: xAxis[0].data ?? null, y: yAxis[0].data ?? null,
              series: series.map(({name, type, data}) => ({name: type === 'heatmap' ? '' : name, type, data: (data ?? []).map(entry)})),
              bands: [...box.querySelectorAll('path')].filter(path => Math.abs(path.getAttribute('fill-opacity') - 0.18) < 1e-9)
                .map(path => path.getAttribute('d').match(/-?[\\d.]+/g).map(Number))
                .map(at => at.flatMap((x, k) => k % 2 ? [] : [chart.convertFromPixel({gridIndex: 0}, [x, at[k + 1]])])),
              whiskers: [...box.querySelectorAll('path')].filter(path => Math.abs(path.getAttribute('stroke-opacity') - 0.85) < 1e-9)
                .map(path => path.getAttribute('d').match(/-?[\\d.]+/g).map(Number))
                .map(at => [at.filter((_, k) => k % 2 === 0), at.filter((_, k) => k % 2)])
                .map(([x, y]) => [chart.convertFromPixel({gridIndex: 0}, [(Math.min(...x) + Math.max(...x)) / 2, Math.max(...y)]),
                  chart.convertFromPixel({gridIndex: 0}, [0, Math.min(...y)])]).map(([[x, low], [, high]]) => [x, low, high]),
              height: Math.abs(chart.convertFromPixel({gridIndex: 0}, [0, 1])[1] - chart.convertFromPixel({gridIndex: 0}, [0, 0])[1]),
              width: Math.abs(chart.convertFromPixel({gridIndex: 0}, [1, 0])[0] - chart.convertFromPixel({gridIndex: 0}, [0, 0])[0])};
            """;

    /** An entry of a heat map. */
    record Point(double x, double y, double value, String label) {}

    static Drawn of(Browser browser, String id) {
        return new Drawn((Map<?, ?>) browser.run(READ, id));
    }

    private List<?> series(String name) {
        return ((List<?>) chart.get("series"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> name.equals(one.get("name")) && !"custom".equals(one.get("type")))
                        .map(one -> (List<?>) one.get("data"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no line is named " + name + " of " + lines()));
    }

    /** Names of all lines. */
    List<String> lines() {
        return ((List<?>) chart.get("series"))
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .filter(one -> !"custom".equals(one.get("type")) && one.get("name") != null)
                        .map(one -> (String) one.get("name"))
                        .toList();
    }

    /** The points [x, y] of a line. */
    List<?> line(String name) {
        return series(name).stream().map(one -> ((Map<?, ?>) one).get("value")).toList();
    }

    /** The heights of a row of bars. */
    List<?> heights(String name) {
        return line(name);
    }

    List<Point> points(String name) {
        return series(name).stream()
                .map(one -> (Map<?, ?>) one)
                .map(one -> {
                    List<Double> at = ((List<?>) one.get("value"))
                            .stream().map(v -> ((Number) v).doubleValue()).toList();
                    return new Point(at.get(0), at.get(1), at.get(2), String.valueOf(one.get("label")));
                })
                .toList();
    }

    /** The names along an axis of categories, which are numbers. */
    List<Double> ticks(String axis) {
        return ((List<?>) chart.get(axis))
                .stream().map(name -> Double.valueOf((String) name)).toList();
    }

    /** A band of no height has one corner where others have two. */
    private static List<List<Double>> withoutRepeats(List<List<Double>> corners, double width, double height) {
        List<List<Double>> distinct = new ArrayList<>();
        for (List<Double> corner : corners) {
            List<Double> last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last == null
                    || Math.abs(corner.get(0) - last.get(0)) > width
                    || Math.abs(corner.get(1) - last.get(1)) > height) {
                distinct.add(corner);
            }
        }
        return distinct;
    }

    private static List<List<Double>> corners(Object band) {
        return ((List<?>) band)
                .stream()
                        .map(corner -> ((List<?>) corner)
                                .stream()
                                        .map(one -> ((Number) one).doubleValue())
                                        .toList())
                        .toList();
    }

    /** The bars of single points, [x, low, high]. */
    void whiskersAre(String as, List<List<Double>> expected) {
        List<List<Double>> drawn = corners(chart.get("whiskers"));
        assertThat(drawn).as("bars of " + as).hasSameSizeAs(expected);
        double width = .02 * ((Number) chart.get("width")).doubleValue();
        double height = .02 * ((Number) chart.get("height")).doubleValue();
        for (int k = 0; k < drawn.size(); k++) {
            assertThat(drawn.get(k).get(0)).as(as).isEqualTo(expected.get(k).get(0), within(width));
            assertThat(drawn.get(k).get(1)).as(as).isEqualTo(expected.get(k).get(1), within(height));
            assertThat(drawn.get(k).get(2)).as(as).isEqualTo(expected.get(k).get(2), within(height));
        }
    }

    /** The polygons of the bands, upper edge and then lower, to a hundredth of a pixel. */
    void bandsAre(String as, List<List<List<Double>>> expected) {
        List<?> bands = (List<?>) chart.get("bands");
        assertThat(bands).as(as).hasSameSizeAs(expected);
        double width = .01 * ((Number) chart.get("width")).doubleValue();
        double height = .01 * ((Number) chart.get("height")).doubleValue();
        for (int k = 0; k < bands.size(); k++) {
            List<List<Double>> drawn = withoutRepeats(corners(bands.get(k)), width, height);
            List<List<Double>> corners = withoutRepeats(expected.get(k), width, height);
            assertThat(drawn).as(as).hasSameSizeAs(corners);
            for (int c = 0; c < corners.size(); c++) {
                assertThat(drawn.get(c).get(0)).as(as).isEqualTo(corners.get(c).get(0), within(width));
                assertThat(drawn.get(c).get(1)).as(as).isEqualTo(corners.get(c).get(1), within(height));
            }
        }
    }
}

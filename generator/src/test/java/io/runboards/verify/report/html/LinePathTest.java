package io.runboards.verify.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.verify.prometheus.Curve;
import io.runboards.verify.prometheus.LabelSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Lines of plots: short to write, and with every peak and every gap. */
class LinePathTest {
  private static final Axis AXIS = new Axis(0, 160, List.of());

  private static Curve curve(double... values) {
    return new Curve(
        LabelSet.of(Map.of()), LongStream.range(0, values.length).toArray(), values, 0);
  }

  private static String path(double... values) {
    return LinePath.of(curve(values), 0, values.length - 1, AXIS);
  }

  @Test
  void aLineIsWrittenInSteps() {
    assertThat(path(0, 160, 40, 40)).isEqualTo("M0 160h0l200-160 200 120 200 0");
  }

  @Test
  void aGapBeginsANewLine() {
    assertThat(path(0, 0, Double.NaN, 0, Double.POSITIVE_INFINITY, 0, 0))
        .isEqualTo("M0 160h0l100 0M300 160h0M500 160h0l100 0");
  }

  @Test
  void aMomentWithoutAValueIsAGap() {
    Curve curve =
        new Curve(
            LabelSet.of(Map.of()), new long[] {0, 10, 20, 50, 60}, new double[] {0, 0, 0, 0, 0}, 0);
    assertThat(LinePath.of(curve, 0, 60, AXIS)).isEqualTo("M0 160h0l100 0 100 0M500 160h0l100 0");
  }

  @Test
  void aLongLineKeepsItsPeaksItsEndsAndItsGaps() {
    double[] values = new double[10_000];
    values[0] = 7;
    values[5_001] = 100;
    values[7_777] = -100;
    values[9_999] = 8;
    Arrays.fill(values, 2_000, 3_000, Double.NaN);
    Thinned thinned = Thinned.of(curve(values), 120);
    assertThat(thinned.size()).isLessThanOrEqualTo(120);
    assertThat(thinned.times()).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(9_999);
    assertThat(thinned.values()).contains(100, -100, Double.NaN).startsWith(7).endsWith(8);
    assertThat(path(values).chars().filter(it -> it == 'M').count()).isEqualTo(2);
  }

  @Test
  void aLongLineWithoutGapsIsOneLine() {
    double[] values = IntStream.range(0, 5_000).mapToDouble(i -> i * 37 % 160).toArray();
    assertThat(path(values).chars().filter(it -> it == 'M').count()).isEqualTo(1);
    assertThat(path(values).length()).isLessThan(120 * 9);
  }

  @Test
  void aShortCurveIsDrawnAsItIs() {
    Curve curve = curve(1, 2, 3);
    assertThat(Thinned.of(curve, 120).values()).isSameAs(curve.values());
  }
}

package io.runboards.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BOOLEAN", "CODE", "INFO", "BY_LABEL", "UNKNOWN", "UNIX_SECONDS"})
  void everyUnitOfTheCatalogIsFoundAgain(Unit unit) {
    assertThat(Measure.of(unit).unit()).hasValue(unit);
    assertThat(Measure.of(unit)).hasToString(unit.label());
  }

  @Test
  void anExponentOfZeroIsNoExponent() {
    assertThat(new Measure(Map.of(Base.TIME, 0), 1)).isEqualTo(Measure.SHARE);
  }

  @Test
  void roundingDoesNotMakeAnotherUnit() {
    Measure tenth = Measure.of(Unit.SECONDS).rescaled(0.1).orElseThrow();
    assertThat(tenth.rescaled(3).orElseThrow().rescaled(10 / 3.0).orElseThrow().unit())
        .hasValue(Unit.SECONDS);
  }

  @Test
  void namesWhatNoCatalogUnitMeasures() {
    Measure bytes = Measure.of(Unit.MEBIBYTES);
    assertThat(bytes.perSecond().orElseThrow()).hasToString("MiB per second");
    assertThat(bytes.toThe(2).orElseThrow()).hasToString("MiB²");
    assertThat(bytes.toThe(-1).orElseThrow()).hasToString("per MiB");
    assertThat(Measure.of(Unit.CORES).times(Measure.of(Unit.HOURS)).orElseThrow())
        .hasToString("cores × hours");
    assertThat(new Measure(Map.of(Base.GPU, 1), 7)).hasToString("GPUs in units of 7");
    assertThat(new Measure(Map.of(), 0.5)).hasToString("ratio in units of 0.5");
  }

  @Test
  void whatHasNoSettledSizeCannotBeConverted() {
    Measure unclear = Measure.of(Unit.MEGABYTES_OR_MEBIBYTES);
    assertThat(unclear.rescaled(1e6)).isEmpty();
    assertThat(unclear.over(unclear)).isEmpty();
    assertThat(unclear.sameAs(unclear)).isTrue();
  }
}

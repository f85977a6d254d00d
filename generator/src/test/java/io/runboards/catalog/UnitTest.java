package io.runboards.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnitTest {
  @Test
  void unitsOfOneDimensionConvert() {
    assertThat(Unit.MEBIBYTES.factorTo(Unit.BYTES)).hasValue(1048576);
    assertThat(Unit.BYTES.factorTo(Unit.MEBIBYTES)).hasValue(1.0 / 1048576);
    assertThat(Unit.PERCENT.factorTo(Unit.RATIO)).hasValue(0.01);
    assertThat(Unit.MILLICORES.factorTo(Unit.CORES)).hasValue(0.001);
    assertThat(Unit.GPU_HOURS.factorTo(Unit.GPU_SECONDS)).hasValue(3600);
    assertThat(Unit.MILLISECONDS.factorTo(Unit.SECONDS)).hasValue(0.001);
  }

  @Test
  void unitsOfDifferentDimensionsDoNot() {
    assertThat(Unit.SECONDS.factorTo(Unit.UNIX_SECONDS)).isEmpty();
    assertThat(Unit.GPUS.factorTo(Unit.CORES)).isEmpty();
    assertThat(Unit.BYTES.factorTo(Unit.BYTES_PER_SECOND)).isEmpty();
  }

  @Test
  void whatIsNoQuantityOrNotSettledConvertsIntoNothing() {
    assertThat(Unit.BOOLEAN.factorTo(Unit.BOOLEAN)).isEmpty();
    assertThat(Unit.CODE.factorTo(Unit.CODE)).isEmpty();
    assertThat(Unit.MEGABYTES_OR_MEBIBYTES.factorTo(Unit.BYTES)).isEmpty();
    assertThat(Unit.BYTES.factorTo(Unit.MEGABYTES_OR_MEBIBYTES)).isEmpty();
  }

  @Test
  void everyUnitHasALabelAndAFormat() {
    assertThat(Arrays.stream(Unit.values()).map(Unit::label)).doesNotHaveDuplicates();
    assertThat(Unit.values()).allSatisfy(unit -> assertThat(unit.grafanaId()).isNotBlank());
  }
}

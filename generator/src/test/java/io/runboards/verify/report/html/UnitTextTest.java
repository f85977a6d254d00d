package io.runboards.verify.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.verify.unit.UnitText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as people read them. */
class UnitTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent | 42.349 | 42.3%",
        "percentunit | 0.5 | 50%",
        "percentunit | 1.4 | 140%",
        "bytes | 0 | 0 B",
        "bytes | 1023 | 1,023 B",
        "bytes | 68719476736 | 64 GiB",
        "mbytes | 81920 | 80 GiB",
        "decgbytes | 1.5 | 1.5 GB",
        "Bps | 12500000 | 12.5 MB/s",
        "s | 0 | 0 s",
        "s | 0.0042 | 4.2 ms",
        "s | 90 | 1.5 min",
        "s | 5400 | 1.5 h",
        "ms | 250 | 250 ms",
        "h | 36 | 1.5 d",
        "celsius | -3.14159 | −3.14 °C",
        "watt | 402.5 | 402 W",
        "watt | 6800 | 6.8 kW",
        "rotmhz | 1410 | 1.41 GHz",
        "reqps | 1290 | 1,290 req/s",
        "si:tok/s | 12000 | 12 ktok/s",
        "suffix:x | 1.5 | 1.5 x",
        "prefix:$ | 1234567.8 | $1,234,568",
        "currencyUSD | -2 | −$2",
        "short | 12345 | 12.3 K",
        "none | 1234567 | 1,234,567",
        "none | 1e300 | 1.00e+300",
        "none | 2e-9 | 2.00e-09",
        "none | NaN | NaN",
        "none | -Infinity | -Inf",
        "bool | 1 | yes",
        "bool | 0.5 | 0.5",
        "dateTimeAsIso | 1420537500000 | 2015-01-06 09:45",
        "whatever | 7 | 7"
      })
  void valuesAreShownInTheirUnit(String unit, double value, String text) {
    assertThat(UnitText.of(unit).of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent | 3 | 78 | 80%, 40%, 0%",
        "percentunit | 0 | 0.97 | 100%, 50%, 0%",
        "bytes | 0 | 68e9 | 80 GiB, 40 GiB, 0 GiB",
        "s | 300 | 1500 | 30 min, 15 min, 0 min",
        "celsius | 61 | 63 | 63 °C, 62 °C, 61 °C",
        "celsius | -8 | 20 | 20 °C, 0 °C, −20 °C",
        "none | 0 | 0 | 1, 0.5, 0",
        "none | 5 | 5 | 5, 2.5, 0",
        "none | 99.97 | 99.99 | 99.99, 99.98, 99.97",
        "bool | 0 | 1 | yes, '', no"
      })
  void anAxisHasThreeRoundLabels(String unit, double least, double most, String labels) {
    Axis axis = Axis.of(least, most, UnitText.of(unit));
    assertThat(String.join(", ", axis.labels())).isEqualTo(labels.replace("''", ""));
    assertThat(axis.low()).isLessThanOrEqualTo(least + 1e-9);
    assertThat(axis.high()).isGreaterThanOrEqualTo(most - 1e-9 * Math.abs(most));
  }

  @Test
  void anAxisHoldsTheGreatestNumbers() {
    Axis axis = Axis.of(-Double.MAX_VALUE, Double.MAX_VALUE, UnitText.of("bytes"));
    assertThat(axis.labels()).hasSize(3);
    assertThat(axis.share(0)).isBetween(0.0, 1.0);
  }
}

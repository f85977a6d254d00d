package io.runboards.simulate.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  private static final int MANY = 20_000;

  private final Digits digits = new Digits();

  private String text(double value) {
    byte[] to = new byte[Digits.MOST + 1];
    int end = digits.write(value, to, 1);
    return new String(to, 1, end - 1, StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "7, 7",
    "-120, -120",
    "9007199254740993, 9.007199254740992E15",
    "999999999999999, 999999999999999",
    "0.5, 0.5",
    "-0.25, -0.25",
    "0.001, 0.001",
    "12.05, 12.05",
    "12.3, 12.3",
    "-999.999, -999.999",
    "0.0001, 1.0E-4",
    "0.3333333333333333, 0.3333333333333333",
    "1e300, 1.0E300",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void aNumberIsWrittenInItsShortestForm(double value, String expected) {
    assertThat(text(value)).isEqualTo(expected);
  }

  @Test
  void whateverIsWrittenIsReadBackAsTheSameNumber() {
    Random random = new Random(7);
    everyNumberComesBack(() -> Double.longBitsToDouble(random.nextLong()));
    everyNumberComesBack(() -> random.nextDouble() * 1_000);
    everyNumberComesBack(() -> random.nextLong() / 1_000.0);
    everyNumberComesBack(() -> random.nextInt() / 1_000.0);
    everyNumberComesBack(() -> random.nextInt(100_000) / 10_000.0);
    everyNumberComesBack(random::nextLong);
    everyNumberComesBack(random::nextInt);
  }

  private void everyNumberComesBack(DoubleSupplier numbers) {
    for (int i = 0; i < MANY; i++) {
      double number = numbers.getAsDouble();
      if (Double.isFinite(number)) {
        String text = text(number);
        assertThat(text.length()).isLessThanOrEqualTo(Digits.MOST);
        if (Double.compare(Double.parseDouble(text), number) != 0 || isLongerThanNeeded(text)) {
          assertThat(text).isEqualTo(Double.toString(number));
        }
      }
    }
  }

  private static boolean isLongerThanNeeded(String text) {
    BigDecimal shortest = new BigDecimal(Double.toString(Double.parseDouble(text)));
    return new BigDecimal(text).stripTrailingZeros().precision()
        > shortest.stripTrailingZeros().precision();
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "10", "-1", "-1000", "1763000000", "9223372036854775807"})
  void aWholeNumberIsWrittenAsItIs(long number) {
    byte[] to = new byte[Digits.MOST];
    int end = Digits.write(number, to, 0);
    assertThat(new String(to, 0, end, StandardCharsets.US_ASCII)).isEqualTo(Long.toString(number));
  }
}

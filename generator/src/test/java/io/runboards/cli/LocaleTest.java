package io.runboards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command prints depends on nobody's language, digits or clock. */
@Isolated("language and time zone belong to the whole process")
class LocaleTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void putBack() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "ar-EG-u-nu-arab, Africa/Cairo",
    "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    "de-DE, Pacific/Apia",
  })
  void everyCommandPrintsTheSame(String language, String place, @TempDir Path temporary)
      throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Map<Path, Invocation> usual = outcomes(temporary.resolve("usual"));
    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(place));
    assertThat(outcomes(temporary.resolve("there"))).isEqualTo(usual);
  }

  private static Map<Path, Invocation> outcomes(Path temporary) throws IOException {
    Map<Path, Invocation> outcomes = new LinkedHashMap<>();
    for (Path file : CommandCase.all()) {
      Path directory = Files.createDirectories(temporary.resolve(file.getFileName()));
      outcomes.put(file, CommandCase.read(file).run(directory));
    }
    return outcomes;
  }

  @Test
  void theseLanguagesWouldShowInNumbersAndLetters() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat("%d".formatted(12)).isEqualTo("١٢");
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    assertThat("I".toLowerCase(Locale.getDefault())).isEqualTo("ı");
  }
}

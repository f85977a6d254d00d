package io.runboards.simulate.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.catalog.NodeExporter;
import io.runboards.simulate.Scrapes;
import io.runboards.simulate.Scrapes.Found;
import io.runboards.simulate.scrape.Target;
import io.runboards.simulate.scrape.Targets;
import io.runboards.simulate.time.Moment;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrapingTest {
  private final Targets targets = new Targets(List.of());
  private final Scraping scraping = new Scraping(targets);
  private final Scrapes scrapes = new Scrapes();
  private long second;

  @BeforeEach
  void fourNodes() {
    for (int i = 0; i < 4; i++) {
      Target target = targets.add("nodes", "n" + i);
      target.always().gauge(NodeExporter.MEMORY_MEM_TOTAL_BYTES).set(i);
    }
    targets.add("other", "o").always();
  }

  private void step(Runnable trouble) {
    second += 30;
    scraping.calm();
    trouble.run();
    scraping.advance(new Moment(second, 30));
    scrapes.scrape(targets, second);
  }

  private long nowUp(String job, double value) {
    return scrapes.now("up").stream()
        .filter(found -> found.label("job").equals(job) && found.last() == value)
        .count();
  }

  @Test
  void aPartOfTheTargetsDoesNotAnswer() {
    step(() -> scraping.cutOff("nodes", 0.5));
    assertThat(nowUp("nodes", 0)).isEqualTo(2);
    assertThat(nowUp("nodes", 1)).isEqualTo(2);
    assertThat(nowUp("other", 1)).isEqualTo(1);
    assertThat(scrapes.now(NodeExporter.MEMORY_MEM_TOTAL_BYTES.name())).hasSize(2);
    step(() -> {});
    assertThat(nowUp("nodes", 1)).isEqualTo(4);
    assertThat(scrapes.now(NodeExporter.MEMORY_MEM_TOTAL_BYTES.name())).hasSize(4);
  }

  @Test
  void atLeastOneTargetDoesNotAnswer() {
    step(() -> scraping.cutOff("nodes", 0.01));
    assertThat(nowUp("nodes", 0)).isEqualTo(1);
  }

  @Test
  void nothingIsKnownOfTargetsThatAreNotFound() {
    step(() -> scraping.forget("nodes"));
    assertThat(scrapes.all())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found.label("job")).isEqualTo("other"));
    step(() -> {});
    assertThat(nowUp("nodes", 1)).isEqualTo(4);
  }

  @Test
  void seriesThatNobodyReadsAreCounted() {
    step(() -> {});
    double before = scraping.series();
    step(() -> scraping.explode("nodes", 5000));
    assertThat(scraping.series()).isEqualTo(before + 5000);
    assertThat(scrapes.now("scrape_samples_scraped").stream().mapToDouble(Found::last).max())
        .hasValue(5001);
    step(() -> {});
    assertThat(scraping.series()).isEqualTo(before);
  }
}

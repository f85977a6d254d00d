package io.runboards.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterVersionTest {
  @Test
  void readsAVersionWithOrWithoutItsPatch() {
    assertThat(ClusterVersion.parse("2.17")).contains(ClusterVersion.V2_17);
    assertThat(ClusterVersion.parse("v2.17")).contains(ClusterVersion.V2_17);
    assertThat(ClusterVersion.parse("2.17.39")).contains(ClusterVersion.V2_17);
  }

  @Test
  void refusesEverythingElse() {
    for (String text :
        new String[] {"", "2", "2.", "2.x", "2.17.1.1", "2.99999", " 2.17", "-2.1"}) {
      assertThat(ClusterVersion.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void comparesNumbersAndNotText() {
    assertThat(new ClusterVersion(2, 9).isBefore(ClusterVersion.V2_16)).isTrue();
    assertThat(new ClusterVersion(3, 0).isBefore(ClusterVersion.V2_17)).isFalse();
    assertThat(ClusterVersion.V2_17.isBefore(ClusterVersion.V2_17)).isFalse();
  }

  @Test
  void printsWhatItReads() {
    assertThat(ClusterVersion.V2_17).hasToString("2.17");
  }
}

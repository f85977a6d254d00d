package io.runboards.dashboard;

import static io.runboards.dashboard.Panels.stat;
import static io.runboards.dashboard.Panels.table;
import static io.runboards.dashboard.Panels.text;
import static io.runboards.dashboard.Panels.timeseries;
import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.dashboard.Layout.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Panels stand in their order on Grafana's grid, and never on each other. */
class LayoutTest {
  private static final int DASHBOARDS = 1000;

  private static List<String> places(Panel... panels) {
    return Layout.of(List.of(panels), 0).stream()
        .map(
            p -> "%s %d,%d %dx%d".formatted(p.panel().title(), p.x(), p.y(), p.width(), p.height()))
        .toList();
  }

  @Test
  void panelsWithoutAWidthShareTheLine() {
    assertThat(places(stat("a"), stat("b"), stat("c"), stat("d"), stat("e")))
        .containsExactly("a 0,0 5x4", "b 5,0 5x4", "c 10,0 5x4", "d 15,0 5x4", "e 20,0 4x4");
    assertThat(places(timeseries("a"), timeseries("b"), timeseries("c")))
        .containsExactly("a 0,0 12x8", "b 12,0 12x8", "c 0,8 24x8");
  }

  @Test
  void aWidthOfItsOwnStays() {
    assertThat(places(timeseries("a").width(16), stat("b"), table("c").width(10).height(3)))
        .containsExactly("a 0,0 16x8", "b 16,0 8x4", "c 0,8 10x3");
  }

  @Test
  void aLineIsAsHighAsItsHighestPanel() {
    assertThat(places(stat("a").width(12).height(9), stat("b").width(12), text("c", "")))
        .containsExactly("a 0,0 12x9", "b 12,0 12x4", "c 0,9 24x3");
  }

  @Test
  void noPanelStandsOnAnotherOrOverTheEdge() {
    Random random = new Random(7);
    for (int i = 0; i < DASHBOARDS; i++) {
      List<Panel> panels = panels(random);
      List<Placed> placed = Layout.of(panels, random.nextInt(5));
      assertThat(placed.stream().map(Placed::panel).toList()).isEqualTo(panels);
      boolean[][] taken = new boolean[Layout.bottom(placed, 0)][Layout.COLUMNS];
      Placed last = null;
      for (Placed panel : placed) {
        for (int y = panel.y(); y < panel.y() + panel.height(); y++) {
          for (int x = panel.x(); x < panel.x() + panel.width(); x++) {
            assertThat(taken[y][x]).as("%s", placed).isFalse();
            taken[y][x] = true;
          }
        }
        assertThat(last == null || panel.y() > last.y() || panel.x() > last.x()).isTrue();
        last = panel;
      }
    }
  }

  private static List<Panel> panels(Random random) {
    List<Panel> panels = new ArrayList<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      panels.add(panel("p" + i, random));
    }
    return panels;
  }

  private static Panel panel(String title, Random random) {
    Panel panel =
        switch (random.nextInt(4)) {
          case 0 -> stat(title);
          case 1 -> table(title);
          case 2 -> text(title, "words");
          default -> timeseries(title);
        };
    Frame frame = panel.frame();
    if (random.nextBoolean()) {
      panel = ((Framed<?>) panel).width(1 + random.nextInt(Layout.COLUMNS));
    }
    if (random.nextBoolean()) {
      panel = ((Framed<?>) panel).height(1 + random.nextInt(12));
    }
    return frame.space().repeat().isEmpty() ? panel : panel.withFrame(frame);
  }

  @Test
  void aWidthBeyondTheGridIsRefused() {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> stat("a").width(25)))
        .isInstanceOf(WrongDashboard.class)
        .hasMessage("a width is 1 to 24 columns, not 25");
  }
}

package io.runboards.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import io.runboards.json.JsonValue.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences in words that people understand. */
class DifferencesTest {
  private static final String PANEL =
      """
      {"id": 1, "type": "timeseries", "title": "GPU utilization",
       "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
       "targets": [{"refId": "A", "expr": "up", "legendFormat": "{{pod}}"}],
       "fieldConfig": {"defaults": {"unit": "percent",
         "thresholds": {"mode": "absolute", "steps": [
           {"color": "green", "value": null}, {"color": "red", "value": 80}]}}}}\
      """;

  private static List<String> panel(String before, String after) throws Malformed {
    return dashboard(
        "{\"panels\": [%s]}".formatted(PANEL),
        "{\"panels\": [%s]}".formatted(PANEL.replace(before, after)));
  }

  private static List<String> dashboard(String before, String after) throws Malformed {
    return between(Kind.DASHBOARD, before, after);
  }

  private static List<String> between(Kind kind, String before, String after) throws Malformed {
    Key key = new Key(kind, "uid");
    Fields old = JsonValue.parse(before).object();
    Fields next = JsonValue.parse(after).object();
    return words(new Wanted(key, "T", "f", old), new Wanted(key, "T", "f", next));
  }

  private static List<String> words(Wanted before, Wanted after) {
    return Differences.between(Things.live(before), after).stream()
        .map(Difference::toString)
        .toList();
  }

  @Test
  void theSameIsNoDifference() throws Exception {
    assertThat(panel("unchanged", "unchanged")).isEmpty();
  }

  @Test
  void aThreshold() throws Exception {
    assertThat(panel("80", "85")).containsExactly("panel “GPU utilization”: threshold 80 → 85");
  }

  @Test
  void moreThresholds() throws Exception {
    assertThat(panel("\"value\": 80}", "\"value\": 80}, {\"color\": \"red\", \"value\": 90}"))
        .containsExactly("panel “GPU utilization”: thresholds 80 → 80, 90");
  }

  @Test
  void theColourOfAThreshold() throws Exception {
    assertThat(panel("\"red\"", "\"orange\""))
        .containsExactly(
            "panel “GPU utilization”:"
                + " fieldConfig.defaults.thresholds.steps[1].color “red” → “orange”");
  }

  @Test
  void aQuery() throws Exception {
    assertThat(panel("\"up\"", "\"sum(up)\""))
        .containsExactly("panel “GPU utilization”: query A “up” → “sum(up)”");
  }

  @Test
  void whatIsSaidAboutAQuery() throws Exception {
    assertThat(panel("{{pod}}", "{{node}}"))
        .containsExactly("panel “GPU utilization”: query A.legendFormat “{{pod}}” → “{{node}}”");
  }

  @Test
  void anotherQuery() throws Exception {
    assertThat(panel("\"targets\": [", "\"targets\": [{\"refId\": \"B\", \"expr\": \"x\"}, "))
        .containsExactly("panel “GPU utilization”: query B new");
    assertThat(panel("\"refId\": \"A\"", "\"refId\": \"B\""))
        .containsExactly(
            "panel “GPU utilization”: query B new", "panel “GPU utilization”: query A gone");
  }

  @Test
  void aPlace() throws Exception {
    assertThat(panel("\"x\": 0, \"y\": 0, \"w\": 12", "\"x\": 12, \"y\": 4, \"w\": 6"))
        .containsExactly("panel “GPU utilization”: 12×8 at 0,0 → 6×8 at 12,4");
  }

  @Test
  void aTitleOfAPanel() throws Exception {
    assertThat(panel("GPU utilization", "GPU use"))
        .containsExactly("panel “GPU utilization”: title “GPU utilization” → “GPU use”");
  }

  @Test
  void anythingElseOfAPanel() throws Exception {
    assertThat(panel("\"percent\"", "\"bytes\""))
        .containsExactly("panel “GPU utilization”: fieldConfig.defaults.unit “percent” → “bytes”");
  }

  @Test
  void panelsThatComeAndGo() throws Exception {
    assertThat(
            dashboard(
                "{\"panels\": [{\"id\": 1, \"title\": \"Old\"}]}",
                "{\"panels\": [{\"id\": 2, \"title\": \"New\", \"type\": \"row\"}]}"))
        .containsExactly("row “New”: new", "panel “Old”: gone");
  }

  @Test
  void panelsInAnotherOrder() throws Exception {
    assertThat(
            dashboard(
                "{\"panels\": [{\"id\": 1}, {\"id\": 2}]}",
                "{\"panels\": [{\"id\": 2}, {\"id\": 1}]}"))
        .containsExactly("panels: in another order");
  }

  @Test
  void aPanelInAClosedRow() throws Exception {
    String row = "{\"panels\": [{\"id\": 9, \"type\": \"row\", \"panels\": [%s]}]}";
    assertThat(dashboard(row.formatted(PANEL), row.formatted(PANEL.replace("80", "85"))))
        .containsExactly("panel “GPU utilization”: threshold 80 → 85");
  }

  @Test
  void aPanelThatOnlyLeavesItsRow() throws Exception {
    assertThat(
            dashboard(
                "{\"panels\": [{\"id\": 9, \"type\": \"row\", \"panels\": [{\"id\": 1}]}]}",
                "{\"panels\": [{\"id\": 9, \"type\": \"row\", \"panels\": []}, {\"id\": 1}]}"))
        .containsExactly("in another form");
  }

  @Test
  void aVariable() throws Exception {
    String variables = "{\"templating\": {\"list\": [{\"name\": \"%s\", \"multi\": %s}]}}";
    assertThat(dashboard(variables.formatted("node", "true"), variables.formatted("node", "false")))
        .containsExactly("variable “node”: multi true → false");
    assertThat(dashboard(variables.formatted("node", "true"), variables.formatted("pod", "true")))
        .containsExactly("variable “pod”: new", "variable “node”: gone");
  }

  @Test
  void whatIsSaidAboutTheWholeDashboard() throws Exception {
    assertThat(dashboard("{\"refresh\": \"1m\"}", "{\"time\": {\"from\": \"now-1h\"}}"))
        .containsExactly("time nothing → {\"from\":\"now-1h\"}", "refresh “1m” → nothing");
  }

  @Test
  void listsOfAnotherLengthAreCounted() throws Exception {
    assertThat(dashboard("{\"tags\": [1]}", "{\"tags\": [1, 2, 3, 4]}"))
        .containsExactly("tags [1] → 4 items");
  }

  @Test
  void longTextsAreShortened() throws Exception {
    String text = "x".repeat(100);
    assertThat(dashboard("{\"a\": \"\"}", "{\"a\": \"%s\"}".formatted(text)))
        .containsExactly("a “” → “" + "x".repeat(59) + "…”");
  }

  @Test
  void titleAndFolder() {
    Wanted before = Things.dashboard("gpu", "");
    Wanted after = Things.titled(Things.in(before, "runboards-a"), "Better");
    assertThat(words(before, after))
        .containsExactly("title “Dashboard gpu” → “Better”", "folder the root → runboards-a");
  }

  @Test
  void otherThingsAreComparedFieldByField() throws Exception {
    assertThat(
            between(
                Kind.DATA_SOURCE,
                "{\"url\": \"http://a\", \"jsonData\": {\"timeInterval\": \"30s\"}}",
                "{\"url\": \"http://b\", \"jsonData\": {\"timeInterval\": \"15s\"}}"))
        .containsExactly("url “http://a” → “http://b”", "jsonData.timeInterval “30s” → “15s”");
  }
}

package io.runboards.emit.prometheus;

import io.runboards.check.Workspace;
import io.runboards.emit.AlertTexts;
import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.promql.Promql;
import io.runboards.rules.Audience;
import io.runboards.rules.Length;
import io.runboards.rules.RuleBook;
import io.runboards.rules.RuleFile;
import io.runboards.rules.RuleGroup;
import io.runboards.rules.RuleTest;
import io.runboards.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of a Prometheus, and what promtool needs to test them. */
public final class PrometheusFiles {
  private static final String RULES = "prometheus/rules/";
  private static final String TESTS = "prometheus/tests/";
  private static final String HOW =
      "Written by 'runboards generate' from the site and the rules: change those instead.";

  private PrometheusFiles() {}

  public static List<OutFile> of(Site site, Workspace workspace) {
    RuleBook book = new RuleBook(files(site, workspace.book()));
    AlertTexts texts = AlertTexts.of(site, workspace);
    RuleFields fields = new RuleFields(texts, Promql::pretty);
    PromtoolTests tests = PromtoolTests.of(book, texts);
    List<OutFile> files = new ArrayList<>();
    for (RuleFile file : book.files()) {
      files.add(new OutFile(RULES + file.name() + ".yaml", rules(file, fields)));
    }
    for (RuleFile file : book.files()) {
      byStep(file)
          .forEach((step, some) ->
              files.add(
                  new OutFile(
                      TESTS + name(file, step) + ".yaml",
                      YamlWriter.document(HOW, yaml -> tests.write(yaml, file, step, some)))));
    }
    return files;
  }

  /** Those that have rules; those about several tenants only where tenants are read together. */
  private static List<RuleFile> files(Site site, RuleBook book) {
    return book.files().stream()
        .filter(file -> !file.groups().isEmpty())
        .filter(file -> file.audience() != Audience.FEDERATION || !site.federations().isEmpty())
        .toList();
  }

  private static String rules(RuleFile file, RuleFields fields) {
    return YamlWriter.document(
        HOW,
        yaml -> yaml.objects("groups", file.groups(), (item, group) -> group(item, group, fields)));
  }

  private static void group(YamlWriter yaml, RuleGroup group, RuleFields fields) {
    yaml.field("name", group.name());
    yaml.field("interval", group.every().toString());
    group.most().ifPresent(most -> yaml.field("limit", most));
    yaml.objects("rules", group.rules(), fields::write);
  }

  /** Promtool has one step for all tests of a file. */
  private static Map<Length, List<RuleTest>> byStep(RuleFile file) {
    Map<Length, List<RuleTest>> tests = new LinkedHashMap<>();
    file.tests()
        .forEach(test -> tests.computeIfAbsent(test.step(), step -> new ArrayList<>()).add(test));
    return tests;
  }

  private static String name(RuleFile file, Length step) {
    return step.equals(RuleGroup.USUAL) ? file.name() : file.name() + "-every-" + step;
  }
}

package io.runboards.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.runboards.build.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** An editor that knows the schema takes good sites and underlines what is wrong in others. */
class SiteSchemaValidationTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(SiteSchema.text(), InputFormat.JSON);

  @Test
  void theShippedSitesFit() throws Exception {
    try (Stream<Path> files = Files.list(Repository.ROOT.resolve("provisioning/sites"))) {
      List<Path> sites = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(sites).hasSizeGreaterThanOrEqualTo(3);
      for (Path site : sites) {
        assertThat(errors(Files.readString(site))).as(site.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: s, cluster: {version: 2.17}}",
        "{name: s, sizes: {pods: '${PODS:-5}', nodes: '7'}}",
        "{name: s, store: {kind: '${KIND}', read: '${URL}'}}",
        "{name: s, tenants: [{name: 1, operator: '${FLAG}', rules: false}]}",
        "{name: s, notifications: {mail: {host: h}}}",
      })
  void whatMayBeWrittenFits(String text) throws Exception {
    assertThat(errors(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{name: s, label: []}",
        "{name: s, labels: a}",
        "{name: s, store: {kind: thanos}}",
        "{name: s, store: {read: ftp://a}}",
        "{name: s, targets: {inference: [{host: a, port: 65536}]}}",
        "{name: s, targets: {inference: [{host: a}]}}",
        "{name: s, tenants: [{name: a, limits: {max_series_per_query: 1}}]}",
        "{name: s, tenants: [{name: a, limits: {ingestion_rate: many}}]}",
        "{name: s, tenants: [{name: a, rules: maybe}]}",
      })
  void whatIsWrongIsSeen(String text) throws Exception {
    assertThat(errors(text)).isNotEmpty();
  }

  private static List<Error> errors(String yaml) throws JsonProcessingException {
    String json = new ObjectMapper().writeValueAsString(new Yaml().<Object>load(yaml));
    return SCHEMA.validate(json, InputFormat.JSON);
  }
}

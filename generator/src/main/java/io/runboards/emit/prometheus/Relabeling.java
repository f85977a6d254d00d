package io.runboards.emit.prometheus;

import io.runboards.emit.YamlWriter;
import java.util.List;

/** A change of labels, in the form that Prometheus takes everywhere. */
sealed interface Relabeling {
  void write(YamlWriter yaml);

  /** Takes away labels whose names fit. */
  record DropLabels(String names) implements Relabeling {
    @Override
    public void write(YamlWriter yaml) {
      yaml.field("action", "labeldrop");
      yaml.field("regex", names);
    }
  }

  /** Takes away series whose names fit. */
  record DropSeries(String names) implements Relabeling {
    @Override
    public void write(YamlWriter yaml) {
      yaml.field("source_labels", List.of("__name__"));
      yaml.field("action", "drop");
      yaml.field("regex", names);
    }
  }

  /** Gives a label the value of another one. */
  record Copy(String from, String to) implements Relabeling {
    @Override
    public void write(YamlWriter yaml) {
      yaml.field("source_labels", List.of(from));
      yaml.field("target_label", to);
    }
  }

  /** Gives a label a value. */
  record Put(String label, String value) implements Relabeling {
    @Override
    public void write(YamlWriter yaml) {
      yaml.field("target_label", label);
      yaml.field("replacement", value);
    }
  }

  static void write(YamlWriter yaml, String name, List<Relabeling> changes) {
    if (!changes.isEmpty()) {
      yaml.objects(name, changes, (item, change) -> change.write(item));
    }
  }
}

package io.runboards.emit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes YAML as it comes, field by field; texts that look like something else are quoted. */
public final class YamlWriter {
  private static final Resolver RESOLVER = new Resolver();

  private final Emitter out;

  private YamlWriter(Emitter out) {
    this.out = out;
  }

  /** A document below a line of comment. */
  public static String document(String comment, Consumer<YamlWriter> fields) {
    StringWriter text = new StringWriter();
    text.write("# " + comment + "\n");
    YamlWriter yaml = new YamlWriter(new Emitter(text, options()));
    yaml.emit(new StreamStartEvent(null, null));
    yaml.emit(new DocumentStartEvent(null, null, false, null, null));
    yaml.mapping(fields);
    yaml.emit(new DocumentEndEvent(null, null, false));
    yaml.emit(new StreamEndEvent(null, null));
    return text.toString();
  }

  private static DumperOptions options() {
    DumperOptions options = new DumperOptions();
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    return options;
  }

  public void field(String name, String value) {
    text(name);
    text(value);
  }

  public void field(String name, boolean value) {
    text(name);
    plain(Boolean.toString(value));
  }

  public void field(String name, int value) {
    text(name);
    plain(Integer.toString(value));
  }

  /** A number with as few digits as say it, and without a point if it is whole. */
  public void field(String name, double value) {
    text(name);
    plain(number(value));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  public void field(String name, List<String> values) {
    text(name);
    sequence(() -> values.forEach(this::text));
  }

  /** A list of short lists of texts, each of which stands on a line. */
  public void lists(String name, List<List<String>> lists) {
    text(name);
    sequence(() -> lists.forEach(this::line));
  }

  private void line(List<String> texts) {
    emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.FLOW));
    texts.forEach(it -> scalar(it, new ImplicitTuple(false, true), ScalarStyle.DOUBLE_QUOTED));
    emit(new SequenceEndEvent(null, null));
  }

  public void object(String name, Consumer<YamlWriter> fields) {
    text(name);
    mapping(fields);
  }

  /** A list with one mapping for each item. */
  public <T> void objects(String name, Iterable<T> items, Item<T> fields) {
    text(name);
    sequence(() -> items.forEach(item -> mapping(yaml -> fields.write(yaml, item))));
  }

  /** Writes the fields of one item. */
  @FunctionalInterface
  public interface Item<T> {
    void write(YamlWriter yaml, T item);
  }

  private void mapping(Consumer<YamlWriter> fields) {
    emit(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    fields.accept(this);
    emit(new MappingEndEvent(null, null));
  }

  private void sequence(Runnable items) {
    emit(new SequenceStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
    items.run();
    emit(new SequenceEndEvent(null, null));
  }

  private void text(String value) {
    boolean isText = RESOLVER.resolve(NodeId.scalar, value, true).equals(Tag.STR);
    ScalarStyle style = value.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
    scalar(value, new ImplicitTuple(isText, true), style);
  }

  private void plain(String value) {
    scalar(value, new ImplicitTuple(true, false), ScalarStyle.PLAIN);
  }

  private void scalar(String value, ImplicitTuple implicit, ScalarStyle style) {
    emit(new ScalarEvent(null, null, implicit, value, null, null, style));
  }

  private void emit(Event event) {
    try {
      out.emit(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

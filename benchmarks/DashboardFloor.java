import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * W(n) as a floor: the same bytes as {@link DashboardBench} writes, from plain trees of Jackson. No
 * class of runboards is used.
 *
 * <p>It reads one finished dashboard and notes once where the names of its cluster and of its two
 * dashboards stand. For each dashboard it then builds a new tree, node by node with its own names,
 * as a program would that has the dashboard written out in code, and writes it with one mapper. It
 * derives nothing and checks nothing.
 *
 * <p>Arguments: the finished dashboard, which must be the first of several, how many dashboards,
 * the folder to write to.
 */
public final class DashboardFloor {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> FIRST = List.of("cluster-0000", "w-0000", "w-0001");

  private DashboardFloor() {}

  /** How a value is built for the names of a cluster, its dashboard and the next one. */
  private sealed interface Plan {
    JsonNode build(String[] names);
  }

  private record Fields(List<String> keys, List<Plan> values) implements Plan {
    @Override
    public ObjectNode build(String[] names) {
      ObjectNode node = NODES.objectNode();
      for (int i = 0; i < keys.size(); i++) {
        node.set(keys.get(i), values.get(i).build(names));
      }
      return node;
    }
  }

  private record Items(List<Plan> items) implements Plan {
    @Override
    public ArrayNode build(String[] names) {
      ArrayNode node = NODES.arrayNode(items.size());
      for (Plan item : items) {
        node.add(item.build(names));
      }
      return node;
    }
  }

  /** Text without a name. */
  private record Text(String text) implements Plan {
    @Override
    public JsonNode build(String[] names) {
      return NODES.textNode(text);
    }
  }

  /** Text with a name between two others, each of which may have one too. */
  private record Named(Plan before, int name, Plan after) implements Plan {
    @Override
    public JsonNode build(String[] names) {
      return NODES.textNode(
          before.build(names).textValue() + names[name] + after.build(names).textValue());
    }
  }

  /** A number, true, false or null: those nodes are shared by all trees. */
  private record Shared(JsonNode node) implements Plan {
    @Override
    public JsonNode build(String[] names) {
      return node;
    }
  }

  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    ObjectWriter writer = mapper.writer(printer()).withRootValueSeparator("");
    Plan plan = plan(mapper.readTree(Files.readString(Path.of(args[0]))));
    int count = Integer.parseInt(args[1]);
    Path folder = Files.createDirectories(Path.of(args[2]));
    for (int i = 0; i < count; i++) {
      String[] names = {name("cluster", i), name("w", i), name("w", (i + 1) % count)};
      String text = writer.writeValueAsString(plan.build(names)) + "\n";
      Files.writeString(folder.resolve(names[1] + ".json"), text);
    }
    System.out.println(count + " dashboards, nothing checked");
  }

  private static String name(String what, int number) {
    return String.format(Locale.ROOT, "%s-%04d", what, number);
  }

  private static Plan plan(JsonNode node) {
    if (node.isObject()) {
      List<String> keys = new ArrayList<>();
      List<Plan> values = new ArrayList<>();
      node.properties()
          .forEach(field -> {
            keys.add(field.getKey());
            values.add(plan(field.getValue()));
          });
      return new Fields(keys, values);
    }
    if (node.isArray()) {
      List<Plan> items = new ArrayList<>();
      node.forEach(item -> items.add(plan(item)));
      return new Items(items);
    }
    return node.isTextual() ? text(node.textValue()) : new Shared(node);
  }

  private static Plan text(String text) {
    for (int i = 0; i < FIRST.size(); i++) {
      int at = text.indexOf(FIRST.get(i));
      if (at >= 0) {
        return new Named(
            text(text.substring(0, at)), i, text(text.substring(at + FIRST.get(i).length())));
      }
    }
    return new Text(text);
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
        .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
  }
}

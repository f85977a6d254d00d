package io.runboards.emit.compose;

import io.runboards.emit.YamlWriter;
import io.runboards.site.Notifications.Channel;
import io.runboards.site.Notifications.Mail;
import io.runboards.site.Site;
import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets of a site, which Compose takes from the environment and gives to services as files.
 *
 * @param folder where the files stand, seen from a service
 * @param messages those of channels and of the mail server
 * @param store that of the store; empty if it has none
 */
record Secrets(String folder, List<String> messages, List<String> store) {
  /** The first password of Grafana's administrator, who is called admin. */
  static final String ADMIN = "GRAFANA_ADMIN_PASSWORD";

  static Secrets of(Site site) {
    Stream<String> channels =
        site.notifications().receivers().stream()
            .flatMap(receiver -> receiver.channels().stream())
            .map(Secrets::secret);
    Stream<String> mail = site.notifications().mail().stream().map(Mail::secret);
    return new Secrets(
        site.notifications().secrets(),
        Stream.concat(channels, mail).filter(it -> !it.isEmpty()).distinct().sorted().toList(),
        Stream.of(site.setup().store().secret()).filter(it -> !it.isEmpty()).toList());
  }

  private static String secret(Channel channel) {
    return switch (channel) {
      case Channel.Slack it -> it.secret();
      case Channel.PagerDuty it -> it.secret();
      case Channel.Webhook it -> it.secret();
      case Channel.Email it -> "";
    };
  }

  /** All that Grafana reads: it asks the store, and can send messages itself. */
  List<String> ofGrafana() {
    return Stream.of(List.of(ADMIN), messages, store)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  String file(String secret) {
    return folder + "/" + secret;
  }

  /** Gives a service some of them. */
  void write(YamlWriter yaml, List<String> some) {
    if (!some.isEmpty()) {
      yaml.objects(
          "secrets",
          some,
          (item, name) -> {
            item.field("source", name);
            item.field("target", file(name));
          });
    }
  }

  /** Where all come from. */
  void declare(YamlWriter yaml) {
    yaml.object(
        "secrets",
        all ->
            ofGrafana()
                .forEach(name -> all.object(name, it -> it.field("environment", name))));
  }
}

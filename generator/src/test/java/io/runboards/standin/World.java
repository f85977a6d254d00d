package io.runboards.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the stand-in remembers. */
final class World {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  final Setup setup;
  final Map<Long, Organisation> organisations = new LinkedHashMap<>();
  final List<Account> accounts = new ArrayList<>();
  private final Map<Sequence, Long> numbers = new LinkedHashMap<>();
  private long seconds;

  /** What is numbered one after the other; folders are dashboards to the database. */
  enum Sequence {
    ORGANISATION,
    ACCOUNT,
    TOKEN,
    DASHBOARD,
    VERSION,
    DATA_SOURCE,
    ELEMENT,
    REVISION
  }

  World(Setup setup) {
    this.setup = setup;
    Organisation main = found("Main Org.");
    accounts.add(Account.administrator(next(Sequence.ACCOUNT), main.id));
  }

  Organisation found(String name) {
    Organisation organisation = new Organisation(next(Sequence.ORGANISATION), name);
    organisations.put(organisation.id, organisation);
    return organisation;
  }

  Optional<Organisation> named(String name) {
    return organisations.values().stream().filter(it -> it.name.equals(name)).findFirst();
  }

  long next(Sequence sequence) {
    return numbers.merge(sequence, 1L, Long::sum);
  }

  /** Somebody does something now. Each time is a second later than the one before. */
  Touch touch(Asker asker) {
    return new Touch(asker.id(), asker.login(), BEGIN.plusSeconds(++seconds));
  }

  /** Whoever reads the provisioning files. */
  Touch touchOfFiles() {
    return new Touch(-1, "Anonymous", BEGIN.plusSeconds(++seconds));
  }
}

package io.runboards.site;

import java.util.List;
import java.util.Optional;

/** Where site files lie side by side, so that one can extend another. */
public interface SiteFolder {
  /** A folder without any. */
  SiteFolder EMPTY =
      new SiteFolder() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public Optional<String> text(String name) {
          return Optional.empty();
        }
      };

  /** The sites of this folder. */
  List<String> names();

  /** The text of the file of a site; empty if there is none. */
  Optional<String> text(String name);
}

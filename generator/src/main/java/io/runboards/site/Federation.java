package io.runboards.site;

import java.util.List;

/**
 * Tenants whose series are read together.
 *
 * @param name its name
 * @param owner the tenant whose ruler evaluates the rules about it, and to whom the results belong
 * @param members the tenants whose series are read
 */
public record Federation(String name, String owner, List<String> members) {
  public Federation {
    members = List.copyOf(members);
  }
}

package io.runboards.deploy;

import java.util.List;

/**
 * All that is there in an organisation.
 *
 * @param things what is there
 * @param uniqueTitles whether the server refuses two dashboards of one title in a folder
 */
public record Found(List<Live> things, boolean uniqueTitles) {
  public Found {
    things = things.stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
  }
}

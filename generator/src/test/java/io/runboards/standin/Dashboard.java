package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard with its history.
 *
 * @param notes what the resource API keeps about it
 */
record Dashboard(
    long id, String uid, String folder, boolean provisioned, Fields notes, List<Version> versions) {

  /** A state that it was in. */
  record Version(long id, long number, String message, Fields data, Touch touch) {}

  Dashboard {
    versions = List.copyOf(versions);
  }

  Version now() {
    return versions.getLast();
  }

  Version first() {
    return versions.getFirst();
  }

  String title() {
    return now().data().textAt("title");
  }

  Stream<String> tags() {
    return now().data().itemsAt("tags").flatMap(tag -> tag.text().stream());
  }

  String url() {
    return "/d/" + uid + "/" + Uids.slug(title());
  }

  /** All its panels, also those in closed rows. */
  Stream<JsonValue> panels() {
    return now()
        .data()
        .itemsAt("panels")
        .flatMap(panel -> Stream.concat(Stream.of(panel), panel.itemsAt("panels")));
  }

  boolean uses(String element) {
    return panels().anyMatch(panel -> panel.at("libraryPanel").textAt("uid").equals(element));
  }

  Dashboard noted(Fields remarks) {
    return new Dashboard(id, uid, folder, provisioned, remarks, versions);
  }

  Dashboard saved(String place, Fields remarks, Version version) {
    return new Dashboard(
        id,
        uid,
        place,
        provisioned,
        remarks,
        Stream.concat(versions.stream(), Stream.of(version)).toList());
  }
}

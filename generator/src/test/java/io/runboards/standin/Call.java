package io.runboards.standin;

import io.runboards.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, as a resource sees it.
 *
 * @param method its method
 * @param path the parts of its path after the name of the resource
 * @param query its parameters
 * @param body its body
 * @param asker who asks
 */
record Call(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    JsonValue body,
    Asker asker) {

  /** The method and how many parts of the path there are: what resources tell calls apart by. */
  String shape() {
    return method + " " + path.size();
  }

  Organisation organisation() {
    return asker.organisation();
  }

  List<String> all(String parameter) {
    return query.getOrDefault(parameter, List.of());
  }

  Optional<String> one(String parameter) {
    return all(parameter).stream().findFirst();
  }

  long number(String parameter, long otherwise) {
    return one(parameter).map(Long::parseLong).orElse(otherwise);
  }

  /** The part of a list that is asked for. */
  <T> List<T> page(List<T> all, String limit, long usual) {
    long size = number(limit, usual);
    return all.stream().skip((number("page", 1) - 1) * size).limit(size).toList();
  }
}

package io.runboards.catalog;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Collects the constants of a table, so that none can be forgotten. */
final class Constants {
  private Constants() {}

  static <T> List<T> of(Class<?> table, Class<T> type) {
    List<T> constants = new ArrayList<>();
    for (Field field : table.getDeclaredFields()) {
      if (field.getType() == type && Modifier.isPublic(field.getModifiers())) {
        try {
          constants.add(type.cast(field.get(null)));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("the table " + table.getName() + " must be public", e);
        }
      }
    }
    return constants;
  }
}

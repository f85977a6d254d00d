package io.runboards.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The one mapper that everything shares. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** How many zeros of a number are written out: a hostile exponent would fill the memory. */
  static final int MOST_ZEROS = 1000;

  private Json() {}
}

package io.runboards.verify.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers can be sent, and what they say is not shown. */
class HeadersTest {
  @Test
  void aHeaderReplacesOneOfTheSameNameHoweverItIsWritten() {
    assertThat(Headers.ofTenant("a").with("x-scope-orgid", "b").with("Other", "c").values())
        .isEqualTo(Map.of("x-scope-orgid", "b", "Other", "c"));
  }

  @Test
  void nobodyReadsAValue() {
    Headers headers = Headers.ofTenant("team").with("Api-Key", "hush-hush");
    assertThat(headers).hasToString("[Api-Key, X-Scope-OrgID]");
    assertThatThrownBy(() -> headers.with("Api-Key", "hush\nhush"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the header Api-Key holds a line break or another odd character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "ü", "a\n"})
  void aNameThatCannotBeSentIsRefused(String name) {
    assertThatThrownBy(() -> Headers.NONE.with(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'%s' cannot be the name of a header", name);
  }
}

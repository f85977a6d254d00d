package io.runboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A form arrives as it was filled in. */
class FormTest {
  @Test
  void fieldsKeepTheirOrderAndMayComeTwice() {
    Form form = Form.EMPTY.with("b", "1").with("a", "x&y=z +ü").with("match[]", "").with("b", "2");
    assertThat(form.query()).isEqualTo("b=1&a=x%26y%3Dz%20%2B%C3%BC&match%5B%5D=&b=2");
    assertThat(form.body().type()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(new String(form.body().content(), StandardCharsets.US_ASCII))
        .isEqualTo(form.query());
  }

  @Test
  void aFormThatIsFilledInFurtherStaysAsItWas() {
    Form one = Form.EMPTY.with("a", "1");
    one.with("b", "2");
    assertThat(one.query()).isEqualTo("a=1");
    assertThat(Form.EMPTY.query()).isEmpty();
  }
}

package dev.libra.service.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.libra.service.problem.ProblemDetail.FieldError;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ProblemDetailTest {

  @Property
  void whateverItSaysIsWellFormedJson(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String code,
      @ForAll String title,
      @ForAll @IntRange(min = 400, max = 599) int status,
      @ForAll @StringLength(min = 1) String detail,
      @ForAll String field) {
    JsonObject json =
        parse(new ProblemDetail(code, title, status, detail, List.of(new FieldError(field, "no"))));
    assertThat(json.getString("type")).isEqualTo("urn:libra:problem:" + code);
    assertThat(json.getString("title")).isEqualTo(title);
    assertThat(json.getInt("status")).isEqualTo(status);
    assertThat(json.getString("detail")).isEqualTo(detail);
    assertThat(json.getJsonArray("errors").getJsonObject(0).getString("field")).isEqualTo(field);
  }

  @Test
  void leavesOutWhatItDoesntKnow() {
    JsonObject json = parse(ProblemDetail.of("gone", "Gone", 410, null));
    assertThat(json.keySet()).containsExactly("type", "title", "status");
  }

  @Test
  void refusesAStatusThatIsNoError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProblemDetail.of("fine", "Fine", 200, ""))
        .withMessage("status must be within 400-599, was: 200");
  }

  private static JsonObject parse(ProblemDetail problem) {
    try (var reader = Json.createReader(new StringReader(problem.toJson()))) {
      return reader.readObject();
    }
  }
}

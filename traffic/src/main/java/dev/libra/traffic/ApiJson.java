package dev.libra.traffic;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.libra.load.RunRequest;
import dev.libra.load.RunStatus.State;
import dev.libra.traffic.chaos.ChaosPlan;
import dev.libra.traffic.run.Order;
import java.io.IOException;
import java.util.Locale;

/** The bodies of the control API. */
final class ApiJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(State.class, new LowerCase()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ApiJson() {}

  /** As sent: what is missing has a default. */
  private record Wanted(
      String scenario,
      String service,
      Double rateScale,
      Double timeScale,
      Double durationS,
      Long seed,
      String target,
      String chaos) {

    Order order() {
      ChaosPlan plan = chaos == null ? ChaosPlan.NONE : ChaosPlan.parse(chaos);
      return new Order(request(), seed == null ? 1 : seed, target, plan);
    }

    private RunRequest request() {
      return new RunRequest(
          scenario,
          service,
          rateScale == null ? 1 : rateScale,
          timeScale == null ? 1 : timeScale,
          durationS);
    }
  }

  static byte[] bytes(Object body) throws IOException {
    return JSON.writeValueAsBytes(body);
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the body
   */
  static Order order(byte[] body) throws IOException {
    try {
      Wanted wanted = JSON.readValue(body, Wanted.class);
      if (wanted == null) {
        throw new IllegalArgumentException("the body must be a JSON object");
      }
      return wanted.order();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body is not a run: " + e.getOriginalMessage(), e);
    }
  }

  /** Enums go out in lower case, as everywhere on the wire. */
  private static final class LowerCase extends StdSerializer<State> {
    private static final long serialVersionUID = 1L;

    LowerCase() {
      super(State.class);
    }

    @Override
    public void serialize(State state, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(state.name().toLowerCase(Locale.ROOT));
    }
  }
}

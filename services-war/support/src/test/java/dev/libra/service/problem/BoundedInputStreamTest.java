package dev.libra.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoundedInputStreamTest {

  @Property
  void readsAllOfABodyThatIsSmallEnough(@ForAll @IntRange(max = 300) int length)
      throws IOException {
    byte[] body = new byte[length];
    assertThat(new BoundedInputStream(new ByteArrayInputStream(body), 300).readAllBytes())
        .isEqualTo(body);
  }

  @Test
  void findsNoRefusalInAnotherFailure() {
    assertThat(BoundedInputStream.findTooLarge(new ProcessingException("malformed"))).isEmpty();
  }
}

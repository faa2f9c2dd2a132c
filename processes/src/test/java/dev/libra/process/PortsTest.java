package dev.libra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void passesOverAPortInUse() throws IOException {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = used.getLocalPort();
      assertThat(Ports.isFree(port)).isFalse();
      assertThat(new Ports(port, port).firstFree(p -> false)).isEmpty();
    }
  }

  @Test
  void passesOverAReservedPort() {
    int port = new Ports(18_700, 18_799).firstFree(p -> p < 18_750).orElseThrow();
    assertThat(port).isGreaterThanOrEqualTo(18_750);
  }

  @Test
  void readsARange() {
    assertThat(Ports.parse("9200-9399")).isEqualTo(new Ports(9200, 9399));
    assertThat(Ports.parse("9200")).isEqualTo(new Ports(9200, 9200));
  }

  @Test
  void namesAnImpossibleRange() {
    assertThatThrownBy(() -> Ports.parse("9399-9200")).hasMessageContaining("9399-9200");
    assertThatThrownBy(() -> Ports.parse("many")).hasMessageContaining("many");
  }
}

package dev.libra.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.fleet.UpstreamList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamPollerTest {
  private static final String LIST_7 =
      "{\"version\":7,\"services\":{\"search\":[{\"replica\":\"search-1\","
          + "\"url\":\"http://127.0.0.1:9201\",\"state\":\"ready\",\"concurrency\":8}]}}";

  private final RealControl control = new RealControl(0);
  private final List<UpstreamList> routed = new ArrayList<>();
  @TempDir private Path home;
  private Path file;
  private UpstreamPoller poller;

  @BeforeEach
  void makePoller() {
    file = home.resolve("cache/upstreams.json");
    poller = poller();
  }

  private UpstreamPoller poller() {
    return new UpstreamPoller(
        new ControlClient(control.url(), RealControl.TOKEN), new UpstreamCache(file), routed::add);
  }

  @AfterEach
  void stop() {
    control.close();
  }

  @Test
  void aNewListIsRoutedOnceAndKeptOnDisk() throws Exception {
    control.list(LIST_7);
    poller.poll();
    poller.poll();

    assertThat(routed).hasSize(1);
    assertThat(poller.version()).isEqualTo(7);
    assertThat(file).hasContent(LIST_7);
  }

  @Test
  void theLastListStaysWhileControlDoesNotKnowItsFleet() throws Exception {
    control.list(LIST_7);
    poller.poll();
    control.listStatus(503);
    poller.poll();
    assertThat(poller.version()).isEqualTo(7);
  }

  @Test
  void theLastListStaysWhileControlIsAway() throws Exception {
    control.list(LIST_7);
    poller.poll();
    control.close();
    poller.poll();
    assertThat(poller.version()).isEqualTo(7);
  }

  @Test
  void aMalformedListIsRejectedWhole() throws Exception {
    control.list(LIST_7);
    poller.poll();
    control.list(LIST_7.replace("\"version\":7", "\"version\":8").replace("\"ready\"", "\"?\""));
    poller.poll();

    assertThat(routed).hasSize(1);
    assertThat(poller.version()).isEqualTo(7);
    assertThat(file).hasContent(LIST_7);
  }

  @Test
  void aGatewayStartedAnewBeginsWithTheListOnDisk() throws Exception {
    control.list(LIST_7);
    poller.poll();
    control.close();

    UpstreamPoller next = poller();
    next.restore();
    next.poll();
    assertThat(next.version()).isEqualTo(7);
    assertThat(routed).hasSize(2);
  }

  @Test
  void aBrokenFileIsIgnored() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"version\":");
    poller.restore();
    assertThat(poller.current()).isEmpty();
    assertThat(poller.version()).isZero();
  }
}

package dev.libra.gateway.proxy.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.libra.gateway.proxy.Headers;
import dev.libra.gateway.proxy.RequestHead;
import dev.libra.gateway.proxy.ResponseHead;
import dev.libra.gateway.proxy.Tunnel;
import dev.libra.gateway.proxy.UpstreamClient.Call;
import dev.libra.gateway.proxy.UpstreamClient.Listener;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VertxUpstreamClientTest {
  private static final URI REPLICA = URI.create("http://127.0.0.1:1");

  @Test
  void aRequestThatCanNotBeBegunIsUnreachableAndCanBeCancelled() {
    VertxLoops loops = new VertxLoops(1);
    VertxUpstreamClient client = new VertxUpstreamClient(loops.all().get(0), Duration.ofSeconds(1));
    client.close();
    loops.close();
    Heard heard = new Heard();
    Call call =
        client.send(
            REPLICA,
            new RequestHead("GET", "/a", new Headers(), "127.0.0.1", "host"),
            new Headers(),
            null,
            heard);
    assertThat(heard.unreachable).isNotNull();
    call.cancel();
  }

  private static final class Heard implements Listener {
    private Throwable unreachable;

    @Override
    public void unreachable(Throwable cause) {
      unreachable = cause;
    }

    @Override
    public void sent() {}

    @Override
    public void bodyFailed(Throwable cause) {}

    @Override
    public void head(ResponseHead head) {}

    @Override
    public void switched(ResponseHead head, Tunnel replica) {}

    @Override
    public void piece(byte[] bytes) {}

    @Override
    public void end() {}

    @Override
    public void lost(Throwable cause) {}
  }
}

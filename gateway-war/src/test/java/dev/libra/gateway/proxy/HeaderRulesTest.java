package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HeaderRulesTest {
  private final HeaderRules rules = new HeaderRules(Set.of("10.0.0.1"));

  @Test
  void hopByHopFieldsEndAtTheGateway() {
    Headers out =
        rules.toReplica(
            from(
                "192.0.2.7",
                new Headers()
                    .add("Connection", "keep-alive, X-Hop")
                    .add("Keep-Alive", "timeout=5")
                    .add("x-hop", "1")
                    .add("TE", "trailers")
                    .add("Transfer-Encoding", "chunked")
                    .add("Upgrade", "h2c")
                    .add("Proxy-Authorization", "Basic eDp5")
                    .add("Expect", "100-continue")
                    .add("Content-Length", "7")
                    .add("Accept", "text/plain")));

    for (String gone :
        new String[] {
          "Connection",
          "Keep-Alive",
          "X-Hop",
          "TE",
          "Transfer-Encoding",
          "Upgrade",
          "Proxy-Authorization",
          "Expect",
          "Content-Length"
        }) {
      assertThat(out.has(gone)).as(gone).isFalse();
    }
    assertThat(out.first("accept")).isEqualTo("text/plain");
  }

  @Test
  void aClientsForwardingFieldsAreNotBelieved() {
    Headers out =
        rules.toReplica(
            from(
                "192.0.2.7",
                new Headers()
                    .add("X-Forwarded-For", "6.6.6.6")
                    .add("X-Forwarded-Proto", "https")
                    .add("X-Forwarded-Prefix", "/evil")
                    .add("Forwarded", "for=6.6.6.6")));

    assertThat(out.all("X-Forwarded-For")).containsExactly("192.0.2.7");
    assertThat(out.all("X-Forwarded-Proto")).containsExactly("http");
    assertThat(out.all("X-Forwarded-Host")).containsExactly("shop.example:8080");
    assertThat(out.has("X-Forwarded-Prefix")).isFalse();
    assertThat(out.all("Forwarded"))
        .containsExactly("for=192.0.2.7;host=\"shop.example:8080\";proto=http");
  }

  @Test
  void aTrustedProxysFieldsAreAddedTo() {
    Headers out =
        rules.toReplica(
            from(
                "10.0.0.1",
                new Headers()
                    .add("X-Forwarded-For", "192.0.2.7")
                    .add("X-Forwarded-Proto", "https")
                    .add("Forwarded", "for=192.0.2.7;proto=https")));

    assertThat(out.all("X-Forwarded-For")).containsExactly("192.0.2.7, 10.0.0.1");
    assertThat(out.all("X-Forwarded-Proto")).containsExactly("https");
    assertThat(out.first("Forwarded")).startsWith("for=192.0.2.7;proto=https, for=10.0.0.1;");
  }

  @Test
  void anIpv6PeerIsQuotedInForwarded() {
    Headers out = rules.toReplica(from("2001:db8::1", new Headers()));
    assertThat(out.first("Forwarded")).startsWith("for=\"[2001:db8::1]\";");
    assertThat(out.first("X-Forwarded-For")).isEqualTo("2001:db8::1");
  }

  @Test
  void theGatewayAddsItselfToVia() {
    Headers out = rules.toReplica(from("192.0.2.7", new Headers().add("Via", "1.0 edge")));
    assertThat(out.all("Via")).containsExactly("1.0 edge, 1.1 libra");
  }

  @Test
  void theHostStays() {
    assertThat(rules.toReplica(from("192.0.2.7", new Headers())).all("Host"))
        .containsExactly("shop.example:8080");
  }

  @Test
  void anAnswersEndToEndFieldsPass() {
    Headers in =
        new Headers()
            .add("Set-Cookie", "a=1")
            .add("Set-Cookie", "b=2")
            .add("Connection", "close, X-Hop")
            .add("X-Hop", "1")
            .add("Transfer-Encoding", "chunked")
            .add("Content-Length", "5");
    Headers out = rules.toClient(new ResponseHead(200, in)).headers();
    assertThat(out.all("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(out.has("X-Hop")).isFalse();
    assertThat(out.has("Connection")).isFalse();
    assertThat(out.has("Transfer-Encoding")).isFalse();
    assertThat(new ResponseHead(200, out).contentLength()).isEqualTo(5);
  }

  @Test
  void onlyTheWishForAWebSocketPasses() {
    Headers wish = new Headers().add("Connection", "Upgrade").add("Upgrade", "websocket");
    Headers passed = rules.toReplica(from("192.0.2.7", wish));
    assertThat(passed.all("Upgrade")).containsExactly("websocket");
    assertThat(passed.all("Connection")).containsExactly("Upgrade");
    Headers h2c = new Headers().add("Connection", "Upgrade").add("Upgrade", "h2c");
    assertThat(rules.toReplica(from("192.0.2.7", h2c)).has("Upgrade")).isFalse();
    Headers noOption = new Headers().add("Upgrade", "websocket");
    assertThat(rules.toReplica(from("192.0.2.7", noOption)).has("Upgrade")).isFalse();
  }

  private static RequestHead from(String peer, Headers headers) {
    return new RequestHead("GET", "/search/products", headers, peer, "shop.example:8080");
  }
}

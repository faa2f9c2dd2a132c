package dev.libra.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrkTest {
  @Test
  void aReportIsUnderstood() {
    Wrk.Result result =
        Wrk.parse(
            """
            Running 4s test @ http://127.0.0.1:1/x
              1 threads and 64 connections
              Latency Distribution
                 50%  812.00us
                 75%    1.10ms
                 90%    2.50ms
                 99%    1.02s
              54321 requests in 4.00s, 9.99MB read
              Socket errors: connect 0, read 2, write 0, timeout 1
              Non-2xx or 3xx responses: 17
            Requests/sec:  13580.25
            Transfer/sec:      2.50MB
            """);

    assertThat(result.rate()).isEqualTo(13580.25);
    assertThat(result.p50Ms()).isEqualTo(0.812);
    assertThat(result.p99Ms()).isEqualTo(1020);
    assertThat(result.errors()).isEqualTo("17 connect 0, read 2, write 0, timeout 1");
  }

  @Test
  void withoutErrorsNoneAreNamed() {
    assertThat(Wrk.parse("Requests/sec: 1.0").errors()).isEmpty();
  }
}

package dev.libra.actuation.process;

import dev.libra.fleet.ServiceSpec;
import java.net.URI;

/** A replica that is about to be started. */
record ReplicaPlan(String id, ServiceSpec service, int port) {
  static final String ROLE = "replica";

  URI url() {
    return url(port);
  }

  static URI url(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}

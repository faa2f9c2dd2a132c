package dev.libra.cli;

/**
 * Where the processes listen.
 *
 * @param host the address that dashboard and gateway are bound to; all else stays on loopback
 * @param management the gateway's health and metrics
 */
record Addresses(String host, int control, int gateway, int management, int store, int traffic) {
  private static final String LOOPBACK = "127.0.0.1";

  static Addresses from(Settings settings, String host) {
    return new Addresses(
        host == null ? settings.text("libra.http.host", LOOPBACK) : host,
        settings.port("libra.control.port", 9080),
        settings.port("libra.gateway.port", 8080),
        settings.port("libra.gateway.management-port", 8081),
        settings.port("libra.store.port", 27117),
        settings.port("libra.traffic.port", 9070));
  }

  String controlUrl() {
    return local(control);
  }

  String gatewayUrl() {
    return local(gateway);
  }

  String managementUrl() {
    return local(management);
  }

  String trafficUrl() {
    return local(traffic);
  }

  /** The address to give to people. */
  String shown(int port) {
    boolean all = host.equals("0.0.0.0") || host.equals("::");
    return "http://" + (all ? "localhost" : host) + ":" + port;
  }

  private static String local(int port) {
    return "http://" + LOOPBACK + ":" + port;
  }
}

package dev.libra.fleet;

import java.util.Optional;

/** Where gateways learn which replicas they may route to. */
public interface Upstreams {

  /** The list as of now, or empty while the fleet is not known yet: keep the last one then. */
  Optional<UpstreamList> current();

  /** Notes that a gateway routes by this version of the list from now on. */
  void acknowledge(String gateway, long version);
}

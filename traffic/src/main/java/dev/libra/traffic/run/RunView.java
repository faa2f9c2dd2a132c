package dev.libra.traffic.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.libra.load.RunStatus;

/**
 * A run as the control API shows it.
 *
 * @param invalid so far, fewer than 99 % of the requests were sent in time
 * @param directory where its files are, or null
 * @param report where its page can be fetched once it has ended, or null
 */
public record RunView(
    @JsonUnwrapped RunStatus status,
    @JsonProperty("void") boolean invalid,
    long intended,
    long sent,
    int inFlight,
    String directory,
    String report) {}

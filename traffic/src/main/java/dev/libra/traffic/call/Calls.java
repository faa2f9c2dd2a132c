package dev.libra.traffic.call;

/** Says what to send next. */
@FunctionalInterface
public interface Calls {

  /** The call to send at so many seconds after the start; calls are asked for in order of time. */
  Call next(double seconds);
}

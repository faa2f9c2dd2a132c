package dev.libra.control.learned;

import dev.libra.control.PolicyExchange;
import dev.libra.control.ServicePolicies;
import dev.libra.policy.Policy;
import dev.libra.policy.PolicyReader;
import dev.libra.policy.fallback.UnavailablePolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts learned policies into their places. Artifacts are read in a thread of their own, since the
 * first one loads Deeplearning4j: no tick waits for that, the fallback rule decides meanwhile.
 */
public final class LearnedPolicies implements PolicyExchange, AutoCloseable {
  /** What policies are called whose artifact isn't there. */
  public static final String NAME = "learned";

  private static final Logger LOG = System.getLogger(LearnedPolicies.class.getName());

  private final LearnedSettings settings;
  private final ArtifactFolder folder;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final Map<Path, Supplier<Policy>> readAtStart = new HashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(LearnedPolicies::readerThread);
  private LearningLibraries libraries;
  private PolicyReader reader;

  private record Place(ServicePolicies policies, boolean learned) {
    Consumer<Policy> of(Role role) {
      return role == Role.ACTIVE ? policies::activate : policies::listenTo;
    }
  }

  public LearnedPolicies(LearnedSettings settings) {
    this.settings = settings;
    this.folder = new ArtifactFolder(settings.folder());
  }

  /**
   * Fills a service's places, later, with what was configured.
   *
   * @param learned whether a learned policy is to decide about it
   */
  public void serve(String service, ServicePolicies policies, boolean learned) {
    Place place = new Place(policies, learned);
    places.put(service, place);
    if (learned) {
      readLater(service, settings.artifact(), place.of(Role.ACTIVE));
    }
    if (settings.candidate() != null) {
      readLater(service, settings.candidate(), place.of(Role.CANDIDATE));
    }
  }

  @Override
  public void load(String service, Role role, String artifact) {
    Place place = places.get(service);
    if (place == null) {
      throw new IllegalArgumentException(
          "service must be one of " + places.keySet() + ", was: " + service);
    }
    if (role == Role.ACTIVE && !place.learned()) {
      throw new IllegalArgumentException(
          "the policy of "
              + service
              + " is a rule: set libra.service."
              + service
              + ".policy=learned, or load the artifact as a candidate");
    }
    Path file = folder.file(artifact);
    await(() -> place.of(role).accept(read(file).get()));
    LOG.log(Level.INFO, "{0} is {1} of {2} now", file, role, service);
  }

  @Override
  public void close() {
    thread.execute(this::unload);
    thread.shutdown();
  }

  private void readLater(String service, Path file, Consumer<Policy> place) {
    place.accept(new UnavailablePolicy(NAME, "policy artifact " + file + " is being read"));
    thread.execute(
        () -> {
          try {
            place.accept(readAtStart.computeIfAbsent(file, this::read).get());
          } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // The last: how native memory says that it is used up.
            LOG.log(Level.ERROR, "No learned policy for " + service + " from " + file, e);
            place.accept(new UnavailablePolicy(NAME, reason(file, e)));
          }
        });
  }

  /** In the reading thread only, as what it uses. */
  private Supplier<Policy> read(Path file) {
    if (reader == null) {
      libraries = new LearningLibraries(settings.libraries());
      reader = libraries.reader();
    }
    return reader.read(file, settings.limits());
  }

  private void unload() {
    if (libraries != null) {
      libraries.close();
    }
  }

  private void await(Runnable work) {
    try {
      thread.submit(work).get();
    } catch (ExecutionException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading an artifact", e);
    }
  }

  /** An artifact's own exceptions name the file already. */
  private static String reason(Path file, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains(file.toString())
        ? message
        : "policy artifact " + file + " can't be used: " + message;
  }

  private static Thread readerThread(Runnable work) {
    Thread thread = new Thread(work, "libra-artifacts");
    thread.setDaemon(true);
    return thread;
  }
}

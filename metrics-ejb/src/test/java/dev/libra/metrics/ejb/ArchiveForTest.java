package dev.libra.metrics.ejb;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the EAR of an in-container test, and the store it writes to: that one runs in here. */
final class ArchiveForTest {

  private ArchiveForTest() {}

  static EnterpriseArchive of(Class<?> test) {
    EnterpriseArchive ear = ShrinkWrap.create(EnterpriseArchive.class, "metrics.ear");
    for (File library : files("libra.it.libraries")) {
      ear.addAsLibrary(library);
    }
    return ear.addAsLibrary(beans()).addAsModule(ejb()).addAsModule(war(test));
  }

  private static JavaArchive beans() {
    return ShrinkWrap.create(JavaArchive.class, "test-beans.jar")
        .addClass(FleetForTest.class)
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsManifestResource(new StringAsset(configuration()), "microprofile-config.properties");
  }

  private static JavaArchive ejb() {
    return ShrinkWrap.createFromZipFile(
        JavaArchive.class, new File(System.getProperty("libra.it.ejb")));
  }

  private static WebArchive war(Class<?> test) {
    return ShrinkWrap.create(WebArchive.class, "test.war")
        .addClass(test)
        .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class))
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static String configuration() {
    MongoServer store = new MongoServer(H2Backend.inMemory());
    Runtime.getRuntime().addShutdownHook(new Thread(store::shutdownNow));
    return "libra.mongodb.uri=mongodb://127.0.0.1:%d\nlibra.home=%s\n"
        .formatted(store.bind().getPort(), home());
  }

  private static String home() {
    try {
      return Files.createTempDirectory(
              new File(System.getProperty("libra.it.tmp")).toPath(), "home")
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static File[] files(String property) {
    return Objects.requireNonNull(new File(System.getProperty(property)).listFiles(), property);
  }
}

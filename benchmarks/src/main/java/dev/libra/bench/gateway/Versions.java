package dev.libra.bench.gateway;

import dev.libra.bench.traffic.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;

/** The machine, and the versions of what is measured on it. */
final class Versions {
  private static final String SCG = "BOOT-INF/lib/spring-cloud-gateway-server-";

  private Versions() {}

  static Map<String, String> of(BenchPlace place) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>(Machine.describe());
    Path liberty = place.home().root().resolve("runtime/libra-unpacked");
    versions.put("Open Liberty", Files.exists(liberty) ? Files.readString(liberty) : "unknown");
    versions.put("nginx", nginx());
    versions.put("Spring Cloud Gateway", springCloudGateway(place.springCloudGateway()));
    return versions;
  }

  private static String springCloudGateway(Path jar) throws IOException {
    if (Files.notExists(jar)) {
      return "not built";
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(SCG))
          .map(name -> name.substring(SCG.length()).replace(".jar", ""))
          .findFirst()
          .orElse("unknown");
    }
  }

  private static String nginx() {
    try {
      Process process = new ProcessBuilder("nginx", "-v").redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").replaceAll(".*nginx/", "");
    } catch (IOException e) {
      return "not installed";
    }
  }
}

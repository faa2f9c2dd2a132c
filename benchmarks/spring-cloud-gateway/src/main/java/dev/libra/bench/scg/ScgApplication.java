package dev.libra.bench.scg;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway with one route, as its documentation sets it up. */
@SpringBootApplication
public class ScgApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ScgApplication.class, arguments);
  }
}

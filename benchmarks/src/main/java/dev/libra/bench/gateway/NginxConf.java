package dev.libra.bench.gateway;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** nginx as its documentation sets up a proxy with kept connections. */
final class NginxConf {
  private NginxConf() {}

  static String text(Path directory, int port, int... upstreamPorts) {
    String servers =
        Arrays.stream(upstreamPorts)
            .mapToObj(p -> "    server 127.0.0.1:" + p + ";\n")
            .collect(Collectors.joining());
    return """
    daemon off;
    worker_processes 1;
    pid %1$s/nginx.pid;
    error_log stderr warn;
    events { worker_connections 4096; }
    http {
      access_log off;
      keepalive_requests 100000000;
      client_body_temp_path %1$s/nginx-body;
      proxy_temp_path %1$s/nginx-proxy;
      fastcgi_temp_path %1$s/nginx-fastcgi;
      uwsgi_temp_path %1$s/nginx-uwsgi;
      scgi_temp_path %1$s/nginx-scgi;
      upstream bench {
        least_conn;
    %3$s    keepalive 256;
        keepalive_requests 100000000;
      }
      server {
        listen 127.0.0.1:%2$d;
        location / {
          proxy_pass http://bench;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $host;
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        }
      }
    }
    """
        .formatted(directory, port, servers);
  }
}

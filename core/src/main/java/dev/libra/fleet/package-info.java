/** What runs: services, their replicas and the list of upstreams that gateways route by. */
package dev.libra.fleet;

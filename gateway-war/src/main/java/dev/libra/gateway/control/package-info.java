/** What the gateway hears from control and tells it. */
package dev.libra.gateway.control;

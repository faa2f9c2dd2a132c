/** Takes clients' requests as an asynchronous servlet. */
package dev.libra.gateway.proxy.servlet;

/** One line for each request, written off the data path. */
package dev.libra.gateway.accesslog;

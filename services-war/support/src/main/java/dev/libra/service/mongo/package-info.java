/** MongoDB for the services that keep something. */
package dev.libra.service.mongo;

/** Libra's domain and its ports: plain Java, no technology. */
package dev.libra;

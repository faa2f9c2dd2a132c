/** Sends requests at their intended times and measures the answers. */
package dev.libra.traffic.engine;

/** How many requests per second, when. */
package dev.libra.traffic.rate;

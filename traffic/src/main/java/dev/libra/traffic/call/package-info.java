/** Which calls are made, and by whom. */
package dev.libra.traffic.call;

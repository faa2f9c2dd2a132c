/** Policy artifacts as policies of the running loop. */
package dev.libra.control.learned;

/** Nothing is lost while a store is away: what can't be written waits in a file. */
package dev.libra.spool;

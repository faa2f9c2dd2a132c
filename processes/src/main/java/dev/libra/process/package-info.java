/** The local processes of one installation: how they are started, recorded, found and stopped. */
package dev.libra.process;

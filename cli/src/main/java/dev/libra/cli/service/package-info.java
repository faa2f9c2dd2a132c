/** Options that say what a service is like. */
package dev.libra.cli.service;

/** What the adapters of MongoDB share. */
package dev.libra.mongo;

/** The service search: finds products of the catalogue by the words people type. */
package dev.libra.search;

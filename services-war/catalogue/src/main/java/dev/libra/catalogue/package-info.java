/**
 * The shop that search and recommendation work on: products and baskets made from a seed, so that
 * nothing has to be shipped or stored and every replica sees the same.
 */
package dev.libra.catalogue;

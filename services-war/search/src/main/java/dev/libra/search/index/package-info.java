/** Lucene, and nothing else knows it. */
package dev.libra.search.index;

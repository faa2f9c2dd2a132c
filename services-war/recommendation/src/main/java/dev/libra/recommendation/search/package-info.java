/** What recommendation asks the service search. */
package dev.libra.recommendation.search;

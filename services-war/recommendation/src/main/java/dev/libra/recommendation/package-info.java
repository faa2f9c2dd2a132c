/** The service recommendation: what customers bought together with a product. */
package dev.libra.recommendation;

/** What a finished policy expects of the parts of its reward. */
package dev.libra.learning.decomposition;

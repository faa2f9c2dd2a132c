/** Users in MongoDB. */
package dev.libra.auth.mongo;

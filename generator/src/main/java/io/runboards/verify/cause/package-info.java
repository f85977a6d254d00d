/**
 * Why a query shows nothing: which of its parts is the first that is empty, and what is missing.
 */
package io.runboards.verify.cause;

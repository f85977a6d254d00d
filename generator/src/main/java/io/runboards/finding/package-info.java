/**
 * The one type for everything that is wrong anywhere: in a query, a dashboard, a site file or on a
 * server.
 *
 * <p>A {@link io.runboards.finding.Finding} says what is wrong, where, and what to do about it. A
 * {@link io.runboards.finding.Place} points at characters of a named source; its offsets count code
 * points, so that a caret stands under the right character whatever the text contains.
 */
package io.runboards.finding;

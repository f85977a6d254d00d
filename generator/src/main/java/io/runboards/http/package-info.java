/**
 * Requests to servers, each sent once, with an answer of bounded size within a bounded time.
 *
 * <p>{@link io.runboards.http.Http} talks to one {@link io.runboards.http.Server}. A request that
 * gets no usable answer is {@link io.runboards.http.Unanswered}, which tells whether it may have
 * had an effect. Whether to ask again is for others to decide.
 */
package io.runboards.http;

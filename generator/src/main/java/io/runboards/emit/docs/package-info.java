/**
 * Pages for people, in Markdown.
 *
 * <p>A page is a FreeMarker template beside its class in the resources, filled with records. Texts
 * are escaped by themselves: what stands in a dashboard cannot break a table or a list.
 */
package io.runboards.emit.docs;

/**
 * What a proof is told as on one page of HTML, with a plot of what each panel shows.
 *
 * <p>{@link io.runboards.verify.report.html.HtmlReport} puts the page together. Each part of it is
 * a class that knows what it says; {@link io.runboards.verify.report.html.Html} knows how HTML is
 * written, and that nothing is written unescaped.
 */
package io.runboards.verify.report.html;

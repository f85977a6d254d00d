/**
 * JSON: the only room in which Jackson is known.
 *
 * <p>{@link io.runboards.json.JsonWriter} streams output, {@link io.runboards.json.JsonObject}
 * reads one object. Both share one factory, which is ten times cheaper than one for each document.
 */
package io.runboards.json;

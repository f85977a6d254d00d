package io.runboards.deploy;

import io.runboards.json.JsonValue.Fields;

/**
 * A thing as it shall be.
 *
 * @param key what it is
 * @param title what people call it
 * @param folder the uid of the folder that it stands in; empty for none
 * @param content all else that is said about it, in normal form
 */
public record Wanted(Key key, String title, String folder, Fields content) {}

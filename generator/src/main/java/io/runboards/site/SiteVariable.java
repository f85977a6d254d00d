package io.runboards.site;

/**
 * A variable of the environment that a site file asks for.
 *
 * @param name its name
 * @param usual its value where the environment has none; empty if it must be there
 * @param key the value of the site that it becomes, such as {@code cluster.name}
 */
public record SiteVariable(String name, String usual, String key) {}

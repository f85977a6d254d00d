package io.runboards.standin;

/**
 * Who asks, and for which organisation.
 *
 * @param id the number of the user or service account
 * @param login its login
 * @param role its role in the organisation
 * @param everywhere whether it administrates the whole server
 * @param organisation the organisation that it works in
 */
record Asker(long id, String login, Role role, boolean everywhere, Organisation organisation) {}

/**
 * What watches the platform: the Prometheus servers, the store that they write to, and its tenants.
 *
 * <p>What a tenant's queues deliver is what the distributors receive; everything else follows from
 * that.
 */
package io.runboards.simulate.store;

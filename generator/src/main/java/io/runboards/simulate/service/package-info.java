/**
 * Services that a platform offers besides its clusters: model servers, the gateway in front of
 * them, a vector database, addresses that are probed, and training runs that report on themselves.
 */
package io.runboards.simulate.service;

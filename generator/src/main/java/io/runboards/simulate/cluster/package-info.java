/**
 * Clusters of GPUs and the people who share them: nodes, projects with quotas, workloads that come,
 * wait, run and go, and the scheduler that places them.
 */
package io.runboards.simulate.cluster;

/**
 * What Kubernetes says of a simulated cluster: kube-state-metrics, the cAdvisor in each kubelet,
 * and the exporters of the hosts.
 */
package io.runboards.simulate.kube;

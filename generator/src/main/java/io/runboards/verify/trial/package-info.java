/**
 * What is expected of the answer to a panel's query. Each trial looks at one thing; {@link
 * io.runboards.verify.trial.Trials} runs them all.
 */
package io.runboards.verify.trial;

/**
 * A made-up platform that says about itself what a real one would: clusters with GPUs, the people
 * and jobs that share them, the services that run there and the store that keeps the series.
 *
 * <p>The same scenario always gives the same samples. {@link io.runboards.simulate.Simulation}
 * moves time on in steps; its parts change, and the targets that show them can be scraped.
 */
package io.runboards.simulate;

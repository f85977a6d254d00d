/** What a store of the user's own has of all that dashboards and rules read. */
package io.runboards.verify.coverage;

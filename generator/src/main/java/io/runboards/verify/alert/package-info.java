/** What rules would have done over a stretch of history: what they record, and when they fire. */
package io.runboards.verify.alert;

/** On which panels something can be seen that happens. */
package io.runboards.verify.sign;

/** The dashboards of this repository, one class each, and the program that ships them. */
package io.runboards.dashboards;

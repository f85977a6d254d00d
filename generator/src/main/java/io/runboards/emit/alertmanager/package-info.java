/**
 * Who learns of alerts, as Alertmanager reads it.
 *
 * <p>{@link io.runboards.emit.alertmanager.Branch} is the tree that alerts walk down, {@link
 * io.runboards.emit.alertmanager.Pace} how patiently, {@link
 * io.runboards.emit.alertmanager.Messages} what people read at its end, and {@code Inhibition}
 * which alerts stay silent because another one explains them. Grafana's files are written from the
 * same records, so both tell the same people. A secret is the path of a file, never its content.
 */
package io.runboards.emit.alertmanager;

package io.runboards.dashboard;

import io.runboards.dashboard.Target.When;

/**
 * Words.
 *
 * @param frame what all panels have
 * @param markdown the words
 */
public record TextPanel(Frame frame, String markdown) implements Panel, Framed<TextPanel> {

  @Override
  public TextPanel withFrame(Frame changed) {
    return new TextPanel(changed, markdown);
  }

  @Override
  public When when() {
    return When.NOW;
  }
}

package dev.writ.dsl.report;

import java.util.List;

/**
 * A tree for a terminal.
 *
 * @param label what stands at this node
 * @param children what hangs below it
 */
public record Tree(Cell label, List<Tree> children) {
  public Tree {
    children = List.copyOf(children);
  }

  /** A node without children. */
  public static Tree leaf(Cell label) {
    return new Tree(label, List.of());
  }

  /**
   * The tree as text, a line a node, each ending in a line feed.
   *
   * @param colour whether escape sequences may be written
   */
  public String render(boolean colour) {
    StringBuilder out = new StringBuilder();
    out.append(label.ink().paint(label.text(), colour)).append('\n');
    below(out, "", colour);
    return out.toString();
  }

  private void below(StringBuilder out, String indent, boolean colour) {
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      Tree child = children.get(i);
      out.append(Ink.FAINT.paint(indent + (last ? "\u2514\u2500 " : "\u251c\u2500 "), colour));
      out.append(child.label.ink().paint(child.label.text(), colour)).append('\n');
      child.below(out, indent + (last ? "   " : "\u2502  "), colour);
    }
  }
}

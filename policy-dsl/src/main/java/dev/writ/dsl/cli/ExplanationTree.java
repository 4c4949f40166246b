package dev.writ.dsl.cli;

import dev.writ.core.reference.ExplainNode;
import dev.writ.dsl.report.Cell;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.report.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An explanation as a tree for a terminal: what holds is strong, what does not is faint.
 *
 * <p>The short form leaves out rules whose head does not span the request, which are counted, and
 * lines that only repeat another.
 */
final class ExplanationTree {
  private static final Set<String> ROOTS =
      Set.of("principal", "delegator", "origin", "resource", "args", "facts", "session", "now");
  private static final Pattern STEP = Pattern.compile("[0-9] .*");

  private final boolean all;

  private ExplanationTree(boolean all) {
    this.all = all;
  }

  /**
   * The tree of an explanation.
   *
   * @param all whether nothing is left out
   */
  static Tree of(ExplainNode explanation, boolean all) {
    return new ExplanationTree(all).tree(explanation);
  }

  private Tree tree(ExplainNode node) {
    String outcome = node.outcome().isEmpty() ? "" : ": " + node.outcome();
    return new Tree(
        Cell.of(Visible.of(node.label() + outcome), ink(node)),
        all ? node.children().stream().map(this::tree).toList() : shortened(node));
  }

  private List<Tree> shortened(ExplainNode node) {
    List<Tree> children = new ArrayList<>();
    int silent = 0;
    for (ExplainNode child : node.children()) {
      boolean leaf = child.children().isEmpty();
      if (saysNothing(node, child)) {
        silent++;
      } else if (!leaf || !ROOTS.contains(child.label())) {
        children.add(tree(withoutRepetition(child)));
      }
    }
    if (silent > 0 && !isRoot(node)) {
      String other = children.isEmpty() ? "" : "other ";
      String said = (silent == 1 ? " says" : " say") + " nothing of this request";
      children.add(Tree.leaf(Cell.of(Words.count(silent, other + noun(node)) + said, Ink.FAINT)));
    }
    return children;
  }

  /** A rule or clause whose head does not span the request, a scope that does not apply. */
  private static boolean saysNothing(ExplainNode node, ExplainNode child) {
    boolean silent = child.children().isEmpty() && child.outcome().equals("false");
    return child.outcome().equals("does not apply")
        || (silent && (isStep(node) || isScope(node) || isRoot(node)));
  }

  private static boolean isStep(ExplainNode node) {
    return STEP.matcher(node.label()).matches();
  }

  private static boolean isScope(ExplainNode node) {
    return node.label().startsWith("scope ");
  }

  private static boolean isRoot(ExplainNode node) {
    return node.children().stream().anyMatch(ExplanationTree::isStep);
  }

  private static String noun(ExplainNode node) {
    if (isScope(node)) {
      return "clause";
    }
    String label = node.label();
    return label.endsWith(" scopes") ? "scope" : label.endsWith(" limits") ? "limit" : "rule";
  }

  /** The node below, where the one above only puts it in parentheses or in a row of one. */
  private static ExplainNode withoutRepetition(ExplainNode node) {
    if (node.children().size() != 1) {
      return node;
    }
    ExplainNode only = node.children().get(0);
    boolean repeats =
        bare(node.label()).equals(bare(only.label())) && node.outcome().equals(only.outcome());
    return repeats ? withoutRepetition(only) : node;
  }

  private static String bare(String label) {
    return label.startsWith("(") && label.endsWith(")")
        ? label.substring(1, label.length() - 1)
        : label;
  }

  private static Ink ink(ExplainNode node) {
    return switch (node.outcome()) {
      case "true" -> Ink.STRONG;
      case "false" -> Ink.FAINT;
      case "error" -> Ink.BAD;
      default -> Ink.PLAIN;
    };
  }
}

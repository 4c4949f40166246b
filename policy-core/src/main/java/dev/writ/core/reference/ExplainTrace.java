package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.OpaqueValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds an explanation while a decision is made. Constants have no line of their own; records and
 * what rests on a secret field are not shown. For one decision and one thread.
 */
final class ExplainTrace implements Trace {
  private static final String HIDDEN = "(secret)";

  private final Set<String> secretNames;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<ExplainNode> roots = new ArrayList<>();

  ExplainTrace(Set<String> secretNames) {
    this.secretNames = Set.copyOf(secretNames);
  }

  /** A line whose outcome is not known yet. */
  private static final class Open {
    private final String label;
    private final List<ExplainNode> children = new ArrayList<>();
    private boolean secret;

    private Open(String label) {
      this.label = label;
    }
  }

  /** The lines so far. */
  List<ExplainNode> lines() {
    return List.copyOf(roots);
  }

  /** Adds a line. */
  void line(ExplainNode line) {
    (open.isEmpty() ? roots : open.getLast().children).add(line);
  }

  @Override
  public void open(String label) {
    open.addLast(new Open(label));
  }

  @Override
  public void close(Object outcome) {
    boolean truth = outcome instanceof Truth;
    shut(truth ? outcome.toString().toLowerCase(Locale.ROOT) : outcome.toString());
  }

  @Override
  public void enter(Expr expr) {
    open(IrText.of(expr));
  }

  @Override
  public void leave(Expr expr, Result result) {
    Open line = open.getLast();
    line.secret |= expr instanceof Expr.Member member && secretNames.contains(member.name());
    Value value = result instanceof Result.Found found ? found.value() : null;
    line.secret &= !(value instanceof BoolValue) || expr instanceof Expr.Member;
    boolean secret = line.secret;
    if (expr instanceof Expr.Const) {
      open.removeLast();
      return;
    }
    shut(secret && value != null ? HIDDEN : text(value));
    if (secret && !open.isEmpty()) {
      open.getLast().secret = true;
    }
  }

  private void shut(String outcome) {
    Open line = open.removeLast();
    line(new ExplainNode(line.label, outcome, line.children));
  }

  private static String text(@Nullable Value value) {
    if (value == null) {
      return "error";
    }
    return isPlain(value) ? IrText.of(value) : "{…}";
  }

  private static boolean isPlain(Value value) {
    return value instanceof SetValue set
        ? set.elements().stream().allMatch(ExplainTrace::isPlain)
        : !(value instanceof RecordValue
            || value instanceof MapValue
            || value instanceof OpaqueValue);
  }
}

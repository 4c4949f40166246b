package dev.writ.dsl.parse.layout;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Chooses where lines end. A group stands on one line where it fits into {@link #WIDTH} columns
 * together with what cannot be parted from it.
 *
 * <p>For one text; not safe for use by several threads.
 */
final class Printer implements DocVisitor<Page> {
  /** How many columns a line has, where there is a place to break it. */
  static final int WIDTH = 100;

  private static final int INDENT = 2;

  /** A piece to write, at which indentation, and whether on one line. */
  private record Task(Doc doc, int indent, boolean flat, int from) {}

  private final Page page = new Page();
  private final Deque<Task> tasks = new ArrayDeque<>();
  private Task task = new Task(Sequence.of(), 0, false, 0);

  private Printer() {}

  /** Writes a piece; lines end with LF. */
  static String print(Doc doc) {
    Printer printer = new Printer();
    printer.push(doc, 0, false);
    printer.run();
    return printer.page.finish();
  }

  private void run() {
    while (!tasks.isEmpty()) {
      task = tasks.pop();
      task.doc().accept(this);
    }
  }

  private void push(Doc doc, int indent, boolean flat) {
    tasks.push(new Task(doc, indent, flat, 0));
  }

  @Override
  public Page visitWord(Word doc) {
    page.write(doc, task.indent());
    return page;
  }

  @Override
  public Page visitGap(Gap doc) {
    boolean ends = doc == Gap.HARD || doc == Gap.BLANK || (!task.flat() && doc != Gap.SPACE);
    if (ends) {
      page.newLine(task.indent(), doc == Gap.BLANK);
    } else if (doc != Gap.SOFT) {
      page.space();
    }
    return page;
  }

  @Override
  public Page visitSequence(Sequence doc) {
    for (int i = doc.parts().size() - 1; i >= 0; i--) {
      push(doc.parts().get(i), task.indent(), task.flat());
    }
    return page;
  }

  @Override
  public Page visitNest(Nest doc) {
    push(doc.body(), task.indent() + INDENT, task.flat());
    return page;
  }

  @Override
  public Page visitGroup(Group doc) {
    push(doc.body(), task.indent(), task.flat() || fits(doc, page.column(), true));
    return page;
  }

  @Override
  public Page visitFill(Fill doc) {
    int at = task.from();
    if (at == doc.parts().size()) {
      return page;
    }
    Task now = task;
    Doc part = doc.parts().get(at);
    boolean last = at + 1 == doc.parts().size();
    tasks.push(new Task(doc, now.indent(), now.flat(), at + 1));
    if (at > 0 && !now.flat() && !fits(part, page.column() + 1, last)) {
      boolean afterNote = doc.parts().get(at - 1).endsWithNote();
      if (part instanceof Hug && !afterNote && opensOnThisLine(part, now.indent(), last)) {
        page.space();
        push(part, now.indent() - INDENT, false);
        return page;
      }
      page.newLine(now.indent(), false);
    } else if (at > 0) {
      page.space();
    }
    push(part, now.indent(), now.flat() || fits(part, page.column(), last));
    return page;
  }

  /** Whether a piece does not fit on a line of its own, but its start fits on this one. */
  private boolean opensOnThisLine(Doc part, int indent, boolean last) {
    Tail start = new Tail(WIDTH - page.column() - 1);
    return !part.startsWithNotes()
        && !fits(part, indent, last)
        && start.ends(part, false, 0)
        && start.left() >= 0;
  }

  @Override
  public Page visitHug(Hug doc) {
    push(doc.body(), task.indent(), task.flat());
    return page;
  }

  /** Whether a piece, and all that must stand behind it on its line, ends before the margin. */
  private boolean fits(Doc doc, int column, boolean last) {
    int left = WIDTH - column - doc.width();
    if (left < 0 || !last) {
      return left >= 0;
    }
    Tail tail = new Tail(left);
    for (Task next : tasks) {
      if (tail.ends(next.doc(), next.flat(), next.from())) {
        break;
      }
    }
    return tail.left() >= 0;
  }
}

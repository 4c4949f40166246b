package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import dev.writ.dsl.grammar.WritParser.ToolClauseContext;
import java.util.ArrayList;
import java.util.List;

/** Tool bindings. */
abstract class ToolLayout extends TestLayout {
  private static final List<Class<?>> CLAUSES =
      List.of(
          WritParser.OfServerContext.class,
          WritParser.AsksContext.class,
          WritParser.ToolOnContext.class,
          WritParser.ToolWithContext.class,
          WritParser.ToolIgnoringContext.class,
          WritParser.PinnedContext.class);

  ToolLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitToolDecl(WritParser.ToolDeclContext node) {
    int start = node.children.indexOf(node.clauses.get(0));
    List<Doc> first = new ArrayList<>();
    first.add(flow(node.children.subList(0, start)));
    List<Doc> asked = new ArrayList<>();
    List<Doc> lines = new ArrayList<>();
    for (ToolClauseContext clause : inOrder(node.clauses, CLAUSES)) {
      if (clause instanceof WritParser.OfServerContext) {
        first.add(of(clause));
      } else if (clause instanceof WritParser.PinnedContext) {
        lines.add(Gap.LINE);
        lines.add(of(clause));
      } else {
        asked.add(clause(clause));
      }
    }
    lines.addAll(0, List.of(Gap.LINE, new Nest(Fill.of(asked))));
    Doc behind = new Nest(Sequence.of(lines));
    return new Group(Sequence.of(Fill.of(first), behind, end(node.SEMICOLON())));
  }

  @Override
  public final Doc visitOfServer(WritParser.OfServerContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitAsks(WritParser.AsksContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitToolOn(WritParser.ToolOnContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitToolWith(WritParser.ToolWithContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitToolIgnoring(WritParser.ToolIgnoringContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitPinned(WritParser.PinnedContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitArgumentResource(WritParser.ArgumentResourceContext node) {
    return tight(node);
  }

  @Override
  public final Doc visitEntityResource(WritParser.EntityResourceContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSessionResource(WritParser.SessionResourceContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitToolItems(WritParser.ToolItemsContext node) {
    return braced(node.children, ",", "");
  }

  @Override
  public final Doc visitZipItem(WritParser.ZipItemContext node) {
    return list(node);
  }

  @Override
  public final Doc visitArgumentItem(WritParser.ArgumentItemContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitToolArgument(WritParser.ToolArgumentContext node) {
    return flow(node);
  }
}

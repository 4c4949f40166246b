package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** The manifest and the declarations of types, actions and obligations. */
abstract class SchemaLayout extends HeadLayout {
  private static final List<Class<?>> MODULE =
      List.of(WritParser.OwnedByContext.class, WritParser.GuardsContext.class);
  private static final List<Class<?>> ENTITY =
      List.of(
          WritParser.ParentTypesContext.class,
          WritParser.ClosedIdsContext.class,
          WritParser.IdentifiedByContext.class);

  SchemaLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitManifestDecl(WritParser.ManifestDeclContext node) {
    Doc start = flow(node.children.subList(0, 2));
    return Sequence.of(
        start, Gap.SPACE, block(node.LEFT_BRACE().getSymbol(), node.entries, node.stop));
  }

  @Override
  public final Doc visitModuleEntry(WritParser.ModuleEntryContext node) {
    Doc start = flow(node.children.subList(0, 2));
    return ended(clauses(start, inOrder(node.clauses, MODULE)), node.SEMICOLON());
  }

  @Override
  public final Doc visitSessionEntry(WritParser.SessionEntryContext node) {
    return Sequence.of(of(node.SESSION()), Gap.SPACE, fieldLines(node.fieldBlock()));
  }

  @Override
  public final Doc visitOwnedBy(WritParser.OwnedByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitGuards(WritParser.GuardsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitEnumDecl(WritParser.EnumDeclContext node) {
    List<ParseTree> parts = kept(node.children);
    List<Doc> inside = new ArrayList<>();
    for (int i = 3; i < parts.size() - 1; i++) {
      boolean comma = isComma(parts.get(i + 1));
      boolean less = !inside.isEmpty() && !(parts.get(i) instanceof WritParser.EnumeratorContext);
      inside.add(flow(parts.subList(i, comma || less ? i + 2 : i + 1)));
      i += comma || less ? 1 : 0;
    }
    return enclosed(flow(parts.subList(0, 3)), inside, node.stop);
  }

  @Override
  public final Doc visitEnumerator(WritParser.EnumeratorContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitEntityDecl(WritParser.EntityDeclContext node) {
    List<Doc> start = modifiers(node.modifiers);
    start.add(of(node.ENTITY()));
    start.add(Gap.SPACE);
    start.add(of(node.name()));
    Doc head = clauses(Sequence.of(start), inOrder(node.clauses, ENTITY));
    return node.fieldBlock() == null
        ? ended(head, node.SEMICOLON())
        : Sequence.of(head, Gap.SPACE, fieldLines(node.fieldBlock()));
  }

  @Override
  public final Doc visitParentTypes(WritParser.ParentTypesContext node) {
    return list(node);
  }

  @Override
  public final Doc visitClosedIds(WritParser.ClosedIdsContext node) {
    return list(node);
  }

  @Override
  public final Doc visitIdentifiedBy(WritParser.IdentifiedByContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitFieldBlock(WritParser.FieldBlockContext node) {
    return braced(fieldsOf(node), ",", "");
  }

  @Override
  public final Doc visitFields(WritParser.FieldsContext node) {
    return list(node);
  }

  @Override
  public final Doc visitField(WritParser.FieldContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitTypeExpr(WritParser.TypeExprContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitTypeSum(WritParser.TypeSumContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRecordTerm(WritParser.RecordTermContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSetTerm(WritParser.SetTermContext node) {
    Doc type = tight(node.children.subList(0, 4));
    return node.sizeBound() == null ? type : Sequence.of(type, Gap.SPACE, of(node.sizeBound()));
  }

  @Override
  public final Doc visitMapTerm(WritParser.MapTermContext node) {
    Doc key = tight(node.children.subList(0, 4));
    return Sequence.of(key, Gap.SPACE, tight(node.children.subList(4, 6)));
  }

  @Override
  public final Doc visitNamedTerm(WritParser.NamedTermContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitSizeBound(WritParser.SizeBoundContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitTypeDecl(WritParser.TypeDeclContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitActionDecl(WritParser.ActionDeclContext node) {
    Doc start = flow(node.children.subList(0, 2));
    return ended(clauses(start, actionParts(node.clauses)), node.SEMICOLON());
  }

  @Override
  public final Doc visitActionHeadPart(WritParser.ActionHeadPartContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitActionArgs(WritParser.ActionArgsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitActionFacts(WritParser.ActionFactsContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitActionGroupDecl(WritParser.ActionGroupDeclContext node) {
    List<ParseTree> parts = kept(node.children);
    List<Doc> inside = new ArrayList<>();
    lines(parts.subList(4, parts.size() - 1)).forEach(line -> inside.add(flow(line)));
    return enclosed(flow(parts.subList(0, 4)), inside, node.stop);
  }

  @Override
  public final Doc visitObligationDecl(WritParser.ObligationDeclContext node) {
    Doc start = flow(node.children.subList(0, 2));
    List<ParseTree> parts = new ArrayList<>();
    parts.add(node.LEFT_PAREN());
    if (node.fields() != null) {
      parts.addAll(node.fields().children);
    }
    parts.add(node.RIGHT_PAREN());
    return ended(Sequence.of(start, bracketed(parts)), node.SEMICOLON());
  }

  @Override
  public final Doc visitLetDecl(WritParser.LetDeclContext node) {
    Doc start = flow(node.children.subList(0, 6));
    Doc value = Sequence.of(Gap.LINE, of(node.expression()), end(node.SEMICOLON()));
    return new Group(Sequence.of(start, new Nest(value)));
  }

  /**
   * Modifiers with a space behind each; `human` is written first where no comment stands between.
   */
  private List<Doc> modifiers(List<Token> tokens) {
    List<Word> written = new ArrayList<>(tokens.stream().map(words()::word).toList());
    if (written.size() == 2 && written.get(0).text().equals("inline")) {
      Word inline = written.get(0);
      Word human = written.get(1);
      if (!inline.endsWithNote() && !human.startsWithNotes()) {
        written.set(0, new Word(human.text(), inline.above(), inline.apart(), null));
        written.set(1, new Word(inline.text(), List.of(), false, human.beside()));
      }
    }
    List<Doc> docs = new ArrayList<>();
    for (Word word : written) {
      docs.add(word);
      docs.add(Gap.SPACE);
    }
    return docs;
  }

  private static List<WritParser.ActionClauseContext> actionParts(
      List<WritParser.ActionClauseContext> clauses) {
    return clauses.stream().sorted(Comparator.comparingInt(SchemaLayout::place)).toList();
  }

  private static int place(WritParser.ActionClauseContext clause) {
    if (clause instanceof WritParser.ActionHeadPartContext head) {
      return PARTS.indexOf(head.headPart().getClass());
    }
    return PARTS.size() + (clause instanceof WritParser.ActionArgsContext ? 0 : 1);
  }

  private static List<ParseTree> fieldsOf(WritParser.FieldBlockContext block) {
    List<ParseTree> parts = new ArrayList<>();
    parts.add(block.LEFT_BRACE());
    if (block.fields() != null) {
      parts.addAll(block.fields().children);
    }
    parts.add(block.RIGHT_BRACE());
    return parts;
  }

  /** Fields that a semicolon ends. */
  private Doc fieldLines(WritParser.FieldBlockContext block) {
    return braced(fieldsOf(block), ";", ";");
  }

  /** Names in braces: in one line, or as many to a line as fit. */
  private Doc enclosed(Doc start, List<Doc> names, Token close) {
    Word end = words().word(close);
    List<Doc> inside = new ArrayList<>();
    if (!names.isEmpty()) {
      inside.add(Gap.LINE);
      inside.add(Fill.of(names));
    }
    if (end.startsWithNotes()) {
      inside.add(Gap.HARD);
      inside.add(Word.of(end.above()));
    }
    if (inside.isEmpty()) {
      return Sequence.of(start, end);
    }
    return new Group(
        Sequence.of(start, new Nest(Sequence.of(inside)), Gap.LINE, end.withoutAbove()));
  }
}

package dev.writ.dsl.parse.layout;

import dev.writ.dsl.grammar.WritParser;

/** Names, literals and annotations: what stands in one line. */
abstract class NameLayout extends Layout {
  NameLayout(Words words) {
    super(words);
  }

  @Override
  public final Doc visitAnnotation(WritParser.AnnotationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitTextArgument(WritParser.TextArgumentContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitWordArgument(WritParser.WordArgumentContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNumberArgument(WritParser.NumberArgumentContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitQualifiedName(WritParser.QualifiedNameContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDotted(WritParser.DottedContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitEntityRef(WritParser.EntityRefContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRoot(WritParser.RootContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitWord(WritParser.WordContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitName(WritParser.NameContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitBareName(WritParser.BareNameContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitPlainName(WritParser.PlainNameContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitRuleName(WritParser.RuleNameContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitString(WritParser.StringContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDuration(WritParser.DurationContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitInstant(WritParser.InstantContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDecisionName(WritParser.DecisionNameContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitAnd(WritParser.AndContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitOr(WritParser.OrContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNot(WritParser.NotContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitBoolText(WritParser.BoolTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitIntText(WritParser.IntTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDecimalText(WritParser.DecimalTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitStringText(WritParser.StringTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitDurationText(WritParser.DurationTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitInstantText(WritParser.InstantTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitTimeText(WritParser.TimeTextContext node) {
    return flow(node);
  }

  @Override
  public final Doc visitNumber(WritParser.NumberContext node) {
    return tight(node);
  }
}

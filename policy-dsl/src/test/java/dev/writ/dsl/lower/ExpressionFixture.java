package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Condition;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.check.expression.ExpressionChecker;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.ExpressionLimits;
import dev.writ.dsl.check.expression.Position;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.parse.ParseResult;
import dev.writ.dsl.parse.Parser;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Checks and lowers the condition of a rule: {@code when …}, {@code let t = …; when t unless …}.
 * The rule is a permit, checked for one slot of {@link TestSchema}.
 */
final class ExpressionFixture {
  private final Schema schema = TestSchema.schema();
  private String lets = "";
  private String principal = "Agent";
  private Position when = Position.WIDENS;
  private Position unless = Position.NARROWS;
  private ExpressionLimits limits = ExpressionLimits.DEFAULT;
  private UnaryOperator<TypeContext> change = UnaryOperator.identity();
  private SourceText source = new SourceText("a.writ", "");

  /** Declares lets of the module, a file of their own. */
  ExpressionFixture lets(String text) {
    lets = text;
    return this;
  }

  ExpressionFixture principal(String type) {
    principal = type;
    return this;
  }

  ExpressionFixture position(Position ofWhen, Position ofUnless) {
    when = ofWhen;
    unless = ofUnless;
    return this;
  }

  ExpressionFixture limits(ExpressionLimits given) {
    limits = given;
    return this;
  }

  ExpressionFixture context(UnaryOperator<TypeContext> given) {
    change = given;
    return this;
  }

  /** The text of the lowered condition; fails where there are diagnostics. */
  String lowered(String condition) {
    return IrText.of(expression(condition));
  }

  Expr expression(String condition) {
    Diagnostics diagnostics = new Diagnostics();
    Condition parsed = parse(condition);
    ExpressionFacts facts = check(parsed, diagnostics);
    assertThat(diagnostics.sorted()).as(condition).isEmpty();
    assertThat(facts.ok()).isTrue();
    return new ExpressionLowering(facts, new LocalNames())
        .condition(parsed.when(), parsed.unless());
  }

  /** The type of {@code when}. */
  Type type(String expression) {
    Diagnostics diagnostics = new Diagnostics();
    Condition parsed = parse("when " + expression);
    ExpressionChecker checker = new ExpressionChecker(context(parsed), diagnostics, limits);
    ExpressionFacts facts = checker.value(Objects.requireNonNull(parsed.when()), null, false);
    assertThat(diagnostics.sorted()).as(expression).isEmpty();
    return facts.typeOf(parsed.when());
  }

  /** The diagnostics, each as {@code CODE [underlined] message (help)}. */
  List<String> problems(String condition) {
    return found(condition).stream().map(ExpressionFixture::text).toList();
  }

  List<Diagnostic> found(String condition) {
    Diagnostics diagnostics = new Diagnostics();
    check(parse(condition), diagnostics);
    return diagnostics.sorted();
  }

  Set<String> zones(String condition) {
    return check(parse(condition), new Diagnostics()).zones();
  }

  static String text(Diagnostic d) {
    String help = d.help() == null ? "" : " (" + d.help() + ")";
    return d.code() + " [" + d.underlined() + "] " + d.message() + help;
  }

  private ExpressionFacts check(Condition parsed, Diagnostics diagnostics) {
    ExpressionChecker checker = new ExpressionChecker(context(parsed), diagnostics, limits);
    ExpressionFacts facts = checker.condition(parsed.when(), when, parsed.unless(), unless);
    assertThat(facts.ok()).isEqualTo(diagnostics.isEmpty());
    boolean unusedAreFine = checker.unusedLets().ok();
    assertThat(facts.ok() && unusedAreFine).isEqualTo(diagnostics.isEmpty());
    return facts;
  }

  private TypeContext context(Condition parsed) {
    TestNames names = new TestNames(schema);
    PolicyFile module = file("lets.writ", lets);
    for (Declaration declaration : module.declarations()) {
      names.add(module.source(), (LetDecl) declaration);
    }
    TypeContext context =
        TypeContext.slot(
            source,
            names,
            schema,
            Objects.requireNonNull(schema.action("act")),
            principal,
            "Service");
    return change.apply(
        context.withHead(Set.of("Agent", "User"), Set.of("Service")).withLets(parsed.lets()));
  }

  private Condition parse(String condition) {
    PolicyFile file =
        file("a.writ", "permit \"p\" act by Agent, User on Service " + condition + ";");
    source = file.source();
    return ((RuleDecl) file.declarations().get(0)).condition();
  }

  private static PolicyFile file(String name, String text) {
    ParseResult parsed = Parser.parse(new SourceText(name, text), ParseLimits.defaults());
    assertThat(parsed.diagnostics()).as(text).isEmpty();
    return parsed.file();
  }
}

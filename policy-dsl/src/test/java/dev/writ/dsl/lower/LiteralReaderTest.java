package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.IrText;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.GivenEntity;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.check.expression.LiteralReader;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.parse.ParseResult;
import dev.writ.dsl.parse.Parser;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.SourceText;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test may state as a value of a type. */
class LiteralReaderTest {
  private static final Map<String, Type> TYPES =
      Map.of(
          "Int",
          Type.Scalar.INT,
          "Decimal",
          Type.Scalar.DECIMAL,
          "Path",
          Type.PathType.ABSOLUTE,
          "Command",
          Type.Scalar.COMMAND,
          "Environment",
          TestSchema.ENVIRONMENT,
          "User",
          Type.EntityType.of("User"),
          "Strings",
          new Type.SetType(Type.Scalar.STRING, 1, 2),
          "Tags",
          new Type.MapType(Type.Scalar.STRING),
          "Service",
          Objects.requireNonNull(TestSchema.schema().entityType("Service")).attributes(),
          "User's",
          Objects.requireNonNull(TestSchema.schema().entityType("User")).attributes());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Int | 3 | 3
          Int | -3 | -3
          Decimal | 3.5 | 3.5
          Path | "/a/b" | "/a/b"
          Command | "git push" | "git push"
          Environment | prod | prod
          Environment | Environment.dev | dev
          User | User::"ann" | User::"ann"
          Strings | ["a", "b"] | ["a", "b"]
          Tags | { env: "prod", "a b": "c" } | { `a b`: "c", env: "prod" }
          User's | { oncall: true, name: "Ann", team: Team::"a" } | { name: "Ann", oncall: true, team: Team::"a" }
          """)
  void literal_ofAType_isItsValue(String type, String literal, String expected) {
    Diagnostics diagnostics = new Diagnostics();
    Value value = read(literal, type, diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(IrText.of(Objects.requireNonNull(value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Int | "3" | TYPE_MISMATCH ["3"] this must be `Int`, and it is `String` (write `3` without quotes)
          Decimal | 3 | TYPE_MISMATCH [3] this must be `Decimal`, and it is `Int` (write `3.0`)
          Int | 3 + 4 | VALUE_NOT_LITERAL [3 + 4] this must be written out, as `Int`
          Path | "a" | INVALID_LITERAL ["a"] `a` is not a Path: it does not start with `/`
          Environment | prd | UNKNOWN_ENUMERATOR [prd] `Environment` has no value `prd` (did you mean `prod`?)
          User | Team::"a" | TYPE_MISMATCH [Team::"a"] this must be `User`, and it is `Team`
          Strings | [] | SET_SIZE [[]] the set has 0 elements, and it takes 1 to 2
          Strings | ["a", "a"] | REPEATED_VALUE ["a"] this stands in the set already
          Strings | ["a", 3] | TYPE_MISMATCH [3] this must be `String`, and it is `Int` (write `"3"`)
          Tags | { env: 3 } | TYPE_MISMATCH [3] this must be `String`, and it is `Int` (write `"3"`)
          Tags | { env: "a", env: "b" } | REPEATED_VALUE [env] `env` is given twice
          User's | { oncall: true, name: "Ann" } | MISSING_FIELD [{ oncall: true, name: "Ann" }] `team` is missing (add `team: …`, `Team`)
          User's | { oncall: true, nmae: "Ann", team: Team::"a" } | UNKNOWN_FIELD [nmae] there is no field `nmae` (did you mean `name`?)
          Int | { a: 3 } | NOT_A_VALUE [{ a: 3 }] a record cannot be written here (compare its fields one by one)
          """)
  void literal_ofAnotherType_isExplained(String type, String literal, String expected) {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(read(literal, type, diagnostics)).isNull();
    assertThat(diagnostics.sorted().stream().map(ExpressionFixture::text)).contains(expected);
  }

  private static @Nullable Value read(String literal, String type, Diagnostics diagnostics) {
    SourceText source =
        new SourceText(
            "a.writ",
            "test \"t\" at 2026-03-02T10:00:00Z { given X::\"a\" { value: " + literal + " }; }");
    ParseResult parsed = Parser.parse(source, ParseLimits.defaults());
    assertThat(parsed.diagnostics()).isEmpty();
    Schema schema = TestSchema.schema();
    TypeContext context = TypeContext.empty(source, new TestNames(schema), schema);
    return new LiteralReader(context, diagnostics)
        .read(literal(parsed.file()), Objects.requireNonNull(TYPES.get(type)));
  }

  private static Expression literal(PolicyFile file) {
    TestDecl test = (TestDecl) file.declarations().get(0);
    GivenEntity given = (GivenEntity) test.statements().get(0);
    return Objects.requireNonNull(given.attributes()).entries().get(0).value();
  }
}

package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What guards an optional value, and what does not. */
class FlowTypingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when args has note and args.note == \"a\"",
        "when args lacks note or args.note == \"a\"",
        "when not (args lacks note) and args.note == \"a\"",
        "when not (args has note and args.ok) or args.note == \"a\"",
        "when (args.ok and args has note) and (args.ok or args.note == \"a\")",
        "when args has note and not (args.note == \"a\")",
        "when (args has note or args.ok) and (args lacks note or args.note == \"a\")",
        "when ((args has note and args.ok) or false) and args.note == \"a\"",
        "when if args has note then args.note == \"a\" else args.ok",
        "when if args lacks note then args.ok else args.note == \"a\"",
        "when (if args.ok then args has note else args has note) and args.note == \"a\"",
        "when args has note unless args.note == \"a\"",
        "unless args lacks note or args.note == \"a\"",
        "when args has note and any x in args.to: x == args.note",
        "when (any x in args.to: args has note) and args.note == \"a\"",
        "when not (every x in args.to: args lacks note) and args.note == \"a\"",
        "when args has target and args.target has phone and args.target.phone == \"1\"",
        "when principal.owner has manager and principal.owner.manager.oncall",
        "when resource has twin and resource.twin has lead and resource.twin.lead.name == \"a\"",
        "when args.range has to and args.range.to == 3",
        "when every r in args.ranges: r lacks to or r.to == 3",
        "let given = args has note; when given and args.note == \"a\"",
        "let given = args has note; let fine = given and args.note == \"a\"; when fine",
        "let same = args.note == \"a\"; when args has note and same",
        "let a = args; when a has note and args.note == \"a\"",
        "let note = args.note; when args has note and note == \"a\"",
        "let missing = args lacks note; when not missing unless args.note == \"a\"",
        "when has delegator and delegator.name == \"a\"",
        "when lacks delegator or delegator.name == \"a\"",
        "when principal is User and principal.oncall",
        "when principal is not User or principal.oncall",
        "when resource.steward is User and resource.steward.oncall",
        "when not (resource.steward is Team) and resource.steward.oncall",
        "when resource.steward is Team or resource.steward.oncall",
        "let person = resource.steward is User; when person and resource.steward.oncall",
        "when origin is User and origin.oncall",
      })
  void guardedValue_toTheRight_isRead(String condition) {
    assertThat(new ExpressionFixture().problems(written(condition))).isEmpty();
    assertThat(new ExpressionFixture().principal("User").problems(written(condition)))
        .filteredOn(problem -> !problem.contains("owner"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          when args.note == "a" and args has note | MAY_BE_ABSENT [args.note]
          when args has note or args.note == "a" | MAY_BE_ABSENT [args.note]
          when args lacks note and args.note == "a" | MAY_BE_ABSENT [args.note]
          when (args has note or args.ok) and args.note == "a" | MAY_BE_ABSENT [args.note]
          when (args.ok and args has note) or args.note == "a" | MAY_BE_ABSENT [args.note]
          when not (args has note) and args.note == "a" | MAY_BE_ABSENT [args.note]
          when not (args has note and args.ok) and args.note == "a" | MAY_BE_ABSENT [args.note]
          when if args has note then args.ok else args.note == "a" | MAY_BE_ABSENT [args.note]
          when (if args.ok then args has note else args.ok) and args.note == "a" | MAY_BE_ABSENT [args.note]
          when (every x in args.to: args has note) and args.note == "a" | MAY_BE_ABSENT [args.note]
          when not (any x in args.to: args lacks note) and args.note == "a" | MAY_BE_ABSENT [args.note]
          when args.note == "a" unless args has note | MAY_BE_ABSENT [args.note]
          when args lacks note unless args.note == "a" | MAY_BE_ABSENT [args.note]
          when facts has seen and args.note == "a" | MAY_BE_ABSENT [args.note]
          when (any r in args.ranges: r has to) and args.range.to == 3 | MAY_BE_ABSENT [args.range.to]
          let fine = args.note == "a"; when fine | MAY_BE_ABSENT [args.note]
          let fine = args.note == "a"; when args.ok | MAY_BE_ABSENT [args.note]
          when has delegator or delegator.name == "a" | NO_DELEGATOR [delegator]
          unless delegator.name == "a" | NO_DELEGATOR [delegator]
          when resource.steward is User or resource.steward.oncall | UNKNOWN_FIELD [oncall]
          when resource.steward is not User and resource.steward.oncall | UNKNOWN_FIELD [oncall]
          when (args.ok or resource.steward is User) and resource.steward.oncall | UNKNOWN_FIELD [oncall]
          when args has target and args.target.phone == "1" | MAY_BE_ABSENT [args.target.phone]
          """)
  void unguardedValue_isAnError(String condition, String expected) {
    assertThat(new ExpressionFixture().problems(written(condition)))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          User  | principal is User and principal.oncall | principal.oncall
          Agent | principal is User and principal.oncall | false
          Agent | principal is not User or principal.oncall | true
          User  | principal is not User or principal.oncall | principal.oncall
          User  | if principal is Agent then principal.owner == origin else principal.oncall | principal.oncall
          Agent | if principal is Agent then principal.owner == origin else principal.oncall | principal.owner == origin
          Agent | args.ok and not (principal is User and principal.oncall) | args.ok
          Agent | args.ok or (principal is User and principal.oncall) | args.ok
          User  | resource.steward is User and resource.steward is Team and resource.steward.zzz | resource.steward is User and resource.steward is Team
          User  | (resource.steward is User or resource.steward is Team) or resource.steward.zzz | resource.steward is User or resource.steward is Team
          User  | if resource.steward is User or resource.steward is Team then args.ok else resource.zzz == 3 | if resource.steward is User or resource.steward is Team then args.ok else args.ok
          User  | User::"ann" is User and args.ok | args.ok
          Agent | any u in args.users: u is User and u.oncall | any u in args.users: u.oncall
          """)
  void narrowedType_inASlot_leavesWhatCanMatter(String principal, String source, String expected) {
    assertThat(new ExpressionFixture().principal(principal).lowered("when " + source))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          User  | principal is User unless principal.oncall | not principal.oncall
          Agent | principal is User unless principal.oncall | false
          Agent | args has note unless args.note == "a" | args has note and not args.note == "a"
          Agent | false unless args.note == "a" | false
          """)
  void unless_afterWhen_isGuardedByIt(String principal, String source, String expected) {
    assertThat(new ExpressionFixture().principal(principal).lowered("when " + source))
        .isEqualTo(expected);
  }

  /** A let is a clause of its own in a rule. */
  private static String written(String condition) {
    return condition.replace("; ", " ");
  }
}

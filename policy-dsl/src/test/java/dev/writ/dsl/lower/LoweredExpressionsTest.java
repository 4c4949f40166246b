package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One expression a line, and what it comes out as in the text of the typed policy set; {@code =}
 * where that is what was written.
 */
class LoweredExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.ok | =
          true | =
          args.count == 3 | =
          args.count == -3 | =
          3 < args.count | =
          args.amount >= 500.25 | =
          args.amount > -0.5 | =
          args.name == "bo" | =
          "bo" != args.name | =
          args.environment == prod | =
          prod == args.environment | =
          args.environment == Environment.prod | args.environment == prod
          args.environment == a.b.Environment.prod | args.environment == prod
          args.level <= middle | =
          resource.level < args.level | =
          args.count between 1 and 5 | =
          args.level between low and high | =
          args.since < 2026-03-02T10:00:00Z | =
          args.since < "2026-03-02T10:00:00Z" | args.since < 2026-03-02T10:00:00Z
          args.ttl <= 30m | =
          args.ttl > -1h | =
          principal == Agent::"bot" | =
          origin == User::"ann" | =
          principal.owner == origin | =
          resource.steward == User::"ann" | =
          args.to == ["a", "b"] | =
          args.range == args.range | =
          """)
  void comparison_lowered_says(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.count + 1 == 3 | =
          args.count - 1 - 2 == 3 | =
          args.count * 2 == 3 | =
          2 * args.count == 3 | args.count * 2 == 3
          args.amount * -3 == 3.0 | =
          -args.count < 0 | args.count * -1 < 0
          args.since + 1h < args.since + args.ttl * 2 | =
          args.since - args.since < 5m | =
          args.since - 1h == args.since | =
          """)
  void arithmetic_lowered_says(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.path == "/srv/a" | =
          args.path under "/srv" | =
          args.path under resource.root | =
          args.path matches "/srv/*/logs/**" | =
          args.path.name like "*.log" | =
          args.file == "conf/a" | args.file == "/srv/app/conf/a"
          args.path == args.file | =
          args.url == "https://a.example/x" | =
          args.url.scheme == "https" | =
          args.url.host == "a.example" | =
          args.url.host under "example.com" | =
          args.url.path under "/v1" | =
          args.url has port and args.url.port == 8443 | =
          args.url lacks port or args.url.port > 1 | not args.url has port or args.url.port > 1
          args.ip == "10.0.0.1" | =
          args.ip in "10.0.0.0/8" | =
          args.ip in ["10.0.0.0/8", "fd00::/8"] | =
          args.ip in ["10.0.0.1", "10.0.0.2"] | =
          args.ip in args.net | =
          args.ip in args.nets | =
          args.net == "10.0.0.0/8" | =
          args.id == "spiffe://a.example/x" | =
          args.cmd.program == "git" | =
          args.cmd has first and args.cmd.first == "push" | =
          args.cmd.args contains "-f" | =
          args.cmd starts with ["git", "status"] | =
          args.cmd == "git status" | =
          args.name like "a*\\*?" | args.name like "a*\\\\*?"
          args.name starts with "ab" | =
          args.name starts with facts.digest | =
          args.name equals ignoring ascii case "Bo" | =
          """)
  void scalar_lowered_says(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          principal in Team::"sre" | =
          principal in [Team::"a", resource.team] | =
          principal in resource.team | =
          principal in resource.teams | principal in any of resource.teams
          principal not in resource.team | not principal in resource.team
          resource in System::"pay" | =
          resource in resource | =
          args.environment in [dev, staging] | =
          args.environment in args.envs | args.envs contains args.environment
          args.count in [1, 2] | =
          args.count in args.numbers | args.numbers contains args.count
          "a" in args.to | args.to contains "a"
          prod in args.envs | args.envs contains prod
          args.to contains "a" | =
          args.envs contains prod | =
          args.to contains all ["a", "b"] | =
          args.envs contains any [dev, prod] | =
          ["a", "b"] contains args.name | =
          [dev, prod] contains args.environment | =
          args.users contains origin | =
          args.ranges contains args.range | =
          nonempty args.to | size(args.to) > 0
          size(args.to) <= 3 | =
          facts.app == Application::"api" | =
          """)
  void membership_lowered_says(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          any x in args.to: x == "a" | =
          every x in args.to: x like "a*" | =
          every u in args.users: u in resource.team | =
          any u in resource.owners: u.oncall | =
          any u in args.users: u has phone and u.phone == "1" | =
          any r in args.ranges: r lacks to or r.to > 3 | any r in args.ranges: not r has to or r.to > 3
          args.ok and any x in args.to: x == "a" | args.ok and (any x in args.to: x == "a")
          (any x in args.to: x == "a") and (any x in args.to: x == "b") | (any x in args.to: x == "a") and (any x_2 in args.to: x_2 == "b")
          every x in args.to, args.cc: x like "a*" | every x in args.to, args.cc where args has cc: x like "a*"
          args has cc and every x in args.to, args.cc: x like "a*" | args has cc and (every x in args.to, args.cc: x like "a*")
          any x in ["a", "b"]: args.name starts with x | =
          every x in args.to: source of x <= user | every x in args.to: source of x from args.to <= user
          every x in args.to, args.cc: source of x != unknown | every x in args.to, args.cc where args has cc: source of x from args.to, args.cc != unknown
          source of args.to == user | =
          source of args.name in [constant, user] | =
          """)
  void quantifier_lowered_says(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          now < args.since | =
          args.since <= now | now >= args.since
          now >= 2026-03-02T10:00:00Z | =
          now == "2026-03-02T10:00:00Z" | now == 2026-03-02T10:00:00Z
          now - session.authenticated < 15m | =
          15m > now - session.authenticated | now - session.authenticated < 15m
          now.hour("UTC") < 9 | =
          9 <= now.hour("Europe/Berlin") | now.hour("Europe/Berlin") >= 9
          now.weekday("UTC") == monday | now.weekday("UTC") in [monday]
          now.weekday("UTC") != sunday | now.weekday("UTC") in [monday, tuesday, wednesday, thursday, friday, saturday]
          now.weekday("UTC") in [saturday, sunday] | =
          now.weekday("UTC") not in [saturday, Weekday.sunday] | not now.weekday("UTC") in [saturday, sunday]
          now.time("Europe/Berlin") between 09:00 and 17:30 | =
          now.time("Europe/Berlin") between 22:00 and 06:00 | =
          """)
  void time_lowered_says(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          if args.ok then args.count == 1 else args.count == 2 | =
          args.environment == (if args.ok then prod else dev) | =
          (if args.ok then prod else args.environment) == dev | =
          not args.ok | =
          not (args.ok and args.count == 1) | =
          args.ok or not args.ok | =
          has delegator and delegator == origin | =
          lacks delegator or delegator.name == "x" | not has delegator or delegator.name == "x"
          session.mfa | =
          session has kind and session.kind == "passkey" | =
          args.pin == "1234" | =
          args has blob | =
          resource.tags has env and resource.tags["env"] == "prod" | resource.tags has env and resource.tags.env == "prod"
          args.labels has `a b` and args.labels["a b"] == "1" | args.labels has `a b` and args.labels.`a b` == "1"
          resource.steward is User and resource.steward.oncall | =
          resource.steward is not User or resource.steward.oncall | not resource.steward is User or resource.steward.oncall
          resource.steward.name == "x" | =
          origin.name == "x" | =
          approved review | =
          approved review and (confirmed say_yes or granted break_glass) | =
          """)
  void condition_lowered_says(String source, String expected) {
    says(source, expected);
  }

  private static void says(String source, String expected) {
    String text = new ExpressionFixture().lowered("when " + source);
    assertThat(text).isEqualTo(expected.equals("=") ? source : expected);
  }
}

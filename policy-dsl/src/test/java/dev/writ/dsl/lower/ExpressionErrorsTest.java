package dev.writ.dsl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One wrong expression a line: its code, the underlined text, the message and, in brackets, help.
 */
class ExpressionErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.count == "3" | TYPE_MISMATCH [args.count == "3"] cannot compare `Int` with `String` (write `3` without quotes)
          args.amount > 500 | TYPE_MISMATCH [args.amount > 500] cannot compare `Decimal` with `Int` (write `500.0`)
          args.amount > "5.5" | TYPE_MISMATCH [args.amount > "5.5"] cannot compare `Decimal` with `String` (write `5.5` without quotes)
          args.count == 3.5 | TYPE_MISMATCH [args.count == 3.5] cannot compare `Int` with `Decimal`
          args.name == 3 | TYPE_MISMATCH [args.name == 3] cannot compare `String` with `Int` (write `"3"`)
          args.ok == "true" | TYPE_MISMATCH [args.ok == "true"] cannot compare `Bool` with `String` (write `true` without quotes)
          args.ttl > 30 | TYPE_MISMATCH [args.ttl > 30] cannot compare `Duration` with `Int` (a duration has a unit: `30s`, `30m`, `30h`)
          args.ttl > "30m" | TYPE_MISMATCH [args.ttl > "30m"] cannot compare `Duration` with `String` (write a number and a unit without quotes, such as `30m`)
          args.since < 30m | TYPE_MISMATCH [args.since < 30m] cannot compare `Instant` with `Duration` (an age is a `Duration`: `now - args.since`)
          args.environment == "prod" | TYPE_MISMATCH [args.environment == "prod"] cannot compare `Environment` with `String` (write `prod` without quotes)
          args.environment == "prd" | TYPE_MISMATCH [args.environment == "prd"] cannot compare `Environment` with `String` (did you mean `prod`, without quotes?)
          args.environment == prd | UNKNOWN_ENUMERATOR [prd] `Environment` has no value `prd` (did you mean `prod`?)
          args.environment == Environment.prd | UNKNOWN_ENUMERATOR [prd] `Environment` has no value `prd` (did you mean `prod`?)
          args.environment == low | UNKNOWN_ENUMERATOR [low] `Environment` has no value `low` (its values are `dev`, `staging`, `prod`)
          args.environment < prod | NOT_ORDERED [args.environment < prod] `Environment` has no order (declare the enum with `<` between its values, or list them: `in [a, b]`)
          args.name < "b" | NOT_ORDERED [args.name < "b"] `String` has no order (only `Int`, `Decimal`, `Instant`, `Duration` and ordered enums have one)
          principal == "bot" | TYPE_MISMATCH [principal == "bot"] cannot compare `Agent` with `String` (write `Agent::"bot"`)
          principal == Team::"a" | TYPE_MISMATCH [principal == Team::"a"] cannot compare `Agent` with `Team`
          principal == User::"ann" | TYPE_MISMATCH [principal == User::"ann"] cannot compare `Agent` with `User` (the rule is checked for `act by Agent on Service` too: write `principal is User and` before it)
          args.to == "a" | TYPE_MISMATCH [args.to == "a"] cannot compare `Set<String>` with `String` (`args.to contains "a"`)
          args.labels == args.labels | NOT_COMPARABLE [args.labels == args.labels] `Map<String, String>` cannot be compared (compare one tag: `tags["name"]`)
          args.count == args.amount | TYPE_MISMATCH [args.count == args.amount] cannot compare `Int` with `Decimal`
          args.count between 1 and "3" | TYPE_MISMATCH ["3"] cannot compare `Int` with `String` (write `3` without quotes)
          args.name between "a" and "b" | NOT_ORDERED [args.name between "a" and "b"] `String` has no order (only `Int`, `Decimal`, `Instant`, `Duration` and ordered enums have one)
          prod == dev | UNTYPED_ENUMERATOR [prod] it is not clear which enum `prod` is a value of (write `Environment.prod`)
          args.path == "srv" | INVALID_LITERAL ["srv"] `srv` is not a Path: it does not start with `/`
          args.path == "/srv/../etc" | INVALID_LITERAL ["/srv/../etc"] `/srv/../etc` is not a Path: it has a segment `..`
          args.url == "HTTPS://a.example/" | INVALID_LITERAL ["HTTPS://a.example/"] `HTTPS://a.example/` is not a Url: its scheme is not of `a-z 0-9 + . -`
          args.ip == "10.0.0.01" | INVALID_LITERAL ["10.0.0.01"] `10.0.0.01` is not an Ip: write four numbers of 0 to 255 without leading zeros, or an IPv6 address without zone id
          args.net == "10.0.0.1/8" | INVALID_LITERAL ["10.0.0.1/8"] `10.0.0.1/8` is not a Cidr: it has bits behind the first 8: write `10.0.0.0/8`
          args.since == "2026-13-01" | INVALID_LITERAL ["2026-13-01"] `2026-13-01` is not an Instant: write it in UTC, to milliseconds at most, as `2026-03-02T10:00:00Z`
          """)
  void comparison_ofWrongTypes_isExplained(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.count | NOT_A_CONDITION [args.count] a condition is a `Bool`, and this is `Int` (compare it: `args.count == …`)
          args.to | NOT_A_CONDITION [args.to] a condition is a `Bool`, and this is `Set<String>` (ask for its elements: `nonempty args.to`)
          principal | NOT_A_CONDITION [principal] a condition is a `Bool`, and this is `Agent` (ask something of it: `principal == …`, `principal in …` or `principal is …`)
          not args.count | NOT_A_CONDITION [args.count] a condition is a `Bool`, and this is `Int` (compare it: `args.count == …`)
          args.ok and args.name | NOT_A_CONDITION [args.name] a condition is a `Bool`, and this is `String` (compare it: `args.name == …`)
          args | NOT_A_VALUE [args] `args` alone is no value (name one of its fields: `args.…`)
          args == facts | NOT_A_VALUE [args] `args` alone is no value (name one of its fields: `args.…`) / NOT_A_VALUE [facts] `facts` alone is no value (name one of its fields: `facts.…`)
          arg.count == 3 | UNKNOWN_NAME [arg] `arg` is not declared (did you mean `args`?)
          args.cuont == 3 | UNKNOWN_FIELD [cuont] `args` has no `cuont` (did you mean `count`?)
          args.zzz == 3 | UNKNOWN_FIELD [zzz] `args` has no `zzz` (it has `count`, `amount`, `name`, `note`, `ok`, `environment`, `env`, `level` and 21 more)
          principal.ownr == origin | UNKNOWN_FIELD [ownr] `Agent` has no `ownr` (did you mean `owner`?)
          principal.oncall | UNKNOWN_FIELD [oncall] `Agent` has no `oncall` (the rule is checked for `act by Agent on Service` too: write `principal is User and` before it)
          resource.steward.oncall | UNKNOWN_FIELD [oncall] `Team` has no `oncall` (ask for its type first: `resource.steward is User and …`)
          args.count.x == 3 | UNKNOWN_FIELD [x] `Int` has no `x` (it has no fields)
          args.to.name == "a" | UNKNOWN_FIELD [name] `Set<String>` has no `name` (a set has no fields: `any x in args.to: x.name …`)
          args.url.hst == "a" | UNKNOWN_FIELD [hst] `Url` has no `hst` (did you mean `host`?)
          args.labels.env == "a" | UNKNOWN_FIELD [args.labels.env] a tag is not read with a dot (write `args.labels["env"]`)
          args.name["a"] == "b" | OPERAND_TYPE [args.name["a"]] only tags are read with a key, and this is `String` (a field is read with a dot)
          resource.tags["env"] == "prod" | MAY_BE_ABSENT [resource.tags["env"]] `resource.tags["env"]` may be absent (ask for it to the left: `resource.tags has env and …` or `resource.tags lacks env or …`)
          args.note == "a" | MAY_BE_ABSENT [args.note] `args.note` may be absent (ask for it to the left: `args has note and …` or `args lacks note or …`)
          args.url.port == 80 | MAY_BE_ABSENT [args.url.port] `args.url.port` may be absent (ask for it to the left: `args.url has port and …` or `args.url lacks port or …`)
          args.range.to == 3 | MAY_BE_ABSENT [args.range.to] `args.range.to` may be absent (ask for it to the left: `args.range has to and …` or `args.range lacks to or …`)
          principal.workload == "spiffe://a/b" | MAY_BE_ABSENT [principal.workload] `principal.workload` may be absent (ask for it to the left: `principal has workload and …` or `principal lacks workload or …`)
          principal.owner.manager.phone == "1" | MAY_BE_ABSENT [principal.owner.manager] `principal.owner.manager` may be absent (ask for it to the left: `principal.owner has manager and …` or `principal.owner lacks manager or …`) / MAY_BE_ABSENT [principal.owner.manager.phone] `principal.owner.manager.phone` may be absent (ask for it to the left: `principal.owner.manager has phone and …` or `principal.owner.manager lacks phone or …`)
          any u in args.users: u.phone == "1" | MAY_BE_ABSENT [u.phone] `u.phone` may be absent (ask for it to the left: `u has phone and …` or `u lacks phone or …`)
          args has zzz | UNKNOWN_FIELD [zzz] `args` has no `zzz` (it has `count`, `amount`, `name`, `note`, `ok`, `environment`, `env`, `level` and 21 more)
          args.url has scheme | OPERAND_TYPE [scheme] `Url` always has `scheme` (leave the condition out)
          delegator == origin | NO_DELEGATOR [delegator] there may be no `delegator` (ask for it to the left: `has delegator and …`; `origin` is always there)
          approver == origin | ROOT_NOT_AVAILABLE [approver] there is no `approver` here (`approver` is the voter, in the `when` of a clause)
          requester == origin | ROOT_NOT_AVAILABLE [requester] there is no `requester` here (`requester` is who asks, in `requested by` and in approvals)
          Team == resource.team | TYPE_AS_VALUE [Team] `Team` is an entity type, not a value (write `Team::"id"` for one entity, or `is Team` for all of them)
          Environment == args.environment | TYPE_AS_VALUE [Environment] `Environment` is an enum, not a value (write one of its values, such as `Environment.dev`)
          principal in Team | TYPE_AS_VALUE [Team] `Team` is an entity type, not a value (write `Team::"id"` for one entity, or `is Team` for all of them)
          Team.x == resource.team | TYPE_AS_VALUE [Team.x] `Team` is an entity type, not a value (write `Team::"id"` for one entity, or `is Team` for all of them)
          a.b.zzz == 3 | UNKNOWN_NAME [a] `a` is not declared
          args.pin like "1*" | SECRET_FIELD [args.pin] `args.pin` is secret, so it can only be asked for `has` and `==`
          args.pin in ["1", "2"] | SECRET_FIELD [args.pin] `args.pin` is secret, so it can only be asked for `has` and `==`
          args has blob and args.blob == "a" | OPAQUE_VALUE [args.blob] `args.blob` is `Opaque`, so nothing but `has` can be asked of it (declare what matters in it as a field of its own)
          facts.app == Application::"apis" | UNKNOWN_ENTITY ["apis"] there is no `Application` with the id `apis` (did you mean `api`?)
          resource.team == Tema::"a" | UNKNOWN_NAME [Tema] `Tema` is not declared
          resource.team == Team::"" | INVALID_LITERAL [""] an entity id is not empty
          """)
  void name_thatStandsForNothing_isExplained(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          resource in resource.team | NEVER_A_MEMBER [resource.team] an entity of type `Service` can never be in one of type `Team` (declare the parent: `entity Service in Team`)
          resource in Team::"a" | NEVER_A_MEMBER [Team::"a"] an entity of type `Service` can never be in one of type `Team` (declare the parent: `entity Service in Team`)
          principal in System::"a" | NEVER_A_MEMBER [System::"a"] an entity of type `Agent` can never be in one of type `System` (declare the parent: `entity Agent in System`)
          principal in [Team::"a", System::"b"] | NEVER_A_MEMBER [System::"b"] an entity of type `Agent` can never be in one of type `System` (declare the parent: `entity Agent in System`)
          principal in args.to | NOT_AN_ENTITY [args.to] an entity cannot be in `Set<String>` (after `in` stands an entity, a list of entities or a set of them)
          principal in args.name | NOT_AN_ENTITY [args.name] an entity cannot be in `String` (after `in` stands an entity, a list of entities or a set of them)
          args.name in "abc" | NEVER_A_MEMBER [args.name in "abc"] `String` can never be in `String` (write `args.name == "abc"` or a list: `["abc"]`)
          args.name in args.numbers | NEVER_A_MEMBER [args.name in args.numbers] `String` can never be in `Set<Int>`
          args.count in ["1"] | TYPE_MISMATCH ["1"] this is `String`, and the list holds `Int` (write `1` without quotes)
          args.environment in [dev, prdo] | UNKNOWN_ENUMERATOR [prdo] `Environment` has no value `prdo` (did you mean `prod`?)
          args.path in "/srv" | NEVER_A_MEMBER [args.path in "/srv"] `Path` can never be in `String` (write `args.path under "/srv"`)
          args.to in args.to | NEVER_A_MEMBER [args.to in args.to] `Set<String>` can never be in `Set<String>` (write `args.to contains all args.to`)
          args.ip in "10.0.0.1" | INVALID_LITERAL ["10.0.0.1"] `10.0.0.1` is not a Cidr: write an address, `/` and a number of bits, as `10.0.0.0/8`
          args.ip in args.to | NEVER_A_MEMBER [args.ip in args.to] `Ip` can never be in `Set<String>`
          args.name is User | NOT_AN_ENTITY [args.name] `is` asks for the type of an entity, and this is `String`
          principal is Service | NEVER_THE_TYPE [principal is Service] `principal` is never of type `Service` (it can be `Agent`, `User`)
          resource.steward is Service | NEVER_THE_TYPE [resource.steward is Service] `resource.steward` is never of type `Service` (it can be `Team`, `User`)
          principal is Agnt | UNKNOWN_NAME [Agnt] `Agnt` is not declared
          args.name contains "a" | NOT_A_SET [args.name] this must be a set, and it is `String` (a part of a string is asked for by `like "*part*"`)
          args.to contains 3 | TYPE_MISMATCH [args.to contains 3] `Set<String>` cannot contain `Int` (write `"3"`)
          args.to contains ["a"] | TYPE_MISMATCH [args.to contains ["a"]] `Set<String>` cannot contain `Set<String>` (write `args.to contains all ["a"]` or `contains any`)
          args.to contains all "a" | TYPE_MISMATCH [args.to contains all "a"] `Set<String>` cannot contain the elements of `String` (write `args.to contains "a"`)
          args.to contains all [1] | TYPE_MISMATCH [1] this is `Int`, and the list holds `String` (write `"1"`)
          args.nets contains args.ip | TYPE_MISMATCH [args.nets contains args.ip] `Set<Cidr>` cannot contain `Ip` (write `args.ip in args.nets`)
          args.envs contains prdo | UNKNOWN_ENUMERATOR [prdo] `Environment` has no value `prdo` (did you mean `prod`?)
          nonempty args.name | NOT_A_SET [args.name] this must be a set, and it is `String` (a part of a string is asked for by `like "*part*"`)
          size(args.name) > 3 | NOT_A_SET [args.name] this must be a set, and it is `String` (a part of a string is asked for by `like "*part*"`)
          size(args.cc) > 3 | MAY_BE_ABSENT [args.cc] `args.cc` may be absent (ask for it to the left: `args has cc and …` or `args lacks cc or …`)
          any x in args.name: x == "a" | NOT_A_SET [args.name] this must be a set, and it is `String` (a part of a string is asked for by `like "*part*"`)
          any x in args.to: x | NOT_A_CONDITION [x] a condition is a `Bool`, and this is `String` (compare it: `x == …`)
          any x in args.cc: x == "a" | MAY_BE_ABSENT [args.cc] `args.cc` may be absent (ask for it to the left: `args has cc and …` or `args lacks cc or …`)
          any x in args.to, args.numbers: x == "a" | TYPE_MISMATCH [args.numbers] this holds `Int`, and the set before it `String` (sets of one quantifier hold elements of one type)
          any x in args.to: any y in args.users: y.name == x | NESTED_QUANTIFIER [any y in args.users: y.name == x] a quantifier cannot stand inside another (ask with `in`, `contains any` or `contains all`, or keep what is needed as an attribute)
          args.to == [] and [] == [] | UNTYPED_LIST [[]] it is not clear what an empty list holds here (write `nonempty s` or `size(s) == 0` to ask whether a set is empty)
          args.to == ["a", 1] | TYPE_MISMATCH [1] this is `Int`, and the list holds `String` (write `"1"`)
          args.to == [args.to] | OPERAND_TYPE [args.to] a list holds single values, and this is `Set<String>`
          """)
  void membership_thatCannotBe_isExplained(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          args.count + args.amount == 3 | OPERAND_TYPE [args.count + args.amount] `+` does not take `Int` and `Decimal`
          args.count + 1.5 == 3 | OPERAND_TYPE [args.count + 1.5] `+` does not take `Int` and `Decimal`
          args.name + "a" == "ba" | OPERAND_TYPE [args.name + "a"] `+` does not take `String` and `String` (strings cannot be put together; compare the parts)
          1h + args.since > args.since | OPERAND_TYPE [1h + args.since] `+` does not take `Duration` and `Instant` (put the instant first: `args.since + 1h`)
          args.since + args.since > args.since | OPERAND_TYPE [args.since + args.since] `+` does not take `Instant` and `Instant`
          args.count * args.count > 3 | FACTOR_NOT_LITERAL [args.count * args.count] `*` takes a literal `Int` on one side
          args.amount * 1.5 > 3.0 | FACTOR_NOT_LITERAL [args.amount * 1.5] `*` takes a literal `Int` on one side (there is no product with a fraction; compare a multiple of the other side)
          args.name * 3 == "a" | OPERAND_TYPE [args.name * 3] `*` does not take `String` (it takes `Int`, `Decimal` and `Duration`)
          -args.name == "a" | OPERAND_TYPE [-args.name] `-` does not take `String` (it takes `Int`, `Decimal` and `Duration`)
          args.count like "a" | OPERAND_TYPE [args.count] `like` does not take `Int` (it takes `String`)
          args.path like "/srv/*" | OPERAND_TYPE [args.path] `like` does not take `Path` (a path is asked for by `matches` or `under`)
          args.url like "https:*" | OPERAND_TYPE [args.url] `like` does not take `Url` (ask for a part: `.host under "example.com"`)
          args.name matches "/srv/*" | OPERAND_TYPE [args.name] `matches` does not take `String` (a string is asked for by `like`)
          args.path matches "srv" | INVALID_LITERAL ["srv"] `srv` is not a path pattern: it does not start with `/`
          args.name under "/srv" | OPERAND_TYPE [args.name] `under` does not take `String` (it takes a `Path` or the host of a `Url`)
          args.url under "/srv" | OPERAND_TYPE [args.url] `under` does not take `Url` (ask for a part: `.host under "example.com"` or `.path under "/v1"`)
          args.path under "srv" | INVALID_LITERAL ["srv"] `srv` is not a Path: it does not start with `/`
          args.path under args.name | OPERAND_TYPE [args.name] `under` does not take `String` (a path is under a `Path`)
          args.url.host under "Example.com" | INVALID_LITERAL ["Example.com"] `Example.com` is not a host: its host is not of lower-case labels of `a-z 0-9 -` (A-labels), of 1 to 63 characters, without a dot at the end
          args.url.host under args.name | OPERAND_TYPE [args.name] a host is under a domain that is written out (write a string, such as `under "example.com"`)
          args.path starts with "/srv" | OPERAND_TYPE [args.path] `starts with` does not take `Path` (a path is asked for by whole segments: `under`)
          args.count starts with "1" | OPERAND_TYPE [args.count] `starts with` does not take `Int` (it takes `String`)
          args.cmd starts with "git" | OPERAND_TYPE ["git"] a command starts with words that are written out (write a list of strings: `starts with ["git", "status"]`)
          args.cmd starts with ["git status"] | INVALID_LITERAL [["git status"]] a word of a command holds no space (write each word as a string of its own)
          args.cmd starts with ["git;"] | INVALID_LITERAL [["git;"]] `git;` is not a Command: `;` is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces
          args.cmd starts with [] | OPERAND_TYPE [[]] a command starts with words that are written out (write a list of strings: `starts with ["git", "status"]`)
          args.count equals ignoring ascii case "a" | OPERAND_TYPE [args.count] `equals ignoring ascii case` does not take `Int` (it takes `String`)
          if args.ok then args.count else args.name | DIFFERENT_BRANCHES [if args.ok then args.count else args.name] one branch is `Int` and the other `String` (both branches of an `if` have one type)
          { a: 1 } == args.range | NOT_A_VALUE [{ a: 1 }] a record cannot be written here (compare its fields one by one)
          args.count.abs() == 3 | NO_FUNCTIONS [args.count.abs()] there is no function `abs` (only `now.hour(zone)`, `now.weekday(zone)` and `now.time(zone)` take arguments)
          """)
  void operator_onWrongTypes_isExplained(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          now == now | MISPLACED_NOW [now == now] `now == now` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now + 1h < args.since | MISPLACED_NOW [now + 1h] `now + 1h` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          args.since - now < 1h | MISPLACED_NOW [args.since - now] `args.since - now` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now < 30m | TYPE_MISMATCH [30m] cannot compare `Instant` with `Duration` (an age is a `Duration`: `now - 30m`)
          now - args.since < 30 | TYPE_MISMATCH [30] cannot compare `Duration` with `Int` (a duration has a unit: `30s`, `30m`, `30h`)
          now - args.count < 30m | TYPE_MISMATCH [args.count] cannot compare `Instant` with `Int`
          now in [args.since] | MISPLACED_NOW [now] `now` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now between args.since and args.since | MISPLACED_NOW [now between args.since and args.since] `now` cannot stand before `between` (write `now >= a and now < b`)
          now.hour("UTC") + 1 < 3 | MISPLACED_NOW [now.hour("UTC") + 1] `now.hour("UTC") + 1` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now.hour("UTC") in [1, 2] | MISPLACED_NOW [now.hour("UTC") in [1, 2]] `now.hour("UTC") in [1, 2]` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now.hour("UTC") between 1 and 2 | MISPLACED_NOW [now.hour("UTC") between 1 and 2] `now.hour("UTC") between 1 and 2` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now.hour() < 3 | UNKNOWN_ZONE [now.hour()] `hour` takes one time zone, a string (write `now.hour("Europe/Berlin")`)
          now.hour("Berlin") < 3 | UNKNOWN_ZONE ["Berlin"] there is no time zone `Berlin` (use a name of the IANA time zone database, such as `Europe/Berlin`)
          now.hour("Europe/Brelin") < 3 | UNKNOWN_ZONE ["Europe/Brelin"] there is no time zone `Europe/Brelin` (did you mean `Europe/Berlin`?)
          now.hour("UTC") == "3" | TYPE_MISMATCH ["3"] cannot compare `Int` with `String` (write `3` without quotes)
          now.hour == 3 | MISPLACED_NOW [now.hour] `now.hour` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now.hours("UTC") == 3 | UNKNOWN_FIELD [hours] `now` has no `hours` (did you mean `hour`?)
          now.weekday("UTC") < sunday | MISPLACED_NOW [now.weekday("UTC") < sunday] days of the week go round, so none is before another (list them: `now.weekday("UTC") in [saturday, sunday]`)
          now.weekday("UTC") == sundy | UNKNOWN_ENUMERATOR [sundy] `Weekday` has no value `sundy` (did you mean `sunday`?)
          now.weekday("UTC") == args.environment | MISPLACED_NOW [args.environment] the day of the week is compared with literal days only (write `monday`, `tuesday` and so on)
          now.weekday("UTC") in args.envs | MISPLACED_NOW [now.weekday("UTC") in args.envs] `now.weekday("UTC") in args.envs` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now.time("UTC") == 09:00 | MISPLACED_NOW [now.time("UTC") == 09:00] `now.time("UTC") == 09:00` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          now.time("UTC") between 09:00 and 09:00 | EMPTY_INTERVAL [now.time("UTC") between 09:00 and 09:00] there is no time between these bounds (the upper bound is not in: leave the condition out for the whole day)
          now.time("UTC") between 09:00:30 and 10:00 | INVALID_LITERAL [09:00:30] a time of day is given to the minute (leave the seconds out)
          now.time("UTC") between 9 and 17 | MISPLACED_NOW [9] `9` is not a time of day (write `now.time("UTC") between 09:00 and 17:00`) / MISPLACED_NOW [17] `17` is not a time of day (write `now.time("UTC") between 09:00 and 17:00`)
          args.since == 09:00 | MISPLACED_NOW [09:00] a time of day cannot stand here (write `now.time("UTC") between 09:00 and 17:00`)
          size(now) == 3 | MISPLACED_NOW [now] `now` cannot stand here (`now` stands in `now < e`, `now - e < 30m`, `now.hour("UTC") < 9`, `now.weekday("UTC") in [saturday, sunday]` and `now.time("UTC") between 09:00 and 17:00`)
          """)
  void now_usedOtherwise_isExplained(String source, String expected) {
    says(source, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          not approved review | APPROVAL_WOULD_NARROW [approved review] `approved` cannot stand here: it must be that it only adds (it stands in the `when` of a permit, `may` or grant and in the `unless` of a forbid or limit, under `and` and `or` alone)
          if args.ok then approved review else false | APPROVAL_WOULD_NARROW [approved review] `approved` cannot stand here: it must be that it only adds (it stands in the `when` of a permit, `may` or grant and in the `unless` of a forbid or limit, under `and` and `or` alone)
          any x in args.to: granted break_glass | APPROVAL_WOULD_NARROW [granted break_glass] `granted` cannot stand here: it must be that it only adds (it stands in the `when` of a permit, `may` or grant and in the `unless` of a forbid or limit, under `and` and `or` alone)
          approved reveiw | UNKNOWN_NAME [reveiw] `reveiw` is not declared
          session labelled untrusted | LABEL_WOULD_WIDEN [session labelled untrusted] `labelled` cannot stand here: it must be that a label only takes away (it stands in the `when` of a forbid or limit and in the `unless` of a permit, under `and` and `or` alone)
          principal labelled untrusted | OPERAND_TYPE [principal] only the session has labels (write `session labelled untrusted`) / LABEL_WOULD_WIDEN [principal labelled untrusted] `labelled` cannot stand here: it must be that a label only takes away (it stands in the `when` of a forbid or limit and in the `unless` of a permit, under `and` and `or` alone)
          source of facts.digest == user | NO_SOURCE [source of facts.digest] `facts.digest` has no source (it is told for what the principal chose: `source of args.…`, or the variable of a quantifier over such sets)
          source of args.range.from == user | NO_SOURCE [source of args.range.from] `args.range.from` has no source (it is told for the whole argument: `source of args.range`)
          source of args.note == user | MAY_BE_ABSENT [args.note] `args.note` may be absent (ask for it to the left: `args has note and …` or `args lacks note or …`)
          source of args.zzz == user | UNKNOWN_FIELD [zzz] `args` has no `zzz` (it has `count`, `amount`, `name`, `note`, `ok`, `environment`, `env`, `level` and 21 more)
          any u in resource.owners: source of u == user | NO_SOURCE [source of u] `u` has no source (it is told for what the principal chose: `source of args.…`, or the variable of a quantifier over such sets)
          any u in args.to, resource.teams: source of u == user | TYPE_MISMATCH [resource.teams] this holds `Team`, and the set before it `String` (sets of one quantifier hold elements of one type)
          source of args.name == agent | UNKNOWN_ENUMERATOR [agent] `Source` has no value `agent` (its values are `constant`, `user`, `tool`, `unknown`)
          """)
  void authority_orSource_whereItCannotStand_isExplained(String source, String expected) {
    says(source, expected);
  }

  private static void says(String source, String expected) {
    assertThat(String.join(" / ", new ExpressionFixture().problems("when " + source)))
        .isEqualTo(expected);
  }
}

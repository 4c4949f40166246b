package dev.writ.bench.scenario;

import dev.writ.bench.scenario.IamRule.Condition;
import java.util.List;
import java.util.function.Predicate;

/**
 * Conditions in the proportions of published IAM policies ({@link IamScenario}): of 100 operators
 * there 52 compare strings for equality, 18 match globs, 10 ask whether a value is there, 12 look
 * at sets, 2 at a flag and 2 exclude values. Ranges, of which there are hardly any, are given 4.
 */
final class IamConditions {
  private final Draw draw;

  IamConditions(Draw draw) {
    this.draw = draw;
  }

  Condition next() {
    int at = draw.below(100);
    if (at < 52) {
      return equality();
    }
    if (at < 70) {
      return glob();
    }
    if (at < 80) {
      return presence();
    }
    if (at < 92) {
      return sets();
    }
    if (at < 96) {
      return range();
    }
    return at < 98 ? flag() : exclusion();
  }

  private Condition equality() {
    return switch (draw.below(4)) {
      case 0 -> {
        String value = "project_" + draw.below(IamScenario.PROJECTS);
        yield when(
            "resource.project == \"%s\"".formatted(value),
            call -> call.resource().project().equals(value));
      }
      case 1 -> {
        String value = "region_" + draw.below(IamScenario.REGIONS);
        yield when("facts.region == \"%s\"".formatted(value), call -> call.region().equals(value));
      }
      case 2 ->
          when(
              "resource.project == principal.project",
              call -> call.resource().project().equals(call.user().project));
      default -> {
        String value = "project_" + draw.below(IamScenario.PROJECTS);
        yield when(
            "principal.project == \"%s\"".formatted(value),
            call -> call.user().project.equals(value));
      }
    };
  }

  private Condition glob() {
    String prefix = "home/" + draw.of(IamScenario.FOLDERS) + "/";
    return when("args.key like \"%s*\"".formatted(prefix), call -> call.key().startsWith(prefix));
  }

  private Condition presence() {
    return draw.chance(0.5)
        ? when("resource has owner", call -> call.resource().owner() != null)
        : when("resource lacks owner", call -> call.resource().owner() == null);
  }

  private Condition sets() {
    String one = "tag_" + draw.below(IamScenario.TAGS);
    String other = "tag_" + draw.below(IamScenario.TAGS);
    return draw.chance(0.6)
        ? when(
            "resource.tags contains any [\"%s\", \"%s\"]".formatted(one, other),
            call -> call.resource().tags().contains(one) || call.resource().tags().contains(other))
        : when(
            "resource.tags contains \"%s\"".formatted(one),
            call -> call.resource().tags().contains(one));
  }

  private Condition range() {
    int low = draw.below(500);
    int high = low + 100 + draw.below(500);
    return switch (draw.below(3)) {
      case 0 ->
          when(
              "args.count >= %d and args.count < %d".formatted(low, high),
              call -> call.count() >= low && call.count() < high);
      case 1 -> when("args.count <= " + high, call -> call.count() <= high);
      default -> {
        int net = draw.below(4);
        yield when("facts.ip in \"10.%d.0.0/16\"".formatted(net), call -> call.net() == net);
      }
    };
  }

  private static Condition flag() {
    return when("facts.mfa", IamScenario.Call::mfa);
  }

  private Condition exclusion() {
    List<String> regions =
        List.of(
            "region_" + draw.below(IamScenario.REGIONS),
            "region_" + draw.below(IamScenario.REGIONS));
    return new Condition(
        "facts.region in [\"%s\", \"%s\"]".formatted(regions.get(0), regions.get(1)),
        true,
        call -> regions.contains(call.region()));
  }

  private static Condition when(String text, Predicate<IamScenario.Call> holds) {
    return new Condition(text, false, holds);
  }
}

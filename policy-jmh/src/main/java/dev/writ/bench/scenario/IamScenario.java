package dev.writ.bench.scenario;

import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * S4: statements in the proportions of real IAM policies.
 *
 * <p>The proportions are those counted in the 1,594 managed policies that AWS publishes, with 8,853
 * statements: 53 in 100 name several actions and 8 a wildcard of a service; 52 match resources by a
 * pattern with a wildcard, the others speak of all; 44 have a condition, 8 two and 3 three or more;
 * for the conditions themselves see {@link IamConditions}. Services are as uneven as there (the
 * first of 450 has a sixth of all actions named), drawn by Zipf's law. Two things are not as there,
 * since published policies are made to be attached and not to restrain: one statement in five
 * forbids (there one in a hundred), half of those for everybody, and four conditions in a hundred
 * are ranges.
 */
final class IamScenario {
  static final int PROJECTS = 40;
  static final int REGIONS = 12;
  static final int TAGS = 30;
  static final List<String> FOLDERS = List.of("ann", "bob", "data", "logs", "public", "tmp");
  static final List<String> VERBS = List.of("get", "list", "put", "delete", "tag", "admin");
  private static final List<String> AREAS = List.of("logs", "data", "backup", "www");
  private static final List<String> ENDINGS = List.of(".json", ".log", ".png");
  private static final int SERVICES = 10;

  /** A user, and the numbers of the groups that the user is in. */
  static final class User {
    final String id;
    final String project;
    private final int[] groups;

    User(String id, Set<Integer> groups, String project) {
      this.id = id;
      this.project = project;
      this.groups = groups.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  record Resource(
      String id,
      String name,
      int bucket,
      String project,
      @Nullable String owner,
      Set<String> tags) {}

  record Call(
      User user,
      int service,
      int verb,
      Resource resource,
      String key,
      int count,
      String region,
      boolean mfa,
      int net) {}

  private final Draw draw = new Draw(7);
  private final int groups;
  private final int buckets;
  private final List<User> users = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<IamRule> rules = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final Zipf byService = new Zipf(SERVICES);

  private IamScenario(int count) {
    groups = Math.max(10, count / 20);
    buckets = Math.max(10, count / 10);
    Zipf byGroup = new Zipf(groups);
    for (int i = 0; i < 1_000; i++) {
      Set<Integer> in = new LinkedHashSet<>();
      for (int n = 1 + draw.below(4); n > 0; n--) {
        in.add(byGroup.rank(draw.fraction()));
      }
      users.add(new User("user_" + i, in, "project_" + draw.below(PROJECTS)));
    }
    for (int i = 0; i < 4_000; i++) {
      resources.add(resource(i, draw.below(buckets)));
    }
    IamConditions conditions = new IamConditions(draw);
    for (int i = 0; i < count; i++) {
      rules.add(rule(i, conditions));
    }
    ask();
  }

  static String action(int service, int verb) {
    return VERBS.get(verb) + "_" + service;
  }

  private Resource resource(int number, int bucket) {
    Set<String> tags = new LinkedHashSet<>();
    for (int n = draw.below(5); n > 0; n--) {
      tags.add("tag_" + draw.below(TAGS));
    }
    return new Resource(
        "resource_" + number,
        "bucket_%d/%s/%d%s".formatted(bucket, draw.of(AREAS), number, draw.of(ENDINGS)),
        bucket,
        "project_" + draw.below(PROJECTS),
        draw.chance(0.5) ? "user_" + draw.below(1_000) : null,
        tags);
  }

  private IamRule rule(int number, IamConditions conditions) {
    boolean permits = !draw.chance(0.2);
    boolean everybody = !permits && draw.chance(0.5);
    boolean pattern = everybody || draw.chance(0.52);
    boolean deep = draw.chance(0.5);
    IamRule.Head head =
        new IamRule.Head(
            permits,
            everybody ? -1 : draw.below(groups),
            byService.rank(draw.fraction()),
            verbs(),
            pattern ? draw.below(buckets) : -1);
    return new IamRule(
        number,
        head,
        pattern && deep ? draw.of(AREAS) + "/" : "",
        pattern && draw.chance(0.15) ? draw.of(ENDINGS) : "",
        conditions(conditions));
  }

  private List<Integer> verbs() {
    if (draw.chance(0.08)) {
      return List.of(0, 1, 2, 3, 4, 5);
    }
    Set<Integer> some = new LinkedHashSet<>();
    for (int n = draw.chance(0.57) ? 2 + draw.below(3) : 1; some.size() < n; ) {
      some.add(draw.below(VERBS.size()));
    }
    return some.stream().sorted().toList();
  }

  private List<IamRule.Condition> conditions(IamConditions conditions) {
    int at = draw.below(100);
    int count = at < 3 ? 3 : at < 11 ? 2 : at < 44 ? 1 : 0;
    List<IamRule.Condition> some = new ArrayList<>();
    while (some.size() < count) {
      some.add(conditions.next());
    }
    return some;
  }

  /** Two calls in three are such as some rule of one of the user's groups may be about. */
  private void ask() {
    Map<Integer, List<IamRule>> byGroup = new HashMap<>();
    rules.forEach(
        rule -> byGroup.computeIfAbsent(rule.head().group(), group -> new ArrayList<>()).add(rule));
    Map<Integer, List<Resource>> byBucket = new HashMap<>();
    resources.forEach(
        one -> byBucket.computeIfAbsent(one.bucket(), bucket -> new ArrayList<>()).add(one));
    Zipf byUser = new Zipf(users.size());
    while (calls.size() < Scenario.REQUESTS) {
      User user = draw.skewed(users, byUser);
      List<IamRule> about =
          byGroup.getOrDefault(user.groups[draw.below(user.groups.length)], List.of());
      if (about.isEmpty() || draw.chance(0.33)) {
        calls.add(call(user, byService.rank(draw.fraction()), draw.below(6), draw.of(resources)));
      } else {
        IamRule.Head rule = draw.of(about).head();
        calls.add(
            call(
                user,
                rule.service(),
                draw.of(rule.verbs()),
                draw.of(byBucket.getOrDefault(rule.bucket(), resources))));
      }
    }
  }

  private Call call(User user, int service, int verb, Resource resource) {
    return new Call(
        user,
        service,
        verb,
        resource,
        "home/" + draw.of(FOLDERS) + "/" + draw.below(1_000),
        draw.below(1_000),
        "region_" + draw.below(REGIONS),
        draw.chance(0.7),
        draw.below(4));
  }

  static Scenario make(String name, int count) {
    IamScenario data = new IamScenario(count);
    return Scenario.of(
        name,
        count + " statements in the proportions of IAM policies, one in five forbids",
        Policies.of(declarations(), data.rules.stream().map(IamRule::text).toList()),
        Entities.of(data.entities()),
        data.calls.stream().map(IamScenario::request).toList(),
        data.floor(),
        Dialects.NONE);
  }

  private static String declarations() {
    StringBuilder text =
        new StringBuilder(
            """
            entity Group;
            human entity User in Group { project: String; }
            entity Resource {
              name: String; project: String; owner?: User; tags: Set<String> max 10;
            }
            """);
    for (int service = 0; service < SERVICES; service++) {
      List<String> names = new ArrayList<>();
      for (int verb = 0; verb < VERBS.size(); verb++) {
        names.add(action(service, verb));
        text.append("action ")
            .append(action(service, verb))
            .append(
                """
                 by User on Resource
                  with { key: String, count: Int } facts { region: String, mfa: Bool, ip: Ip };
                """);
      }
      text.append("action group service_%d { %s }%n".formatted(service, String.join(", ", names)));
    }
    return text.toString();
  }

  /**
   * Rules by action and group, and those for everybody by action and bucket; a group has few rules
   * of one action.
   */
  private final class Shelf {
    private final IamRule[][][] byGroup = new IamRule[SERVICES * VERBS.size()][groups][0];
    private final IamRule[][][] byBucket = new IamRule[SERVICES * VERBS.size()][buckets][0];

    void add(IamRule rule) {
      IamRule.Head head = rule.head();
      for (int verb : head.verbs()) {
        int action = head.service() * VERBS.size() + verb;
        IamRule[][] places = head.isForEverybody() ? byBucket[action] : byGroup[action];
        int place = head.isForEverybody() ? head.bucket() : head.group();
        places[place] = Arrays.copyOf(places[place], places[place].length + 1);
        places[place][places[place].length - 1] = rule;
      }
    }

    boolean any(Call call) {
      int action = call.service * VERBS.size() + call.verb;
      if (any(call, byBucket[action][call.resource.bucket])) {
        return true;
      }
      for (int group : call.user.groups) {
        if (any(call, byGroup[action][group])) {
          return true;
        }
      }
      return false;
    }

    private static boolean any(Call call, IamRule[] rules) {
      for (IamRule rule : rules) {
        if (rule.fits(call)) {
          return true;
        }
      }
      return false;
    }
  }

  private Decider floor() {
    Shelf forbids = new Shelf();
    Shelf permits = new Shelf();
    rules.forEach(rule -> (rule.head().permits() ? permits : forbids).add(rule));
    Call[] ready = calls.toArray(Call[]::new);
    return number -> !forbids.any(ready[number]) && permits.any(ready[number]);
  }

  private static Request request(Call call) {
    return Request.of(
            EntityId.of("User", call.user.id),
            action(call.service, call.verb),
            EntityId.of("Resource", call.resource.id))
        .arg("key", call.key)
        .arg("count", call.count)
        .fact("region", call.region)
        .fact("mfa", call.mfa)
        .fact("ip", "10." + call.net + ".3.4");
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      entities.add(Entity.of("Group", "group_" + group));
    }
    for (User user : users) {
      EntityId[] in =
          Arrays.stream(user.groups)
              .mapToObj(group -> EntityId.of("Group", "group_" + group))
              .toArray(EntityId[]::new);
      entities.add(Entity.of("User", user.id).with("project", user.project).in(in));
    }
    for (Resource resource : resources) {
      Entity entity =
          Entity.of("Resource", resource.id)
              .with("name", resource.name)
              .with("project", resource.project)
              .with("tags", List.copyOf(resource.tags));
      entities.add(
          resource.owner == null
              ? entity
              : entity.with("owner", EntityId.of("User", resource.owner)));
    }
    return entities;
  }
}

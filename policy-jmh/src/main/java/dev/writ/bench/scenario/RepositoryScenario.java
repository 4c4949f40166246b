package dev.writ.bench.scenario;

import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Repositories, teams and organisations of the benchmark of Cutler et al., Cedar (OOPSLA 2024),
 * with data as its generator draws it: each possible connection with probability 0.05.
 */
final class RepositoryScenario {
  private static final double CONNECTED = 0.05;

  private static final String POLICIES =
      """
      entity OrgPermission;
      entity RepoPermission;
      entity Organization in OrgPermission {
        readers: OrgPermission; writers: OrgPermission; admins: OrgPermission;
      }
      entity Team in Team, RepoPermission;
      human entity User in Organization, Team, OrgPermission, RepoPermission;
      entity Repository {
        owner: Organization; readers: RepoPermission; triagers: RepoPermission;
        writers: RepoPermission; maintainers: RepoPermission; admins: RepoPermission;
      }
      action read by User on Repository;
      action triage by User on Repository;
      action write by User on Repository;
      action maintain by User on Repository;
      action admin by User on Repository;
      action group triaging { read, triage }
      action group writing { triaging, write }
      action group maintaining { writing, maintain }
      action group administering { maintaining, admin }

      permit "readers" read by User on Repository when principal in resource.readers;
      permit "triagers" triaging by User on Repository when principal in resource.triagers;
      permit "writers" writing by User on Repository when principal in resource.writers;
      permit "maintainers" maintaining by User on Repository
        when principal in resource.maintainers;
      permit "admins" administering by User on Repository when principal in resource.admins;
      permit "readers of the owner" read by User on Repository
        when principal in resource.owner.readers;
      permit "writers of the owner" writing by User on Repository
        when principal in resource.owner.writers;
      permit "admins of the owner" administering by User on Repository
        when principal in resource.owner.admins;
      """;

  private static final List<String> CEDAR_GROUPS =
      List.of(
          "[Action::\"read\"]",
          "[Action::\"read\", Action::\"triage\"]",
          "[Action::\"read\", Action::\"triage\", Action::\"write\"]",
          "[Action::\"read\", Action::\"triage\", Action::\"write\", Action::\"maintain\"]",
          "[Action::\"read\", Action::\"triage\", Action::\"write\", Action::\"maintain\","
              + " Action::\"admin\"]");

  /** What may be done, each including those before it. */
  enum Level {
    READ(0),
    TRIAGE(1),
    WRITE(2),
    MAINTAIN(3),
    ADMIN(4);

    /** The number of the first role that may do it, in {@link #ROLES}. */
    final int role;

    Level(int role) {
      this.role = role;
    }

    boolean covers(Level other) {
      return compareTo(other) >= 0;
    }
  }

  private static final List<String> ROLES =
      List.of("readers", "triagers", "writers", "maintainers", "admins");

  /** The roles of an organisation, by number in {@link #ROLES}. */
  private static final List<Integer> ORG_ROLES = List.of(0, 2, 4);

  /** An entity, and all that it is in, itself among it. */
  static final class Node {
    final EntityId id;
    final Set<Node> parents = new LinkedHashSet<>();
    final Set<Node> ancestors = new HashSet<>();

    Node(String type, String name) {
      id = EntityId.of(type, name);
    }

    void close() {
      if (ancestors.add(this)) {
        for (Node parent : parents) {
          parent.close();
          ancestors.addAll(parent.ancestors);
        }
      }
    }
  }

  /** An organisation or a repository: for each role the group that has it, or null for none. */
  record Place(Node node, List<Node> roles, int owner) {}

  record Question(Node user, Level level, Place repository, Place owner) {}

  private final Draw draw = new Draw(4);
  private final List<Place> organisations = new ArrayList<>();
  private final List<Place> repositories = new ArrayList<>();
  private final List<Node> teams = new ArrayList<>();
  private final List<Node> users = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private RepositoryScenario(int each) {
    for (int i = 0; i < each; i++) {
      organisations.add(place("Organization", "org_" + i, "OrgPermission", -1));
      repositories.add(place("Repository", "repo_" + i, "RepoPermission", draw.below(each)));
      teams.add(new Node("Team", "team_" + i));
      users.add(new Node("User", "user_" + i));
    }
    organisations.forEach(organisation -> useOrganisations(organisation.node));
    for (int i = 0; i < each; i++) {
      teams.get(i).parents.addAll(draw.some(teams.subList(0, i), CONNECTED));
      useRepositories(teams.get(i));
      useRepositories(users.get(i));
      users.get(i).parents.addAll(draw.some(teams, CONNECTED));
      users
          .get(i)
          .parents
          .addAll(draw.some(organisations.stream().map(Place::node).toList(), CONNECTED));
      useOrganisations(users.get(i));
    }
    users.forEach(Node::close);
    Zipf zipf = new Zipf(each);
    for (int i = 0; i < Scenario.REQUESTS; i++) {
      Place repository = draw.skewed(repositories, zipf);
      questions.add(
          new Question(
              draw.skewed(users, zipf),
              draw.of(Level.values()),
              repository,
              organisations.get(repository.owner)));
    }
  }

  private static Place place(String type, String name, String permission, int owner) {
    List<Node> roles = new ArrayList<>();
    ROLES.forEach(role -> roles.add(new Node(permission, name + "_" + role)));
    return new Place(new Node(type, name), roles, owner);
  }

  private void useOrganisations(Node node) {
    for (Place organisation : draw.some(organisations, CONNECTED)) {
      node.parents.add(organisation.roles.get(draw.of(ORG_ROLES)));
    }
  }

  private void useRepositories(Node node) {
    for (Place repository : draw.some(repositories, CONNECTED)) {
      node.parents.add(draw.of(repository.roles));
    }
  }

  static Scenario make(String name, int each) {
    RepositoryScenario data = new RepositoryScenario(each);
    Question[] ready = data.questions.toArray(Question[]::new);
    return Scenario.of(
        name,
        "repositories and teams as in the Cedar paper, " + each + " of each entity",
        Policies.of(POLICIES),
        Entities.of(data.entities()),
        data.questions.stream()
            .map(ask -> Request.of(ask.user.id, Names.lower(ask.level), ask.repository.node.id))
            .toList(),
        number -> permits(ready[number]),
        new Dialects(cedar(), null, null));
  }

  /** The policy, by hand. */
  private static boolean permits(Question ask) {
    Set<Node> in = ask.user.ancestors;
    List<Node> roles = ask.repository.roles;
    List<Node> owners = ask.owner.roles;
    for (int i = ask.level.role; i < roles.size(); i++) {
      if (in.contains(roles.get(i))) {
        return true;
      }
    }
    return in.contains(owners.get(4))
        || (Level.WRITE.covers(ask.level) && in.contains(owners.get(2)))
        || (ask.level == Level.READ && in.contains(owners.get(0)));
  }

  private static String cedar() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ROLES.size(); i++) {
      text.append(permit(i, "resource." + ROLES.get(i)));
    }
    ORG_ROLES.forEach(i -> text.append(permit(i, "resource.owner." + ROLES.get(i))));
    return text.toString();
  }

  private static String permit(int group, String members) {
    return "permit(principal, action in %s, resource) when { principal in %s };%n"
        .formatted(CEDAR_GROUPS.get(group), members);
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (Place organisation : organisations) {
      Entity entity = entity(organisation.node);
      for (int i : ORG_ROLES) {
        entity = entity.with(ROLES.get(i), organisation.roles.get(i).id);
        entities.add(Entity.of(organisation.roles.get(i).id));
      }
      entities.add(entity);
    }
    for (Place repository : repositories) {
      Entity entity =
          entity(repository.node).with("owner", organisations.get(repository.owner).node.id);
      for (int i = 0; i < ROLES.size(); i++) {
        entity = entity.with(ROLES.get(i), repository.roles.get(i).id);
        entities.add(Entity.of(repository.roles.get(i).id));
      }
      entities.add(entity);
    }
    teams.forEach(team -> entities.add(entity(team)));
    users.forEach(user -> entities.add(entity(user)));
    return entities;
  }

  private static Entity entity(Node node) {
    return Entity.of(node.id)
        .in(node.parents.stream().map(parent -> parent.id).toArray(EntityId[]::new));
  }
}

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
 * Lists of tasks of the benchmark of Cutler et al., Cedar (OOPSLA 2024), with data as its generator
 * draws it: each possible connection with probability 0.05.
 */
final class TodoScenario {
  private static final double CONNECTED = 0.05;

  private static final String POLICIES =
      """
      entity Application one of "TinyTodo";
      entity Team in Team, Application;
      human entity User in Team, Application;
      entity List in Application { name: String; owner: User; readers: Team; editors: Team; }
      action createList by User on Application;
      action getLists by User on Application;
      action getList by User on List;
      action updateList by User on List;
      action deleteList by User on List;
      action createTask by User on List;
      action updateTask by User on List;
      action deleteTask by User on List;
      action editShares by User on List;
      action group anything {
        getList, updateList, deleteList, createTask, updateTask, deleteTask, editShares
      }

      permit "anybody starts lists" createList, getLists by User on Application;
      permit "owners do anything" anything by User on List when resource.owner == principal;
      permit "readers and editors see" getList by User on List
        when principal in resource.readers or principal in resource.editors;
      permit "editors change" updateList, createTask, updateTask, deleteTask by User on List
        when principal in resource.editors;
      """;

  private static final String CEDAR =
      """
      permit(principal, action in [Action::"createList", Action::"getLists"],
        resource == Application::"TinyTodo");
      permit(principal, action, resource) when { resource has owner && resource.owner == principal };
      permit(principal, action == Action::"getList", resource)
        when { principal in resource.readers || principal in resource.editors };
      permit(principal, action in [Action::"updateList", Action::"createTask",
        Action::"updateTask", Action::"deleteTask"], resource)
        when { principal in resource.editors };
      """;

  /** What may be done, and to a list or to the whole application. */
  enum Action {
    CREATE_LIST("createList", false),
    GET_LISTS("getLists", false),
    GET_LIST("getList", true),
    UPDATE_LIST("updateList", true),
    DELETE_LIST("deleteList", true),
    CREATE_TASK("createTask", true),
    UPDATE_TASK("updateTask", true),
    DELETE_TASK("deleteTask", true),
    EDIT_SHARES("editShares", true);

    final String text;
    final boolean onList;

    Action(String text, boolean onList) {
      this.text = text;
      this.onList = onList;
    }
  }

  /** A team or user, and all teams that it is in, itself among them. */
  static final class Member {
    final EntityId id;
    final Set<Member> parents = new LinkedHashSet<>();
    final Set<Member> ancestors = new HashSet<>();

    Member(String type, String name) {
      id = EntityId.of(type, name);
    }

    void close() {
      if (ancestors.add(this)) {
        for (Member parent : parents) {
          parent.close();
          ancestors.addAll(parent.ancestors);
        }
      }
    }
  }

  record TodoList(String name, Member owner, Member readers, Member editors) {
    EntityId id() {
      return EntityId.of("List", name);
    }
  }

  record Question(Member user, Action action, TodoList list) {}

  private static final EntityId APPLICATION = EntityId.of("Application", "TinyTodo");

  private final List<Member> teams = new ArrayList<>();
  private final List<Member> users = new ArrayList<>();
  private final List<TodoList> lists = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private TodoScenario(int each) {
    Draw draw = new Draw(5);
    for (int i = 0; i < each; i++) {
      Member team = new Member("Team", "team_" + i);
      team.parents.addAll(draw.some(teams, CONNECTED));
      teams.add(team);
    }
    for (int i = 0; i < each; i++) {
      Member user = new Member("User", "user_" + i);
      user.parents.addAll(draw.some(teams, CONNECTED));
      user.close();
      users.add(user);
    }
    for (int i = 0; i < each; i++) {
      lists.add(new TodoList("list_" + i, draw.of(users), draw.of(teams), draw.of(teams)));
    }
    Zipf zipf = new Zipf(each);
    for (int i = 0; i < Scenario.REQUESTS; i++) {
      TodoList list = draw.skewed(lists, zipf);
      Member user = draw.chance(0.2) ? list.owner : draw.skewed(users, zipf);
      questions.add(new Question(user, draw.of(Action.values()), list));
    }
  }

  static Scenario make(String name, int each) {
    TodoScenario data = new TodoScenario(each);
    Question[] ready = data.questions.toArray(Question[]::new);
    return Scenario.of(
        name,
        "lists of tasks as in the Cedar paper, " + each + " of each entity",
        Policies.of(POLICIES),
        Entities.of(data.entities()),
        data.questions.stream().map(TodoScenario::request).toList(),
        number -> permits(ready[number]),
        new Dialects(CEDAR, null, null));
  }

  /** The policy, by hand. */
  private static boolean permits(Question ask) {
    Set<Member> in = ask.user.ancestors;
    TodoList list = ask.list;
    return switch (ask.action) {
      case CREATE_LIST, GET_LISTS -> true;
      case GET_LIST ->
          owns(ask.user, list) || in.contains(list.readers) || in.contains(list.editors);
      case UPDATE_LIST, CREATE_TASK, UPDATE_TASK, DELETE_TASK ->
          owns(ask.user, list) || in.contains(list.editors);
      case DELETE_LIST, EDIT_SHARES -> owns(ask.user, list);
    };
  }

  private static boolean owns(Member user, TodoList list) {
    return list.owner.id.equals(user.id);
  }

  private static Request request(Question ask) {
    return Request.of(
        ask.user.id, ask.action.text, ask.action.onList ? ask.list.id() : APPLICATION);
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    teams.forEach(team -> entities.add(entity(team)));
    users.forEach(user -> entities.add(entity(user)));
    for (TodoList list : lists) {
      entities.add(
          Entity.of(list.id())
              .with("name", list.name)
              .with("owner", list.owner.id)
              .with("readers", list.readers.id)
              .with("editors", list.editors.id)
              .in(APPLICATION));
    }
    return entities;
  }

  private static Entity entity(Member member) {
    return Entity.of(member.id)
        .in(APPLICATION)
        .in(member.parents.stream().map(parent -> parent.id).toArray(EntityId[]::new));
  }
}

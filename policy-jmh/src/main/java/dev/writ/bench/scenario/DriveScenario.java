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
 * S3: the drive of documents and folders of the benchmark of Cutler et al., Cedar (OOPSLA 2024),
 * with data as its generator draws it: each possible connection with probability 0.05.
 */
final class DriveScenario {
  private static final double CONNECTED = 0.05;

  private static final String POLICIES =
      """
      entity View in View;
      entity Group;
      entity Folder in Folder, View;
      entity Doc in Folder, View { public: Bool; }
      human entity User in Group {
        viewable: View; ownedDocs: Set<Doc> max 1000; ownedFolders: Set<Folder> max 1000;
      }
      action createDoc by User on Folder;
      action changeOwner by User on Doc;
      action share by User on Doc;
      action write by User on Doc;
      action read by User on Doc;

      permit "viewers read" read by User on Doc
        when resource in principal.viewable;
      permit "anybody reads what is public" read by User on Doc
        when resource.public;
      permit "owners read, write and share" read, write, share by User on Doc
        when resource in principal.ownedDocs or resource in principal.ownedFolders;
      permit "owners give away" changeOwner by User on Doc
        when principal.ownedDocs contains resource;
      permit "owners of a folder create" createDoc by User on Folder
        when principal.ownedFolders contains resource;
      """;

  private static final String CEDAR =
      """
      permit(principal, action == Action::"read", resource)
        when { resource in principal.viewable };
      permit(principal, action == Action::"read", resource)
        when { resource.public };
      permit(principal, action in [Action::"read", Action::"write", Action::"share"], resource)
        when { resource in principal.ownedDocs || resource in principal.ownedFolders };
      permit(principal, action == Action::"changeOwner", resource)
        when { principal.ownedDocs.contains(resource) };
      permit(principal, action == Action::"createDoc", resource)
        when { principal.ownedFolders.contains(resource) };
      """;

  private static final Dialects.Cel CEL =
      new Dialects.Cel(
          List.of(),
          List.of(
              "action == 'read' && principal.viewable in resource.ancestors",
              "action == 'read' && resource.public",
              "action in ['read', 'write', 'share']"
                  + " && (resource.id in principal.ownedDocs"
                  + " || resource.ancestors.exists(f, f in principal.ownedFolders))",
              "action == 'changeOwner' && resource.id in principal.ownedDocs",
              "action == 'createDoc' && resource.id in principal.ownedFolders"));

  /** A document, a folder or a view, and all that it is in, itself among it. */
  static final class Node {
    final EntityId id;
    final boolean shared;
    final Set<Node> parents = new LinkedHashSet<>();
    final Set<Node> ancestors = new HashSet<>();

    Node(String type, String name, boolean shared) {
      this.id = EntityId.of(type, name);
      this.shared = shared;
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

  /** A user, with the view that opens what others share. */
  static final class User {
    final EntityId id;
    final Node viewable;
    final Set<Integer> groups = new LinkedHashSet<>();
    final Set<Node> docs = new LinkedHashSet<>();
    final Set<Node> folders = new LinkedHashSet<>();

    User(int number) {
      id = EntityId.of("User", "user_" + number);
      viewable = new Node("View", "user_" + number, false);
    }
  }

  /** What may be done to a document, or in a folder. */
  enum Action {
    READ("read"),
    WRITE("write"),
    SHARE("share"),
    CHANGE_OWNER("changeOwner"),
    CREATE_DOC("createDoc");

    final String text;

    Action(String text) {
      this.text = text;
    }
  }

  record Question(User user, Action action, Node resource) {}

  private final List<User> users = new ArrayList<>();
  private final List<Node> groupViews = new ArrayList<>();
  private final List<Node> folders = new ArrayList<>();
  private final List<Node> docs = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();

  private DriveScenario(int each) {
    Draw draw = new Draw(3);
    for (int i = 0; i < each; i++) {
      users.add(new User(i));
      groupViews.add(new Node("View", "group_" + i, false));
      folders.add(new Node("Folder", "folder_" + i, false));
      docs.add(new Node("Doc", "doc_" + i, draw.chance(0.5)));
    }
    connect(draw);
    List<Node> views = users.stream().map(user -> user.viewable).toList();
    for (int i = 0; i < each; i++) {
      folders.get(i).parents.addAll(draw.some(folders.subList(0, i), CONNECTED));
      folders.get(i).parents.addAll(draw.some(views, CONNECTED));
      folders.get(i).parents.addAll(draw.some(groupViews, CONNECTED));
      docs.get(i).parents.addAll(draw.some(folders, CONNECTED));
      docs.get(i).parents.addAll(draw.some(views, CONNECTED));
      docs.get(i).parents.addAll(draw.some(groupViews, CONNECTED));
    }
    folders.forEach(Node::close);
    docs.forEach(Node::close);
    ask(draw);
  }

  private void connect(Draw draw) {
    for (User user : users) {
      for (int group = 0; group < groupViews.size(); group++) {
        if (draw.chance(CONNECTED)) {
          user.groups.add(group);
          groupViews.get(group).parents.add(user.viewable);
        }
      }
      user.docs.addAll(draw.some(docs, CONNECTED));
      user.folders.addAll(draw.some(folders, CONNECTED));
    }
  }

  private void ask(Draw draw) {
    Zipf zipf = new Zipf(users.size());
    for (int i = 0; i < Scenario.REQUESTS; i++) {
      Action action =
          draw.of(
              Action.READ,
              Action.READ,
              Action.READ,
              Action.WRITE,
              Action.SHARE,
              Action.CHANGE_OWNER,
              Action.CREATE_DOC);
      List<Node> resources = action == Action.CREATE_DOC ? folders : docs;
      questions.add(new Question(draw.skewed(users, zipf), action, draw.skewed(resources, zipf)));
    }
  }

  static Scenario make(String name, int each) {
    DriveScenario data = new DriveScenario(each);
    Question[] ready = data.questions.toArray(Question[]::new);
    return Scenario.of(
        name,
        "documents and folders as in the Cedar paper, " + each + " of each entity",
        Policies.of(POLICIES),
        Entities.of(data.entities()),
        data.questions.stream()
            .map(ask -> Request.of(ask.user.id, ask.action.text, ask.resource.id))
            .toList(),
        number -> permits(ready[number]),
        new Dialects(CEDAR, CEL, null));
  }

  /** The policy, by hand. */
  private static boolean permits(Question ask) {
    User user = ask.user;
    Node resource = ask.resource;
    return switch (ask.action) {
      case READ ->
          resource.shared || resource.ancestors.contains(user.viewable) || owns(user, resource);
      case WRITE, SHARE -> owns(user, resource);
      case CHANGE_OWNER -> user.docs.contains(resource);
      case CREATE_DOC -> user.folders.contains(resource);
    };
  }

  private static boolean owns(User user, Node doc) {
    if (user.docs.contains(doc)) {
      return true;
    }
    for (Node folder : user.folders) {
      if (doc.ancestors.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (User user : users) {
      EntityId[] groups =
          user.groups.stream()
              .map(group -> EntityId.of("Group", "group_" + group))
              .toArray(EntityId[]::new);
      entities.add(
          Entity.of(user.id)
              .with("viewable", user.viewable.id)
              .with("ownedDocs", user.docs.stream().map(doc -> doc.id).toList())
              .with("ownedFolders", user.folders.stream().map(folder -> folder.id).toList())
              .in(groups));
      entities.add(entity(user.viewable));
    }
    for (int i = 0; i < groupViews.size(); i++) {
      entities.add(Entity.of("Group", "group_" + i));
      entities.add(entity(groupViews.get(i)));
    }
    folders.forEach(folder -> entities.add(entity(folder)));
    docs.forEach(doc -> entities.add(entity(doc).with("public", doc.shared)));
    return entities;
  }

  private static Entity entity(Node node) {
    return Entity.of(node.id)
        .in(node.parents.stream().map(parent -> parent.id).toArray(EntityId[]::new));
  }
}

package dev.writ.core.engine;

import static dev.writ.core.engine.SetBuilder.equal;
import static dev.writ.core.engine.SetBuilder.member;
import static dev.writ.core.engine.SetBuilder.optional;
import static dev.writ.core.engine.SetBuilder.principal;
import static dev.writ.core.engine.SetBuilder.required;
import static dev.writ.core.engine.SetBuilder.text;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;

/** The policies of the AuthZEN certification fixture and of the Todo interop scenario. */
final class AuthZenScenarios {

  private static final String USER =
      "CiRmZD%d2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs";

  private AuthZenScenarios() {}

  /** Eight rules over users and records that come with the call. */
  static PolicySet certification() {
    Expr alice = equal(principal(), new Expr.Const(EntityId.of("user", "alice")));
    Expr bob = equal(principal(), new Expr.Const(EntityId.of("user", "bob")));
    Expr hasStatus = new Expr.Has(SetBuilder.resource(), "status");
    Expr archived =
        new Expr.And(
            List.of(hasStatus, equal(member(Expr.Root.RESOURCE, "status"), text("archived"))));
    Expr admin =
        new Expr.And(
            List.of(
                new Expr.Has(principal(), "role"),
                equal(member(Expr.Root.PRINCIPAL, "role"), text("admin"))));
    Expr soft =
        new Expr.And(
            List.of(
                new Expr.Has(new Expr.Var(Expr.Root.ARGS), "soft"),
                member(Expr.Root.ARGS, "soft")));
    return new SetBuilder()
        .entity("Team")
        .type("user", true, true, optional("role", Type.Scalar.STRING))
        .type("record", false, true, optional("status", Type.Scalar.STRING))
        .action("read", "user", "record")
        .action("write", "user", "record")
        .action("delete", "user", "record", optional("soft", Type.Scalar.BOOL))
        .permit("both read", "read", new Expr.Or(List.of(alice, bob)))
        .permit(
            "alice writes what is not archived",
            "write",
            new Expr.And(List.of(alice, new Expr.Not(archived))))
        .permit("administrators write", "write", admin)
        .permit("alice deletes softly", "delete", new Expr.And(List.of(alice, soft)))
        .build();
  }

  /** Rick and Morty's to-do list: five stored users with roles, to-dos that come with the call. */
  static PolicySet todo() {
    Expr roles = member(Expr.Root.PRINCIPAL, "roles");
    Expr editor = new Expr.Contains(roles, text("editor"));
    Expr admin = new Expr.Contains(roles, text("admin"));
    Expr genius = new Expr.Contains(roles, text("evil_genius"));
    Expr owns = equal(member(Expr.Root.RESOURCE, "ownerID"), member(Expr.Root.PRINCIPAL, "email"));
    Expr ownToDo =
        new Expr.And(List.of(editor, new Expr.Has(SetBuilder.resource(), "ownerID"), owns));
    SetBuilder set =
        new SetBuilder()
            .entity("Team")
            .human(
                "user",
                required("email", Type.Scalar.STRING),
                required("roles", new Type.SetType(Type.Scalar.STRING, 0, 10)))
            .type("todo", false, true, optional("ownerID", Type.Scalar.STRING));
    for (String action :
        List.of("can_read_todos", "can_create_todo", "can_update_todo", "can_delete_todo")) {
      set.action(action, "user", "todo");
    }
    return set.action("can_read_user", "user", "user")
        .permit("everybody sees users", "can_read_user", Expr.yes())
        .permit("everybody sees to-dos", "can_read_todos", Expr.yes())
        .permit(
            "editors and administrators create",
            "can_create_todo",
            new Expr.Or(List.of(editor, admin)))
        .permit("editors update their own", "can_update_todo", ownToDo)
        .permit("the evil genius updates any", "can_update_todo", genius)
        .permit("editors delete their own", "can_delete_todo", ownToDo)
        .permit("administrators delete any", "can_delete_todo", admin)
        .build();
  }

  static Entities todoUsers() {
    List<Entity> users = new ArrayList<>();
    users.add(user(0, "rick@the-citadel.com", "admin", "evil_genius"));
    users.add(user(1, "morty@the-citadel.com", "editor"));
    users.add(user(2, "summer@the-smiths.com", "editor"));
    users.add(user(3, "beth@the-smiths.com", "viewer"));
    users.add(user(4, "jerry@the-smiths.com", "viewer"));
    return Entities.of(users);
  }

  private static Entity user(int number, String email, String... roles) {
    char digit = "AEIMQ".charAt(number);
    String id = USER.replace("%d", String.valueOf(digit));
    return Entity.of("user", id).with("email", email).with("roles", List.of(roles));
  }
}

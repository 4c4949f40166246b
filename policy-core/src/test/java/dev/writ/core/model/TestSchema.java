package dev.writ.core.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small world: people and agents in teams, services in systems, a closed type, an inline type,
 * and a type name that two modules have.
 */
public final class TestSchema {

  public static final Type.EnumType ENVIRONMENT =
      new Type.EnumType(
          "ops.Environment",
          false,
          List.of(
              new Type.Enumerator("dev", "dev"),
              new Type.Enumerator("staging", "staging"),
              new Type.Enumerator("prod", "production")));

  static final Type USER = Type.EntityType.of("ops.User");
  static final Type MEMBER = Type.EntityType.of(List.of("ops.User", "ops.Agent"));

  static final Type.RecordType RECIPIENT =
      new Type.RecordType(
          List.of(field("address", Type.Scalar.STRING), optional("amount", Type.Scalar.DECIMAL)));

  public static final ActionDef DEPLOY =
      new ActionDef(
          "ops.deploy",
          "ops",
          sorted("ops.Agent", "ops.User"),
          sorted("ops.Service"),
          new Type.RecordType(
              List.of(
                  field("environment", ENVIRONMENT),
                  optional("ticket", Type.Scalar.STRING),
                  optional("count", Type.Scalar.INT),
                  optional("to", new Type.SetType(Type.Scalar.STRING, 0, 50)),
                  optional("addresses", new Type.SetType(Type.Scalar.IP, 1, 3)),
                  optional("owner", MEMBER),
                  optional("token", Type.Scalar.URL, true),
                  optional("extra", Type.Scalar.OPAQUE))),
          new Type.RecordType(List.of(optional("digest", Type.Scalar.STRING))));

  public static final Schema SCHEMA = schema();

  private TestSchema() {}

  private static Schema schema() {
    TreeMap<String, EntityTypeDef> types = new TreeMap<>();
    for (EntityTypeDef type :
        List.of(
            type("ops.Team", sorted("ops.Team"), null),
            type("ops.System", sorted(), null),
            new EntityTypeDef(
                "ops.User",
                true,
                false,
                sorted("ops.Team"),
                null,
                null,
                new Type.RecordType(List.of(optional("oncall", Type.Scalar.BOOL)))),
            type(
                "ops.Agent",
                sorted("ops.Team"),
                null,
                field("owner", USER),
                optional("key", Type.PathType.ABSOLUTE, true)),
            type("ops.Service", sorted("ops.System"), null, field("team", team())),
            type("ops.Application", sorted(), sorted("console", "api")),
            type("ops.Region", sorted(), sorted("eu"), field("name", Type.Scalar.STRING)),
            new EntityTypeDef(
                "ops.Note",
                false,
                true,
                sorted("ops.System", "ops.Note"),
                null,
                null,
                new Type.RecordType(List.of(field("text", Type.Scalar.STRING)))),
            type("docs.Page", sorted(), null),
            type("ops.Page", sorted(), null))) {
      types.put(type.name(), type);
    }
    TreeMap<String, ActionDef> actions = new TreeMap<>();
    for (ActionDef action :
        List.of(DEPLOY, plain("ops.read"), plain("docs.read"), plain("restart"))) {
      actions.put(action.name(), action);
    }
    TreeMap<String, Type.EnumType> enums = new TreeMap<>();
    enums.put(ENVIRONMENT.name(), ENVIRONMENT);
    return new Schema(
        enums,
        types,
        actions,
        new TreeMap<>(),
        new Type.RecordType(
            List.of(field("mfa", Type.Scalar.BOOL), optional("since", Type.Scalar.INSTANT))));
  }

  private static Type team() {
    return Type.EntityType.of("ops.Team");
  }

  private static ActionDef plain(String name) {
    return new ActionDef(
        name,
        name.contains(".") ? name.substring(0, name.indexOf('.')) : "",
        sorted("ops.Agent", "ops.User"),
        sorted("ops.Note", "ops.Service"),
        Type.RecordType.EMPTY,
        Type.RecordType.EMPTY);
  }

  private static EntityTypeDef type(
      String name,
      SortedSet<String> parents,
      @Nullable SortedSet<String> closed,
      Type.Field... attributes) {
    return new EntityTypeDef(
        name, false, false, parents, null, closed, new Type.RecordType(List.of(attributes)));
  }

  static Type.Field field(String name, Type type) {
    return new Type.Field(name, type, false, false);
  }

  static Type.Field optional(String name, Type type) {
    return optional(name, type, false);
  }

  static Type.Field optional(String name, Type type, boolean secret) {
    return new Type.Field(name, type, true, secret);
  }

  static SortedSet<String> sorted(String... names) {
    Collection<String> list = Arrays.asList(names);
    return new TreeSet<>(list);
  }
}

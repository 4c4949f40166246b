package dev.writ.dsl.lower;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Field;
import dev.writ.core.model.Type.RecordType;
import dev.writ.core.model.Type.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A world that has every type once: {@code act by Agent, User on Service}.
 *
 * <p>Fields are written {@code name}, {@code name?} for optional and {@code secret name}.
 */
final class TestSchema {
  static final Type.EnumType ENVIRONMENT = enumType("Environment", false, "dev", "staging", "prod");
  static final Type.EnumType LEVEL = enumType("Level", true, "low", "middle", "high");

  private static final Type TEAM = Type.EntityType.of("Team");
  private static final Type USER = Type.EntityType.of("User");
  private static final Type AGENT = Type.EntityType.of("Agent");
  private static final Type SERVICE = Type.EntityType.of("Service");
  private static final RecordType RANGE =
      record(field("from", Scalar.INT), field("to?", Scalar.INT));

  private static final RecordType ARGS =
      record(
          field("count", Scalar.INT),
          field("amount", Scalar.DECIMAL),
          field("name", Scalar.STRING),
          field("note?", Scalar.STRING),
          field("ok", Scalar.BOOL),
          field("environment", ENVIRONMENT),
          field("env?", ENVIRONMENT),
          field("level", LEVEL),
          field("since", Scalar.INSTANT),
          field("ttl", Scalar.DURATION),
          field("path", Type.PathType.ABSOLUTE),
          field("file", new Type.PathType("/srv/app")),
          field("url", Scalar.URL),
          field("ip", Scalar.IP),
          field("net", Scalar.CIDR),
          field("nets", set(Scalar.CIDR)),
          field("id", Scalar.SPIFFE_ID),
          field("cmd", Scalar.COMMAND),
          field("blob?", Scalar.OPAQUE),
          field("secret pin", Scalar.STRING),
          field("to", set(Scalar.STRING)),
          field("cc?", set(Scalar.STRING)),
          field("numbers", set(Scalar.INT)),
          field("envs", set(ENVIRONMENT)),
          field("users", set(USER)),
          field("target?", USER),
          field("range", RANGE),
          field("ranges", set(RANGE)),
          field("labels", new Type.MapType(Scalar.STRING)));

  private TestSchema() {}

  static Schema schema() {
    TreeMap<String, EntityTypeDef> types = new TreeMap<>();
    put(types, "Team", Set.of("Team"), record(field("name", Scalar.STRING)));
    put(
        types,
        "User",
        Set.of("Team"),
        record(
            field("oncall", Scalar.BOOL),
            field("name", Scalar.STRING),
            field("phone?", Scalar.STRING),
            field("manager?", USER),
            field("team", TEAM)));
    put(
        types,
        "Agent",
        Set.of("Team"),
        record(
            field("owner", USER),
            field("name", Scalar.STRING),
            field("workload?", Scalar.SPIFFE_ID)));
    put(types, "System", Set.of(), RecordType.EMPTY);
    put(
        types,
        "Service",
        Set.of("System"),
        record(
            field("team", TEAM),
            field("level", LEVEL),
            field("frozen", Scalar.BOOL),
            field("owners", set(USER)),
            field("teams", set(TEAM)),
            field("steward", Type.EntityType.of(List.of("User", "Team"))),
            field("lead?", AGENT),
            field("twin?", SERVICE),
            field("root", Type.PathType.ABSOLUTE),
            field("tags", new Type.MapType(Scalar.STRING))));
    types.put(
        "Application",
        new EntityTypeDef(
            "Application",
            false,
            false,
            new TreeSet<>(),
            null,
            new TreeSet<>(Set.of("api", "console")),
            RecordType.EMPTY));
    TreeMap<String, ActionDef> actions = new TreeMap<>();
    actions.put(
        "act",
        new ActionDef(
            "act",
            "",
            new TreeSet<>(Set.of("Agent", "User")),
            new TreeSet<>(Set.of("Service")),
            ARGS,
            record(
                field("digest", Scalar.STRING),
                field("seen?", Scalar.INSTANT),
                field("app", Type.EntityType.of("Application")))));
    TreeMap<String, Type.EnumType> enums = new TreeMap<>();
    enums.put("Environment", ENVIRONMENT);
    enums.put("Level", LEVEL);
    return new Schema(
        enums,
        types,
        actions,
        new TreeMap<>(),
        record(
            field("mfa", Scalar.BOOL),
            field("authenticated", Scalar.INSTANT),
            field("kind?", Scalar.STRING)));
  }

  private static void put(
      Map<String, EntityTypeDef> types, String name, Set<String> parents, RecordType fields) {
    boolean human = name.equals("User");
    types.put(
        name, new EntityTypeDef(name, human, false, new TreeSet<>(parents), null, null, fields));
  }

  private static Type set(Type element) {
    return new Type.SetType(element, 0, 1000);
  }

  private static RecordType record(Field... fields) {
    return new RecordType(List.of(fields));
  }

  private static Field field(String name, Type type) {
    boolean secret = name.startsWith("secret ");
    boolean optional = name.endsWith("?");
    return new Field(name.replace("secret ", "").replace("?", ""), type, optional, secret);
  }

  private static Type.EnumType enumType(String name, boolean ordered, String... words) {
    return new Type.EnumType(
        name, ordered, Arrays.stream(words).map(word -> new Type.Enumerator(word, word)).toList());
  }
}

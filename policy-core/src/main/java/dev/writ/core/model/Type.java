package dev.writ.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A type of the language. Immutable; equal by content. */
public sealed interface Type {

  /** Calls the visitor's method for this kind of type. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of type. */
  interface Visitor<R> {
    R visitScalar(Scalar type);

    R visitPath(PathType type);

    R visitEnum(EnumType type);

    R visitEntity(EntityType type);

    R visitSet(SetType type);

    R visitRecord(RecordType type);

    R visitMap(MapType type);
  }

  /** A type without parameters. */
  enum Scalar implements Type {
    BOOL("Bool"),
    INT("Int"),
    DECIMAL("Decimal"),
    STRING("String"),
    INSTANT("Instant"),
    DURATION("Duration"),
    IP("Ip"),
    CIDR("Cidr"),
    URL("Url"),
    SPIFFE_ID("SpiffeId"),
    COMMAND("Command"),
    OPAQUE("Opaque");

    private final String word;

    Scalar(String word) {
      this.word = word;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitScalar(this);
    }

    /** The word of the language for this type. */
    @Override
    public String toString() {
      return word;
    }
  }

  /**
   * A path of a file or resource, absolute and canonical.
   *
   * @param base the literal put before a value that has no leading {@code /}, or null where values
   *     must be absolute
   */
  record PathType(@Nullable String base) implements Type {
    /** The type of paths that are given absolute. */
    public static final PathType ABSOLUTE = new PathType(null);

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitPath(this);
    }

    @Override
    public String toString() {
      return base == null ? "Path" : "Path under " + Json.quote(base);
    }
  }

  /**
   * A declared list of enumerators.
   *
   * @param name the qualified name
   * @param ordered whether {@code <} compares its values, in the order of declaration
   * @param enumerators names and spellings, at least one; the position is the ordinal
   */
  record EnumType(String name, boolean ordered, List<Enumerator> enumerators) implements Type {
    public EnumType {
      Objects.requireNonNull(name, "name");
      enumerators = List.copyOf(enumerators);
      if (enumerators.isEmpty()) {
        throw new IllegalArgumentException("enum `" + name + "` has no enumerators");
      }
    }

    /** The ordinal of the enumerator with this name, or -1. */
    public int ordinalOfName(String enumerator) {
      for (int i = 0; i < enumerators.size(); i++) {
        if (enumerators.get(i).name().equals(enumerator)) {
          return i;
        }
      }
      return -1;
    }

    /** The ordinal of the enumerator that JSON spells so, or -1. */
    public int ordinalOfSpelling(String spelling) {
      for (int i = 0; i < enumerators.size(); i++) {
        if (enumerators.get(i).spelling().equals(spelling)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEnum(this);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * One value of an enum.
   *
   * @param name the word of the language
   * @param spelling the string that stands for it in JSON
   */
  record Enumerator(String name, String spelling) {}

  /**
   * A reference to an entity of one of several types.
   *
   * @param types the qualified names, at least one, sorted
   */
  record EntityType(SortedSet<String> types) implements Type {
    public EntityType {
      types = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(types));
      if (types.isEmpty()) {
        throw new IllegalArgumentException("an entity reference needs at least one type");
      }
    }

    /** A reference to one type. */
    public static EntityType of(String type) {
      return new EntityType(new TreeSet<>(List.of(type)));
    }

    /** A reference to any of these types. */
    public static EntityType of(Collection<String> types) {
      return new EntityType(new TreeSet<>(types));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEntity(this);
    }

    @Override
    public String toString() {
      return String.join(" | ", types);
    }
  }

  /**
   * A set of scalars, enums, entities or flat records.
   *
   * @param element the type of the elements, itself no set
   * @param min the least number of elements
   * @param max the greatest number of elements
   */
  record SetType(Type element, int min, int max) implements Type {
    public SetType {
      Objects.requireNonNull(element, "element");
      if (element instanceof SetType || min < 0 || max < min) {
        throw new IllegalArgumentException(
            "no such set type: Set<" + element + "> " + min + " to " + max);
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSet(this);
    }

    @Override
    public String toString() {
      return "Set<" + element + ">";
    }
  }

  /**
   * A record with declared fields.
   *
   * @param fields in the order of declaration, names unique
   */
  record RecordType(List<Field> fields) implements Type {
    /** The record without fields. */
    public static final RecordType EMPTY = new RecordType(List.of());

    public RecordType {
      fields = List.copyOf(fields);
      if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
        throw new IllegalArgumentException("a record type names a field twice: " + fields);
      }
    }

    /** The field of this name, or null. */
    public @Nullable Field field(String name) {
      for (Field field : fields) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return null;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRecord(this);
    }

    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      fields.forEach(field -> parts.add(field.toString()));
      return "{ " + String.join(", ", parts) + " }";
    }
  }

  /**
   * A field of a record, of an entity or of a session.
   *
   * @param name the field's name
   * @param type its type
   * @param optional whether it may be absent
   * @param secret whether its value is kept out of messages, records and most expressions
   */
  record Field(String name, Type type, boolean optional, boolean secret) {
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
      return name + (optional ? "?" : "") + ": " + type;
    }
  }

  /**
   * Tags: a map from strings to values of one type.
   *
   * @param value the type of the values
   */
  record MapType(Type value) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMap(this);
    }

    @Override
    public String toString() {
      return "Map<String, " + value + ">";
    }
  }
}

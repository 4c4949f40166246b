package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which request a call of a tool is: pure renaming.
 *
 * @param module the module that declares it, one without a guard
 * @param tool the name of the tool
 * @param server the server whose tool it is, or null for any
 * @param action the qualified action that a call asks for
 * @param resource on what
 * @param placements what the arguments of the action are made of, by target
 * @param ignored the arguments of the tool that go nowhere
 * @param digest the digest that the tool must have, {@code sha256:} and 64 hexadecimal digits, or
 *     null for any
 * @param annotations the annotations
 */
public record ToolBinding(
    String module,
    String tool,
    @Nullable String server,
    String action,
    Resource resource,
    List<Placement> placements,
    SortedSet<String> ignored,
    @Nullable String digest,
    List<Annotation> annotations) {
  public ToolBinding {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
    placements = placements.stream().sorted(Comparator.comparing(Placement::target)).toList();
    ignored = Collections.unmodifiableSortedSet(new TreeSet<>(ignored));
    annotations = List.copyOf(annotations);
  }

  /** Every argument that a call may have. */
  public Set<String> arguments() {
    Set<String> all = new HashSet<>(ignored);
    all.addAll(resource.arguments());
    placements.forEach(placement -> all.addAll(placement.arguments()));
    return all;
  }

  /** What a call acts on. */
  public sealed interface Resource {

    /** The arguments of the tool that tell it, one or none. */
    List<String> arguments();

    /** Calls the visitor's method for this kind of resource. */
    <R> R accept(ResourceVisitor<R> visitor);
  }

  /** One method for each kind of resource. */
  public interface ResourceVisitor<R> {
    R visitFromArgument(FromArgument from);

    R visitFromSession(FromSession from);

    R visitFixed(Fixed fixed);
  }

  /**
   * The entity of a type whose id an argument of the tool tells, a string or an integer.
   *
   * @param type the qualified type
   * @param argument the argument
   */
  public record FromArgument(String type, String argument) implements Resource {
    public FromArgument {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(argument, "argument");
    }

    @Override
    public List<String> arguments() {
      return List.of(argument);
    }

    @Override
    public <R> R accept(ResourceVisitor<R> visitor) {
      return visitor.visitFromArgument(this);
    }
  }

  /**
   * The entity in a field of the session.
   *
   * @param field the field
   */
  public record FromSession(String field) implements Resource {
    public FromSession {
      Objects.requireNonNull(field, "field");
    }

    @Override
    public List<String> arguments() {
      return List.of();
    }

    @Override
    public <R> R accept(ResourceVisitor<R> visitor) {
      return visitor.visitFromSession(this);
    }
  }

  /**
   * One entity for all calls.
   *
   * @param entity the entity, its type qualified
   */
  public record Fixed(EntityId entity) implements Resource {
    public Fixed {
      Objects.requireNonNull(entity, "entity");
    }

    @Override
    public List<String> arguments() {
      return List.of();
    }

    @Override
    public <R> R accept(ResourceVisitor<R> visitor) {
      return visitor.visitFixed(this);
    }
  }

  /** What one argument of the action is made of. */
  public sealed interface Placement {

    /** The argument of the action. */
    String target();

    /** The arguments of the tool that go there. */
    List<String> arguments();

    /** Calls the visitor's method for this kind of placement. */
    <R> R accept(PlacementVisitor<R> visitor);
  }

  /** One method for each kind of placement. */
  public interface PlacementVisitor<R> {
    R visitPlaced(Placed placed);

    R visitZipped(Zipped zipped);
  }

  /**
   * One argument of the tool, as it is.
   *
   * @param argument the argument of the tool
   * @param optional whether a call may leave it out
   * @param target the argument of the action
   */
  public record Placed(String argument, boolean optional, String target) implements Placement {
    public Placed {
      Objects.requireNonNull(argument, "argument");
      Objects.requireNonNull(target, "target");
    }

    @Override
    public List<String> arguments() {
      return List.of(argument);
    }

    @Override
    public <R> R accept(PlacementVisitor<R> visitor) {
      return visitor.visitPlaced(this);
    }
  }

  /**
   * Arrays of one length that make a set of records, their elements side by side.
   *
   * @param parts the arrays, by field, at least two
   * @param target the argument of the action
   */
  public record Zipped(List<Part> parts, String target) implements Placement {
    public Zipped {
      Objects.requireNonNull(target, "target");
      parts = parts.stream().sorted(Comparator.comparing(Part::field)).toList();
      if (parts.size() < 2) {
        throw new IllegalArgumentException("zipped are at least two arguments");
      }
    }

    @Override
    public List<String> arguments() {
      return parts.stream().map(Part::argument).toList();
    }

    @Override
    public <R> R accept(PlacementVisitor<R> visitor) {
      return visitor.visitZipped(this);
    }
  }

  /**
   * An array that is zipped.
   *
   * @param argument the argument of the tool
   * @param field the field of the records that its elements fill
   */
  public record Part(String argument, String field) {
    public Part {
      Objects.requireNonNull(argument, "argument");
      Objects.requireNonNull(field, "field");
    }
  }
}

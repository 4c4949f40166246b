package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.ToolDecl;

/**
 * The binding of a tool.
 *
 * @param module the module that declares it
 * @param declaration what is written
 * @param action the id of the action
 * @param resource on what
 */
public record CheckedTool(
    String module, ToolDecl declaration, String action, CheckedTool.Resource resource) {

  /** What a call acts on. */
  public sealed interface Resource {

    /** Calls the visitor's method for this kind of resource. */
    <R> R accept(Visitor<R> visitor);
  }

  /**
   * An entity whose id an argument of the tool tells.
   *
   * @param type its qualified type
   * @param argument the argument
   */
  public record FromArgument(String type, String argument) implements Resource {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFromArgument(this);
    }
  }

  /**
   * The entity in a field of the session.
   *
   * @param field the field
   */
  public record FromSession(String field) implements Resource {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFromSession(this);
    }
  }

  /**
   * One entity for all calls.
   *
   * @param entity the entity
   */
  public record Fixed(EntityId entity) implements Resource {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFixed(this);
    }
  }

  /** One method for each kind of resource. */
  public interface Visitor<R> {
    R visitFromArgument(FromArgument from);

    R visitFromSession(FromSession from);

    R visitFixed(Fixed fixed);
  }
}

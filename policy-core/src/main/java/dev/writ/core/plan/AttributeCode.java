package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.Scalar;
import dev.writ.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression takes from the request and from entities, as nodes. */
final class AttributeCode {
  private final Compiler compiler;

  AttributeCode(Compiler compiler) {
    this.compiler = compiler;
  }

  Node constant(Expr.Const expr) {
    return new Strict.Const(Types.of(expr.value()), expr.value());
  }

  Node var(Expr.Var expr) {
    return compiler.types().isOpen(expr.root())
        ? RequestNodes.unbound("resource")
        : RequestNodes.root(expr.root(), compiler.types().of(expr.root()));
  }

  Node member(Expr.Member expr) {
    String name = expr.name();
    Type of = compiler.type(expr.of());
    Node node =
        new Field(
            compiler.types().ofField(of, name),
            compiler.node(expr.of()),
            name,
            compiler.types().positionOf(of, name));
    readsFields(expr, expr.of(), of, node);
    return node;
  }

  Node isThere(Expr.Has expr) {
    String name = expr.name();
    Type of = compiler.type(expr.of());
    Node node = compiler.one(Scalar.BOOL, expr.of(), (a, v, m) -> EntityOps.has(a, name, v, m));
    boolean part =
        (of == Scalar.URL && name.equals("port")) || (of == Scalar.COMMAND && name.equals("first"));
    if (!part) {
      readsFields(expr, expr.of(), of, node);
    }
    return node;
  }

  /** Members of the chain are known wherever a request is decided; other entities need not be. */
  private void readsFields(Expr expr, Expr of, @Nullable Type type, Node node) {
    boolean member = of instanceof Expr.Var word && word.root() != Expr.Root.RESOURCE;
    if (type instanceof Type.EntityType && !member) {
      compiler.guard(
          List.of("attributes", of), expr, compiler.one(null, of, AttributeCode::attributes));
    } else if (!(type instanceof Type.EntityType
        || type instanceof Type.RecordType
        || type instanceof Type.MapType)) {
      compiler.guard(expr, expr, node);
    }
  }

  private static @Nullable Value attributes(Value of, View view, Moment moment) {
    return of instanceof EntityId entity ? EntityOps.attributes(entity, view, moment) : null;
  }

  Node partOf(Expr.PartOf expr) {
    Expr.Part part = expr.part();
    Type of = compiler.type(expr.of());
    boolean certain =
        switch (part) {
          case PATH_NAME -> of instanceof Type.PathType;
          case URL_SCHEME, URL_HOST, URL_PORT, URL_PATH -> of == Scalar.URL;
          case COMMAND_PROGRAM, COMMAND_FIRST, COMMAND_ARGS -> of == Scalar.COMMAND;
        };
    Type type =
        switch (part) {
          case PATH_NAME, URL_SCHEME, URL_HOST, COMMAND_PROGRAM, COMMAND_FIRST -> Scalar.STRING;
          case URL_PORT -> Scalar.INT;
          case URL_PATH -> Type.PathType.ABSOLUTE;
          case COMMAND_ARGS -> Types.setOf(Scalar.STRING);
        };
    return compiler.checked(
        certain, expr, compiler.one(type, expr.of(), (a, v, m) -> TextOps.part(part, a, m)));
  }

  Node hasDelegator(Expr.HasDelegator expr) {
    return RequestNodes.hasDelegator();
  }

  Node sourceOfArg(Expr.SourceOfArg expr) {
    return RequestNodes.sourceOfArg(expr.arg());
  }

  Node sourceOfElement(Expr.SourceOfElement expr) {
    return RequestNodes.sourceOfElement(expr.args(), compiler.node(new Expr.Local(expr.local())));
  }
}

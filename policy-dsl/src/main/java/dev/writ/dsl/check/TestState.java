package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import dev.writ.dsl.ast.AbsoluteMoment;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.Moment;
import dev.writ.dsl.ast.MomentVisitor;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.RelativeMoment;
import dev.writ.dsl.check.expression.LiteralReader;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known at one statement of a test: the clock, the requests named so far. */
final class TestState {
  private final SetContext context;
  private final FileScope scope;
  private final Map<String, Request> requests = new TreeMap<>();
  private final Set<String> broken = new HashSet<>();
  private long now;

  TestState(SetContext context, FileScope scope, long now) {
    this.context = context;
    this.scope = scope;
    this.now = now;
  }

  SetContext context() {
    return context;
  }

  FileScope scope() {
    return scope;
  }

  Problems problems() {
    return context.problems(scope);
  }

  void report(DiagnosticCode code, Span span, String message, @Nullable String help) {
    problems().error(code, span, message, help);
  }

  /** Returns a reader of the values that a test writes out. */
  LiteralReader literals() {
    return new LiteralReader(literalContext(), context.diagnostics());
  }

  /** Returns the context in which nothing but literals can be named. */
  TypeContext literalContext() {
    return TypeContext.empty(
        scope.source(), new SlotNames(context, null, null).in(scope), context.schema());
  }

  long now() {
    return now;
  }

  /** Moves the clock; reports where it would go back. */
  void moveTo(long instant, Span span) {
    if (instant < now) {
      report(DiagnosticCode.INVALID_MOMENT, span, "the clock of a test never goes back", null);
      return;
    }
    now = instant;
  }

  /** Returns the instant of a moment, or of the clock where none is given. */
  long instant(@Nullable Moment moment) {
    return moment == null ? now : moment.accept(new Instants(now));
  }

  private record Instants(long now) implements MomentVisitor<Long> {

    @Override
    public Long visitRelative(RelativeMoment node) {
      long distance = node.distance().millis();
      return now + (node.earlier() ? -distance : distance);
    }

    @Override
    public Long visitAbsolute(AbsoluteMoment node) {
      return node.instant().value().toEpochMilli();
    }
  }

  /** Returns the entity that a reference names, or null after reporting. */
  @Nullable EntityId entity(EntityRef ref) {
    return context.entities().resolve(ref, scope);
  }

  /** Returns the entities that have no error. */
  List<EntityId> entities(List<EntityRef> refs) {
    List<EntityId> found = new ArrayList<>();
    for (EntityRef ref : refs) {
      EntityId entity = entity(ref);
      if (entity != null) {
        found.add(entity);
      }
    }
    return found;
  }

  /** Returns the id that a bare name stands for, or null after reporting. */
  @Nullable String id(QualifiedName name, DeclarationKind kind) {
    return id(name, Set.of(kind), kind.noun());
  }

  @Nullable String id(QualifiedName name, Set<DeclarationKind> kinds, String noun) {
    Declared<?> found = context.names().resolve(name, scope, kinds, noun);
    return found == null ? null : found.id();
  }

  /** Names a request; reports a name that is taken. */
  void define(Identifier name, Request request) {
    if (requests.putIfAbsent(name.text(), request) != null) {
      report(
          DiagnosticCode.DUPLICATE_NAME,
          name.span(),
          "request `" + name.text() + "` is named twice",
          "give one of the two another name");
    }
  }

  /** Names a request that has errors: whatever is said of it follows from them. */
  void defineBroken(Identifier name) {
    broken.add(name.text());
  }

  /** Returns the request of a name, or null after reporting, here or where it is named. */
  @Nullable Request request(Identifier name) {
    Request request = requests.get(name.text());
    if (request == null && !broken.contains(name.text())) {
      report(
          DiagnosticCode.UNKNOWN_REQUEST,
          name.span(),
          "no request is named `" + name.text() + "` here",
          Spelling.didYouMean(name.text(), requests.keySet())
              .orElse("name it before, as in `let " + name.text() + " = request …;`"));
    }
    return request;
  }
}

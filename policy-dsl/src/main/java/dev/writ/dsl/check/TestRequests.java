package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.ArgSource;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Expect;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.GivenEntity;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.LetRequest;
import dev.writ.dsl.ast.RecordEntry;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.TestDecl;
import dev.writ.dsl.ast.TestStatement;
import dev.writ.dsl.check.expression.LiteralReader;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Spelling;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the requests of a test. They must fit the schema, but for those of which nothing is
 * expected but {@code invalid_request}: those are sent as they are written.
 */
final class TestRequests {
  private static final String INVALID = "invalid_request";

  private final TestState state;
  private final Set<String> expectedInvalid;

  TestRequests(TestState state, Set<String> expectedInvalid) {
    this.state = state;
    this.expectedInvalid = Set.copyOf(expectedInvalid);
  }

  /** Returns the names of the requests that are expected to be invalid, and never anything else. */
  static Set<String> expectedInvalid(TestDecl test) {
    Set<String> invalid = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (TestStatement statement : test.statements()) {
      if (statement instanceof Expect expect) {
        boolean expected = expect.reason() != null && expect.reason().text().equals(INVALID);
        (expected ? invalid : others).add(expect.request().text());
      }
    }
    invalid.removeAll(others);
    return invalid;
  }

  Optional<CheckedStatement> request(LetRequest node, TestGivens givens) {
    Declared<ActionDecl> declared =
        state
            .context()
            .names()
            .resolve(node.action(), state.scope(), DeclarationKind.ACTION, ActionDecl.class);
    EntityId principal = state.entity(node.principal());
    EntityId resource = state.entity(node.resource());
    List<EntityId> chain = state.entities(node.chain());
    ActionDef action = declared == null ? null : state.context().schema().action(declared.id());
    if (action == null || principal == null || resource == null) {
      state.defineBroken(node.name());
      return Optional.empty();
    }
    boolean strict = !expectedInvalid.contains(node.name().text());
    if (strict) {
      types(node, action);
    }
    Request request = Request.of(principal, action.name(), resource).onBehalfOf(chain);
    request = fields(request, node.args(), action.args(), strict, Request::arg, node);
    request = fields(request, node.facts(), action.facts(), strict, Request::fact, node);
    if (node.session() != null) {
      request = request.session(node.session().value());
    }
    request = carrying(sources(request, node, action, strict), node, givens);
    state.define(node.name(), request);
    return Optional.of(new CheckedStatement.LetRequest(node.name().text(), request, node.span()));
  }

  private void types(LetRequest node, ActionDef action) {
    Stream.concat(Stream.of(node.principal()), node.chain().stream())
        .forEach(ref -> type(ref, action.principalTypes(), action, "done by"));
    type(node.resource(), action.resourceTypes(), action, "done on");
  }

  private void type(EntityRef ref, SortedSet<String> allowed, ActionDef action, String how) {
    EntityId entity = state.entity(ref);
    if (entity != null && !allowed.contains(entity.type())) {
      state.report(
          DiagnosticCode.REQUEST_MISFIT,
          ref.span(),
          "`" + action.name() + "` is not " + how + " `" + ref.type().text() + "`",
          "it is " + how + " `" + String.join("`, `", allowed) + "`");
    }
  }

  private Request fields(
      Request request,
      @Nullable RecordLiteral written,
      Type.RecordType type,
      boolean strict,
      With with,
      LetRequest node) {
    RecordLiteral literal =
        written == null ? new RecordLiteral(List.of(), node.action().span()) : written;
    return strict ? strict(request, literal, type, with) : loose(request, literal, type, with);
  }

  /** How a field is put into a request. */
  private interface With {
    Request put(Request request, String name, Object value);
  }

  private Request strict(Request request, RecordLiteral literal, Type.RecordType type, With with) {
    Request filled = request;
    if (state.literals().read(literal, type) instanceof RecordValue record) {
      for (var field : record.fields().entrySet()) {
        filled = with.put(filled, field.getKey(), field.getValue());
      }
    }
    return filled;
  }

  private Request loose(Request request, RecordLiteral literal, Type.RecordType type, With with) {
    Request filled = request;
    for (RecordEntry entry : literal.entries()) {
      Type.Field field = type.field(entry.key().text());
      Value typed = field == null ? null : silently(entry.value(), field.type());
      Optional<Json> json =
          typed == null ? new LooseJson(state).of(entry.value()) : Optional.empty();
      if (typed == null && json.isEmpty()) {
        state.report(
            DiagnosticCode.VALUE_NOT_LITERAL,
            entry.value().span(),
            "this must be written out",
            null);
      }
      Object value = typed != null ? typed : json.orElse(Json.Null.INSTANCE);
      filled = with.put(filled, entry.key().text(), value);
    }
    return filled;
  }

  private @Nullable Value silently(Expression literal, Type type) {
    return new LiteralReader(state.literalContext(), new Diagnostics()).read(literal, type);
  }

  private Request sources(Request request, LetRequest node, ActionDef action, boolean strict) {
    Request told = request;
    for (ArgSource source : node.sources()) {
      String arg = source.argument().text();
      if (strict && action.args().field(arg) == null) {
        state.report(
            DiagnosticCode.UNKNOWN_FIELD,
            source.argument().span(),
            "there is no field `" + arg + "`",
            null);
      }
      List<Source> sources =
          source.sources().stream().map(this::source).flatMap(Optional::stream).toList();
      if (source.elementwise()) {
        told = told.elementSources(arg, sources);
      } else if (!sources.isEmpty()) {
        told = told.source(arg, sources.get(0));
      }
    }
    return told;
  }

  private Optional<Source> source(Identifier written) {
    for (Source source : Source.values()) {
      if (source.name().toLowerCase(Locale.ROOT).equals(written.text())) {
        return Optional.of(source);
      }
    }
    List<String> words =
        Stream.of(Source.values()).map(source -> source.name().toLowerCase(Locale.ROOT)).toList();
    state.report(
        DiagnosticCode.UNKNOWN_ENUMERATOR,
        written.span(),
        "there is no source `" + written.text() + "`",
        Spelling.didYouMean(written.text(), words)
            .orElse("the sources are `" + String.join("`, `", words) + "`"));
    return Optional.empty();
  }

  private static Request carrying(Request request, LetRequest node, TestGivens givens) {
    Request loaded = request;
    for (GivenEntity carried : node.carried()) {
      Optional<Entity> entity = givens.entity(carried);
      if (entity.isPresent()) {
        loaded = loaded.inline(entity.get());
      }
    }
    return loaded;
  }
}

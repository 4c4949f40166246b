package dev.writ.core.reference;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Source;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the bare words of an expression stand for, and what is asked of the request itself. */
final class Words {
  private final Environment environment;
  private final Faults faults;

  Words(Environment environment, Faults faults) {
    this.environment = environment;
    this.faults = faults;
  }

  Result root(Expr.Root root) {
    return switch (root) {
      case PRINCIPAL -> Result.of(environment.principal());
      case DELEGATOR -> present(environment.delegator(), "delegator");
      case ORIGIN -> Result.of(environment.origin());
      case RESOURCE -> present(environment.resource(), "resource");
      case ARGS -> Result.of(environment.args());
      case FACTS -> Result.of(environment.facts());
      case SESSION -> session();
      case APPROVER -> present(environment.approver(), "approver");
      case REQUESTER -> present(environment.requester(), "requester");
    };
  }

  private Result session() {
    SessionRecord session = environment.session();
    return present(session == null ? null : session.values(), "session");
  }

  Result local(String name) {
    return present(environment.locals().get(name), name);
  }

  private Result present(@Nullable Value value, String name) {
    return value == null ? faults.fail(Fault.Kind.MISSING_VALUE, name) : Result.of(value);
  }

  Result hasDelegator() {
    return Result.of(environment.delegator() != null);
  }

  Result labelled(String label) {
    SessionRecord session = environment.session();
    return session == null
        ? faults.fail(Fault.Kind.MISSING_VALUE, "session")
        : Result.of(session.labels().contains(label));
  }

  Result sourceOfArg(String arg) {
    return source(environment.sources().of(environment.args(), arg));
  }

  Result sourceOfElement(List<String> args, String local) {
    return local(local)
        .then(element -> source(environment.sources().of(environment.args(), args, element)));
  }

  private static Result source(Source source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    return Result.of(new EnumValue(Schema.SOURCE, Schema.SOURCE.ordinalOfName(name)));
  }
}

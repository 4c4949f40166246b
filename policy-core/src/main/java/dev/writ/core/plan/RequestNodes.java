package dev.writ.core.plan;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Source;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of an expression that stand for parts of the request. */
final class RequestNodes {

  private RequestNodes() {}

  /** A word. */
  static Node root(Expr.Root root, @Nullable Type type) {
    return new Word(root, type);
  }

  /** One of the words of the language. */
  static final class Word extends Node {
    final Expr.Root root;

    private Word(Expr.Root root, @Nullable Type type) {
      super(type);
      this.root = root;
    }

    @Override
    @Nullable Value value(View view, Moment moment, Value[] locals) {
      return switch (root) {
        case PRINCIPAL -> view.principal;
        case DELEGATOR -> present(view.delegator, "delegator", moment);
        case ORIGIN -> view.origin();
        case RESOURCE -> view.resource;
        case ARGS -> view.request.args();
        case FACTS -> view.request.facts();
        case SESSION -> session(moment);
        case APPROVER -> moment.missing("approver");
        case REQUESTER -> present(moment.requester, "requester", moment);
      };
    }
  }

  private static @Nullable Value session(Moment moment) {
    SessionRecord session = moment.session;
    return present(session == null ? null : session.values(), "session", moment);
  }

  private static @Nullable Value present(@Nullable Value value, String name, Moment moment) {
    return value == null ? moment.missing(name) : value;
  }

  /** The variable of a quantifier around. */
  static Node local(int index, @Nullable Type type) {
    return new Node(type) {
      @Override
      Value value(View view, Moment moment, Value[] locals) {
        return locals[index];
      }
    };
  }

  /** A name that no quantifier around binds. */
  static Node unbound(String name) {
    return new Node(null) {
      @Override
      @Nullable Value value(View view, Moment moment, Value[] locals) {
        return moment.missing(name);
      }
    };
  }

  static Node hasDelegator() {
    return new Condition() {
      @Override
      Truth truth(View view, Moment moment, Value[] locals) {
        return Truth.of(view.delegator != null);
      }
    };
  }

  static Node labelled(String label) {
    return new Condition() {
      @Override
      Truth truth(View view, Moment moment, Value[] locals) {
        SessionRecord session = moment.session;
        if (session == null) {
          moment.missing("session");
          return Truth.ERROR;
        }
        return Truth.of(session.labels().contains(label));
      }
    };
  }

  static Node sourceOfArg(String arg) {
    return new Node(Schema.SOURCE) {
      @Override
      Value value(View view, Moment moment, Value[] locals) {
        return word(view.request.sourceOf(arg));
      }
    };
  }

  static Node sourceOfElement(List<String> args, Node element) {
    return new Strict.OfOne(
        Schema.SOURCE, element, (value, view, moment) -> word(view.sourceOf(args, value)));
  }

  private static Value word(Source source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    return new EnumValue(Schema.SOURCE, Schema.SOURCE.ordinalOfName(name));
  }
}

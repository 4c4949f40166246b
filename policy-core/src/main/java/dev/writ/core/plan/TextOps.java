package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators on strings and on scalars with a grammar: paths, URLs, addresses, commands. */
final class TextOps {

  private TextOps() {}

  static @Nullable Value part(Expr.Part part, Value of, Moment moment) {
    return switch (part) {
      case PATH_NAME -> of instanceof PathValue path ? text(path.name()) : moment.illTyped(".name");
      case URL_SCHEME, URL_HOST, URL_PORT, URL_PATH ->
          of instanceof UrlValue url ? part(part, url, moment) : moment.illTyped("." + part);
      case COMMAND_PROGRAM, COMMAND_FIRST, COMMAND_ARGS ->
          of instanceof CommandValue command
              ? part(part, command, moment)
              : moment.illTyped("." + part);
    };
  }

  private static @Nullable Value part(Expr.Part part, UrlValue url, Moment moment) {
    return switch (part) {
      case URL_SCHEME -> text(url.scheme());
      case URL_HOST -> text(url.host());
      case URL_PATH -> url.path();
      case URL_PORT -> url.port() < 0 ? moment.missing("port") : new IntValue(url.port());
      default -> moment.illTyped("." + part);
    };
  }

  private static @Nullable Value part(Expr.Part part, CommandValue command, Moment moment) {
    String first = command.first();
    return switch (part) {
      case COMMAND_PROGRAM -> text(command.program());
      case COMMAND_FIRST -> first == null ? moment.missing("first") : text(first);
      case COMMAND_ARGS -> SetValue.of(command.args().stream().map(StringValue::new).toList());
      default -> moment.illTyped("." + part);
    };
  }

  private static Value text(String text) {
    return new StringValue(text);
  }

  /** Whether a part that may be missing is there. */
  static @Nullable Value has(Value of, String part, Moment moment) {
    if (of instanceof UrlValue url && part.equals("port")) {
      return Node.bool(url.port() >= 0);
    }
    return of instanceof CommandValue command && part.equals("first")
        ? Node.bool(command.first() != null)
        : moment.illTyped("has");
  }

  static @Nullable Value under(Value path, Value base, Moment moment) {
    return path instanceof PathValue p && base instanceof PathValue b
        ? Node.bool(p.isUnder(b))
        : moment.illTyped("under");
  }

  static @Nullable Value hostUnder(Value host, String domain, Moment moment) {
    return host instanceof StringValue h
        ? Node.bool(UrlValue.isHostUnder(h.value(), domain))
        : moment.illTyped("under");
  }

  static @Nullable Value startsWith(Value string, Value prefix, Moment moment) {
    return string instanceof StringValue s && prefix instanceof StringValue p
        ? Node.bool(s.value().startsWith(p.value()))
        : moment.illTyped("starts with");
  }

  static @Nullable Value startsWith(Value command, List<String> words, Moment moment) {
    return command instanceof CommandValue c
        ? Node.bool(c.startsWith(words))
        : moment.illTyped("starts with");
  }

  static @Nullable Value inNetwork(Value ip, Value network, Moment moment) {
    Collection<Value> networks =
        network instanceof SetValue set ? set.elements() : List.of(network);
    boolean inside = false;
    for (Value each : networks) {
      if (!(each instanceof CidrValue net)) {
        return moment.illTyped("in");
      }
      inside |= ip instanceof IpValue address && net.contains(address);
    }
    return ip instanceof IpValue ? Node.bool(inside) : moment.illTyped("in");
  }

  static @Nullable Value equalsIgnoringAsciiCase(Value left, Value right, Moment moment) {
    return left instanceof StringValue a && right instanceof StringValue b
        ? Node.bool(equalInAsciiCase(a.value(), b.value()))
        : moment.illTyped("equals ignoring ascii case");
  }

  private static boolean equalInAsciiCase(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      if (lower(a.charAt(i)) != lower(b.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}

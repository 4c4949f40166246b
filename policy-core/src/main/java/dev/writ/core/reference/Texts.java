package dev.writ.core.reference;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.Glob;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.PathPattern;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators on strings and on scalars with a grammar: paths, URLs, addresses, commands. */
final class Texts {

  private Texts() {}

  /** A part of a path, URL or command; one that is not there is missing. */
  static Result part(Expr.Part part, Value of, Faults faults) {
    return switch (part) {
      case PATH_NAME -> of instanceof PathValue path ? text(path.name()) : faults.illTyped(".name");
      case URL_SCHEME, URL_HOST, URL_PORT, URL_PATH ->
          of instanceof UrlValue url ? urlPart(part, url, faults) : faults.illTyped("." + part);
      case COMMAND_PROGRAM, COMMAND_FIRST, COMMAND_ARGS ->
          of instanceof CommandValue command
              ? commandPart(part, command, faults)
              : faults.illTyped("." + part);
    };
  }

  private static Result urlPart(Expr.Part part, UrlValue url, Faults faults) {
    return switch (part) {
      case URL_SCHEME -> text(url.scheme());
      case URL_HOST -> text(url.host());
      case URL_PATH -> Result.of(url.path());
      case URL_PORT -> present(url.port() < 0 ? null : new IntValue(url.port()), "port", faults);
      default -> faults.illTyped("." + part);
    };
  }

  private static Result commandPart(Expr.Part part, CommandValue command, Faults faults) {
    String first = command.first();
    return switch (part) {
      case COMMAND_PROGRAM -> text(command.program());
      case COMMAND_FIRST -> present(first == null ? null : new StringValue(first), "first", faults);
      case COMMAND_ARGS ->
          Result.of(SetValue.of(command.args().stream().map(StringValue::new).toList()));
      default -> faults.illTyped("." + part);
    };
  }

  private static Result present(@Nullable Value part, String name, Faults faults) {
    return part == null ? faults.fail(Fault.Kind.MISSING_VALUE, name) : Result.of(part);
  }

  /** Whether a part that may be missing is there. */
  static Result has(Value of, String part, Faults faults) {
    if (of instanceof UrlValue url && part.equals("port")) {
      return Result.of(url.port() >= 0);
    }
    return of instanceof CommandValue command && part.equals("first")
        ? Result.of(command.first() != null)
        : faults.illTyped("has");
  }

  private static Result text(String text) {
    return Result.of(new StringValue(text));
  }

  static Result like(Value string, String glob, Faults faults) {
    try {
      return string instanceof StringValue s
          ? Result.of(Glob.parse(glob).matches(s.value()))
          : faults.illTyped("like");
    } catch (InvalidValueException noGlob) {
      return faults.illTyped("like");
    }
  }

  static Result matches(Value path, String pattern, Faults faults) {
    try {
      return path instanceof PathValue p
          ? Result.of(PathPattern.parse(pattern).matches(p))
          : faults.illTyped("matches");
    } catch (InvalidValueException noPattern) {
      return faults.illTyped("matches");
    }
  }

  /** At or below, by whole segments. */
  static Result under(Value path, Value base, Faults faults) {
    return path instanceof PathValue p && base instanceof PathValue b
        ? Result.of(p.isUnder(b))
        : faults.illTyped("under");
  }

  /** The domain or one below it, by whole labels; an address is under itself alone. */
  static Result hostUnder(Value host, String domain, Faults faults) {
    return host instanceof StringValue h
        ? Result.of(UrlValue.isHostUnder(h.value(), domain))
        : faults.illTyped("under");
  }

  static Result startsWith(Value string, Value prefix, Faults faults) {
    return string instanceof StringValue s && prefix instanceof StringValue p
        ? Result.of(s.value().startsWith(p.value()))
        : faults.illTyped("starts with");
  }

  static Result startsWith(Value command, List<String> words, Faults faults) {
    return command instanceof CommandValue c
        ? Result.of(c.startsWith(words))
        : faults.illTyped("starts with");
  }

  /** Whether the address lies in the network, or in one of a set of them. */
  static Result inNetwork(Value ip, Value network, Faults faults) {
    List<Value> networks =
        network instanceof SetValue set ? List.copyOf(set.elements()) : List.of(network);
    boolean wellTyped =
        ip instanceof IpValue && networks.stream().allMatch(CidrValue.class::isInstance);
    return wellTyped
        ? Result.of(networks.stream().anyMatch(n -> ((CidrValue) n).contains((IpValue) ip)))
        : faults.illTyped("in");
  }

  /** Equality in which A to Z equal a to z, and nothing else changes. */
  static Result equalsIgnoringAsciiCase(Value left, Value right, Faults faults) {
    return left instanceof StringValue a && right instanceof StringValue b
        ? Result.of(asciiLower(a.value()).equals(asciiLower(b.value())))
        : faults.illTyped("equals ignoring ascii case");
  }

  private static String asciiLower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return lower.toString();
  }
}

package dev.writ.core.reference;

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
import java.util.List;

/** The operators on strings and on scalars with a grammar: paths, URLs, addresses, commands. */
final class Texts {

  private Texts() {}

  /** A part of a path, URL or command; one that is not there is missing. */
  static Result part(Expr.Part part, Value of, Faults faults) {
    if (of instanceof PathValue path && part == Expr.Part.PATH_NAME) {
      return text(path.text().substring(path.text().lastIndexOf('/') + 1));
    }
    if (of instanceof UrlValue url) {
      return urlPart(part, url, faults);
    }
    if (of instanceof CommandValue command) {
      return commandPart(part, words(command), faults);
    }
    return faults.illTyped("." + part);
  }

  private static Result urlPart(Expr.Part part, UrlValue url, Faults faults) {
    return switch (part) {
      case URL_SCHEME -> text(url.scheme());
      case URL_HOST -> text(url.host());
      case URL_PATH -> Result.of(new PathValue(url.path()));
      case URL_PORT ->
          url.port() < 0
              ? faults.fail(Fault.Kind.MISSING_VALUE, "port")
              : Result.of(new IntValue(url.port()));
      case PATH_NAME, COMMAND_PROGRAM, COMMAND_FIRST, COMMAND_ARGS -> faults.illTyped("." + part);
    };
  }

  private static Result commandPart(Expr.Part part, List<String> words, Faults faults) {
    return switch (part) {
      case COMMAND_PROGRAM -> text(words.get(0));
      case COMMAND_FIRST ->
          words.size() < 2 ? faults.fail(Fault.Kind.MISSING_VALUE, "first") : text(words.get(1));
      case COMMAND_ARGS ->
          Result.of(SetValue.of(words.stream().skip(1).map(StringValue::new).toList()));
      case PATH_NAME, URL_SCHEME, URL_HOST, URL_PORT, URL_PATH -> faults.illTyped("." + part);
    };
  }

  /** Whether a part that may be missing is there. */
  static Result has(Value of, String part, Faults faults) {
    if (of instanceof UrlValue url && part.equals("port")) {
      return Result.of(url.port() >= 0);
    }
    return of instanceof CommandValue command && part.equals("first")
        ? Result.of(words(command).size() > 1)
        : faults.illTyped("has");
  }

  private static List<String> words(CommandValue command) {
    return List.of(command.text().split(" "));
  }

  private static Result text(String text) {
    return Result.of(new StringValue(text));
  }

  static Result like(Value string, String glob, Faults faults) {
    return string instanceof StringValue s
        ? Result.of(Glob.matches(glob, s.value()))
        : faults.illTyped("like");
  }

  static Result matches(Value path, String pattern, Faults faults) {
    return path instanceof PathValue p
        ? Result.of(Glob.matchesPath(pattern, p.text()))
        : faults.illTyped("matches");
  }

  /** At or below, by whole segments. */
  static Result under(Value path, Value base, Faults faults) {
    return path instanceof PathValue p && base instanceof PathValue b
        ? Result.of(p.equals(b) || p.text().startsWith(b.text().equals("/") ? "/" : b.text() + "/"))
        : faults.illTyped("under");
  }

  /** The domain or one below it, by whole labels; an address is under itself alone. */
  static Result hostUnder(Value host, String domain, Faults faults) {
    return host instanceof StringValue h
        ? Result.of(
            h.value().equals(domain) || (!isAddress(h.value()) && h.value().endsWith("." + domain)))
        : faults.illTyped("under");
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.matches("[0-9]+(\\.[0-9]+){3}");
  }

  static Result startsWith(Value command, List<String> words, Faults faults) {
    if (!(command instanceof CommandValue c)) {
      return faults.illTyped("starts with");
    }
    List<String> all = words(c);
    return Result.of(words.size() <= all.size() && all.subList(0, words.size()).equals(words));
  }

  /** Whether the address lies in the network, or in one of a set of them. */
  static Result inNetwork(Value ip, Value network, Faults faults) {
    if (ip instanceof IpValue address && network instanceof CidrValue one) {
      return Result.of(contains(one, address));
    }
    if (ip instanceof IpValue address && network instanceof SetValue several) {
      boolean wellTyped = several.elements().stream().allMatch(CidrValue.class::isInstance);
      return wellTyped
          ? Result.of(several.elements().stream().anyMatch(n -> contains((CidrValue) n, address)))
          : faults.illTyped("in");
    }
    return faults.illTyped("in");
  }

  private static boolean contains(CidrValue network, IpValue address) {
    long high = network.address().high() ^ address.high();
    long low = network.address().low() ^ address.low();
    return leadingZeros(high, low) >= network.prefix();
  }

  private static int leadingZeros(long high, long low) {
    return high == 0 ? 64 + Long.numberOfLeadingZeros(low) : Long.numberOfLeadingZeros(high);
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

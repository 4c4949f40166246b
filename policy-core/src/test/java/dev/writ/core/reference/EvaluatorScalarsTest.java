package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.add;
import static dev.writ.core.reference.Exprs.cidr;
import static dev.writ.core.reference.Exprs.command;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.ip;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.part;
import static dev.writ.core.reference.Exprs.path;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Exprs.set;
import static dev.writ.core.reference.Exprs.url;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expressions about sets, strings and structured scalars (language reference, section 3). */
final class EvaluatorScalarsTest extends EvaluatorAssertions {
  private static final long MAX = Long.MAX_VALUE;

  // Sets and lists

  @Test
  void contains_ofSets_isStrict() {
    Expr abc = set(s("a"), s("b"), s("c"));
    truth("TRUE", new Expr.Contains(abc, s("a")));
    truth("FALSE", new Expr.Contains(abc, s("d")));
    truth("TRUE", new Expr.ContainsEach(true, abc, set(s("a"), s("b"))));
    truth("FALSE", new Expr.ContainsEach(true, abc, set(s("a"), s("d"))));
    truth("TRUE", new Expr.ContainsEach(true, abc, set()));
    truth("TRUE", new Expr.ContainsEach(false, abc, set(s("a"), s("d"))));
    truth("FALSE", new Expr.ContainsEach(false, abc, set()));
    value("3", new Expr.Size(abc));
    value("1", new Expr.Size(set(n(1), n(1))));
    truth("TRUE", new Expr.InList(n(2), List.of(n(1), n(2))));
    truth("ERROR overflow", new Expr.InList(n(1), List.of(n(1), add(n(MAX), n(1)))));
    value("error ill_typed", new Expr.Size(n(1)));
    truth("ERROR ill_typed", new Expr.Contains(n(1), n(1)));
  }

  // Strings and structured scalars

  @Test
  void strings_byCodePoints_areMatchedWhole() {
    truth("TRUE", new Expr.Like(s("alpha.log"), "*.log"));
    truth("TRUE", new Expr.Like(s("😀"), "?"));
    truth("FALSE", new Expr.Like(s("ab"), "?"));
    truth("TRUE", new Expr.Like(s("a*"), "a\\*"));
    truth("FALSE", new Expr.Like(s("ab"), "a\\*"));
    truth("ERROR ill_typed", new Expr.Like(s("ab"), "a\\b"));
    truth("TRUE", new Expr.StringStartsWith(s("ops-1"), s("ops-")));
    truth("FALSE", new Expr.StringStartsWith(s("op"), s("ops-")));
    truth("TRUE", new Expr.EqualsIgnoringAsciiCase(s("AbZ"), s("aBz")));
    truth("FALSE", new Expr.EqualsIgnoringAsciiCase(s("K"), s("\u212A")));
    truth("FALSE", new Expr.EqualsIgnoringAsciiCase(s("É"), s("é")));
  }

  @Test
  void paths_bySegments_areMatched() {
    truth("TRUE", new Expr.Matches(path("/srv/a/logs/x/y"), "/srv/*/logs/**"));
    truth("TRUE", new Expr.Matches(path("/srv/a/logs"), "/srv/*/logs/**"));
    truth("FALSE", new Expr.Matches(path("/srv/a/b/logs"), "/srv/*/logs/**"));
    truth("TRUE", new Expr.PathUnder(path("/srv/app/x"), path("/srv/app")));
    truth("TRUE", new Expr.PathUnder(path("/srv/app"), path("/srv/app")));
    truth("FALSE", new Expr.PathUnder(path("/srv/apple"), path("/srv/app")));
    truth("TRUE", new Expr.PathUnder(path("/srv"), path("/")));
    value("\"x.txt\"", part(Part.PATH_NAME, path("/srv/x.txt")));
  }

  @Test
  void urls_byTheirParts_areRead() {
    Expr web = url("https://api.example.com:8443/v1");
    value("\"https\"", part(Part.URL_SCHEME, web));
    value("\"api.example.com\"", part(Part.URL_HOST, web));
    value("8443", part(Part.URL_PORT, web));
    truth("TRUE", eq(part(Part.URL_PATH, web), path("/v1")));
    truth("TRUE", has(web, "port"));
    truth("FALSE", has(url("https://example.com/"), "port"));
    value("error missing_value", part(Part.URL_PORT, url("https://example.com/")));
    truth("TRUE", new Expr.HostUnder(part(Part.URL_HOST, web), "example.com"));
    truth("FALSE", new Expr.HostUnder(s("badexample.com"), "example.com"));
    truth("FALSE", new Expr.HostUnder(s("10.0.0.1"), "0.0.1"));
    truth("TRUE", new Expr.HostUnder(s("10.0.0.1"), "10.0.0.1"));
  }

  @Test
  void commands_byWords_areRead() {
    Expr git = command("git status -s");
    value("\"git\"", part(Part.COMMAND_PROGRAM, git));
    value("\"status\"", part(Part.COMMAND_FIRST, git));
    truth("TRUE", eq(part(Part.COMMAND_ARGS, git), set(s("status"), s("-s"))));
    truth("FALSE", has(command("git"), "first"));
    value("error missing_value", part(Part.COMMAND_FIRST, command("git")));
    truth("TRUE", new Expr.CommandStartsWith(git, List.of("git", "status")));
    truth("FALSE", new Expr.CommandStartsWith(git, List.of("git", "stat")));
    value("error ill_typed", part(Part.COMMAND_ARGS, path("/a")));
    value("error ill_typed", part(Part.URL_HOST, git));
  }

  @Test
  void networks_ofBothFamilies_holdTheirAddresses() {
    truth("TRUE", new Expr.InNetwork(ip("10.1.2.3"), cidr("10.0.0.0/8")));
    truth("FALSE", new Expr.InNetwork(ip("11.1.2.3"), cidr("10.0.0.0/8")));
    truth("TRUE", new Expr.InNetwork(ip("2001:db8::1"), cidr("2001:db8::/32")));
    Expr two = set(cidr("10.0.0.0/8"), cidr("2001:db8::/32"));
    truth("TRUE", new Expr.InNetwork(ip("2001:db8::1"), two));
    truth("FALSE", new Expr.InNetwork(ip("192.168.0.1"), two));
    truth("ERROR ill_typed", new Expr.InNetwork(n(1), two));
  }
}

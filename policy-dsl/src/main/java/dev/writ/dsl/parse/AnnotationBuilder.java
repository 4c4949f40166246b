package dev.writ.dsl.parse;

import dev.writ.dsl.ast.AllowAnnotation;
import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.ControlAnnotation;
import dev.writ.dsl.ast.DocAnnotation;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.grammar.WritParser.AnnotationArgumentContext;
import dev.writ.dsl.grammar.WritParser.AnnotationContext;
import dev.writ.dsl.grammar.WritParser.NumberArgumentContext;
import dev.writ.dsl.grammar.WritParser.TextArgumentContext;
import dev.writ.dsl.grammar.WritParser.WordArgumentContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds annotations; those that do not exist are reported and left out. */
final class AnnotationBuilder {
  private static final Map<String, String> USAGE =
      Map.of(
          "control", "@control(\"framework\", \"control\")",
          "doc", "@doc(\"text\")",
          "allow", "@allow(\"W0503\", \"reason\")");

  private final Reporter reporter;
  private final NameBuilder names;

  AnnotationBuilder(Builders builders) {
    this.reporter = builders.reporter;
    this.names = builders.names;
  }

  List<Annotation> annotations(List<AnnotationContext> contexts) {
    List<Annotation> annotations = new ArrayList<>();
    for (AnnotationContext context : contexts) {
      Annotation annotation = annotation(context);
      if (annotation != null) {
        annotations.add(annotation);
      }
    }
    return annotations;
  }

  private @Nullable Annotation annotation(AnnotationContext context) {
    String name = names.word(context.word()).text();
    String usage = USAGE.get(name);
    if (usage == null) {
      reporter.error(
          DiagnosticCode.UNKNOWN_ANNOTATION,
          context.word(),
          "there is no annotation `@" + name + "`",
          Spelling.closest(name, USAGE.keySet())
              .map(near -> "did you mean `@" + near + "`?")
              .orElse("the annotations are `@allow`, `@control` and `@doc`"));
      return null;
    }
    List<QuotedText> texts = texts(context.arguments);
    if (texts.size() != context.arguments.size() || texts.size() != (name.equals("doc") ? 1 : 2)) {
      reporter.error(
          DiagnosticCode.ANNOTATION_ARGUMENTS,
          context,
          "`@" + name + "` has other arguments",
          "write `" + usage + "`");
      return null;
    }
    return build(name, texts, reporter.span(context));
  }

  private Annotation build(String name, List<QuotedText> texts, Span span) {
    QuotedText first = texts.get(0);
    if (name.equals("doc")) {
      return new DocAnnotation(first, span);
    }
    QuotedText second = texts.get(1);
    if (name.equals("control")) {
      return new ControlAnnotation(first, second, span);
    }
    checkAllow(first, second);
    return new AllowAnnotation(first, second, span);
  }

  private void checkAllow(QuotedText code, QuotedText reason) {
    List<String> codes =
        Arrays.stream(DiagnosticCode.values())
            .filter(DiagnosticCode::isFinding)
            .map(DiagnosticCode::id)
            .toList();
    if (!codes.contains(code.value())) {
      reporter.error(
          DiagnosticCode.ANNOTATION_ARGUMENTS,
          code.span(),
          "there is no finding " + Wording.quote(code.value()),
          "write its code, such as `W0503`");
    }
    if (reason.value().isBlank()) {
      reporter.error(
          DiagnosticCode.ANNOTATION_ARGUMENTS,
          reason.span(),
          "the reason is empty",
          "say why the finding is accepted");
    }
  }

  /** Returns the arguments that are texts; a bare word counts as one, for codes. */
  private List<QuotedText> texts(List<AnnotationArgumentContext> arguments) {
    List<QuotedText> texts = new ArrayList<>();
    for (AnnotationArgumentContext argument : arguments) {
      if (argument instanceof TextArgumentContext text) {
        texts.add(names.text(text.string()));
      } else if (argument instanceof WordArgumentContext word) {
        texts.add(new QuotedText(names.word(word.word()).text(), reporter.span(word)));
      } else if (!(argument instanceof NumberArgumentContext)) {
        throw new Unhandled(argument);
      }
    }
    return texts;
  }
}

package dev.writ.dsl.lower;

import dev.writ.core.ir.Annotation;
import dev.writ.dsl.ast.AllowAnnotation;
import dev.writ.dsl.ast.AnnotationVisitor;
import dev.writ.dsl.ast.ControlAnnotation;
import dev.writ.dsl.ast.DocAnnotation;
import java.util.List;

/** Lowers annotations. */
enum Annotations implements AnnotationVisitor<Annotation> {
  INSTANCE;

  static List<Annotation> of(List<dev.writ.dsl.ast.Annotation> annotations) {
    return annotations.stream().map(annotation -> annotation.accept(INSTANCE)).toList();
  }

  @Override
  public Annotation visitControl(ControlAnnotation node) {
    return new Annotation("control", List.of(node.framework().value(), node.control().value()));
  }

  @Override
  public Annotation visitDoc(DocAnnotation node) {
    return new Annotation("doc", List.of(node.text().value()));
  }

  @Override
  public Annotation visitAllow(AllowAnnotation node) {
    return new Annotation("allow", List.of(node.code().value(), node.reason().value()));
  }
}

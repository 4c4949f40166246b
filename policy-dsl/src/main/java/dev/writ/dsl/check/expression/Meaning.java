package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node of the syntax tree turned out to mean, where the tree alone does not tell. Constants
 * are kept apart, as values.
 */
public sealed interface Meaning
    permits Meaning.LocalUse,
        Meaning.RootUse,
        Meaning.LetUse,
        Meaning.PartUse,
        Meaning.TypeTest,
        Meaning.NameUse,
        Meaning.ArgSource,
        Meaning.ElementSource,
        Meaning.Scaled,
        Meaning.Ranged,
        Meaning.PatternText,
        Meaning.Words,
        Meaning.InForm,
        Meaning.UnderForm,
        TimeTest {

  /** A name that is a variable. */
  record LocalUse(LocalVariable variable) implements Meaning {}

  /** A name that is a part of the context, such as {@code approver}. */
  record RootUse(ContextRoot root) implements Meaning {}

  /**
   * A name that is a let: its body, and what was found in the body at this use.
   *
   * @param body the body
   * @param facts what its nodes mean here
   */
  record LetUse(Expression body, ExpressionFacts facts) implements Meaning {}

  /** A member that is a part of a structured scalar. */
  record PartUse(Part part) implements Meaning {}

  /**
   * An {@code is}.
   *
   * @param type the qualified entity type
   * @param decided the answer for {@code is} where the slot alone tells it, or null
   */
  record TypeTest(String type, @Nullable Boolean decided) implements Meaning {}

  /** A reference to an approval, confirmation, grant or label, by its qualified name. */
  record NameUse(String id) implements Meaning {}

  /** The source of an argument. */
  record ArgSource(String arg) implements Meaning {}

  /** The source of the element a variable stands for, in the arguments it ranges over. */
  record ElementSource(List<String> args, LocalVariable variable) implements Meaning {
    /** Copies the list. */
    public ElementSource {
      args = List.copyOf(args);
    }
  }

  /** A product: what is multiplied, and by what. */
  record Scaled(Expression operand, long factor) implements Meaning {}

  /**
   * A quantifier: its variable, and for each set whether it may be absent and then counts as empty.
   */
  record Ranged(LocalVariable variable, List<Boolean> mayBeAbsent) implements Meaning {
    /** Copies the list. */
    public Ranged {
      mayBeAbsent = List.copyOf(mayBeAbsent);
    }
  }

  /** The pattern of {@code like} or {@code matches}, in the form that the evaluators read. */
  record PatternText(String pattern) implements Meaning {}

  /** The words after {@code starts with} where it is asked of a command. */
  record Words(List<String> words) implements Meaning {
    /** Copies the list. */
    public Words {
      words = List.copyOf(words);
    }
  }

  /** What an {@code in} asks. */
  enum InForm implements Meaning {
    /** Membership in one entity or in some entity of a list. */
    ENTITIES,
    /** Membership in some entity of a set. */
    ENTITY_SET,
    /** Equality with some element of a list. */
    LIST,
    /** Equality with some element of a set. */
    SET,
    /** An address in a network or in some network of a set or list. */
    NETWORK
  }

  /** What an {@code under} asks. */
  enum UnderForm implements Meaning {
    /** A path at or below another. */
    PATH,
    /** A host that is a domain or in it. */
    HOST
  }
}

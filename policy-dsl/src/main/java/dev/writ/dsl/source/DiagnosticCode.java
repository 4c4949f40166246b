package dev.writ.dsl.source;

import java.util.Locale;

/**
 * Every code that the compiler reports, one constant each.
 *
 * <p>A code is stable: it is never reused for something else. W00xx are about text and syntax,
 * W01xx about names, W02xx about types, W03xx about declarations, W05xx are findings, W09xx limits.
 * Each has a page {@code docs/diagnostics/W0123.md} and a golden case {@code
 * golden/diag/W0123-slug.writ}; a test fails where one lacks.
 */
public enum DiagnosticCode {
  // text
  INVALID_UTF8(1, "the file is not valid UTF-8"),
  NUL_CHARACTER(2, "a NUL character stands in the text"),
  BIDI_CONTROL(3, "a bidirectional control character stands in the text"),
  MISPLACED_BOM(4, "a byte order mark stands behind the start of the file"),
  NOT_NORMALIZED(5, "a string literal is not in Unicode normalization form C"),
  LONE_SURROGATE(6, "an escape names half of a surrogate pair"),
  UNCLOSED_STRING(7, "a string or a quoted name does not end on its line"),
  UNKNOWN_CHARACTER(8, "a character has no meaning in the language"),
  NON_ASCII_WORD(9, "a name outside strings holds a character beyond ASCII"),
  MALFORMED_NUMBER(10, "digits run into letters"),
  MALFORMED_TIME(11, "a date or time is not written as the language writes it"),
  INVALID_ESCAPE(12, "a string holds an escape that does not exist"),
  NUMBER_OUT_OF_RANGE(13, "a number does not fit its type"),
  SINGLE_QUOTES(14, "a string stands in single quotes"),
  FOREIGN_COMMENT(15, "a comment is written as in another language"),
  FOREIGN_OPERATOR(16, "an operator is written as in another language"),

  // syntax
  UNEXPECTED_TOKEN(20, "something else is expected here"),
  MISSING_SEMICOLON(21, "a semicolon is missing"),
  UNCLOSED_BRACKET(22, "a bracket is not closed"),
  UNKNOWN_DECLARATION(23, "no declaration starts with this word"),
  UNKNOWN_CLAUSE(24, "no such clause exists here"),
  REPEATED_CLAUSE(25, "a clause stands twice"),
  INCOMPLETE_HEAD(26, "a head lacks its principal or resource types"),
  CHAINED_COMPARISON(27, "comparisons are chained"),
  MIXED_AND_OR(28, "`and` and `or` are mixed without parentheses"),
  QUOTED_FIELD_NAME(29, "a field name stands in quotes"),
  BRACED_CONDITION(30, "a condition stands in braces"),
  NULL_LITERAL(31, "there is no null"),
  CEDAR_RULE(32, "a rule is written in Cedar"),
  TRAILING_COMMA(33, "a comma stands behind the last element"),
  RESERVED_NAME(34, "a reserved word is used as a name"),
  MALFORMED_REFERENCE(35, "an entity reference does not start with a type name"),
  MIXED_ENUM_ORDER(36, "an enum mixes `<` and `,`"),
  UNKNOWN_ANNOTATION(37, "no such annotation exists"),
  ANNOTATION_ARGUMENTS(38, "an annotation has the wrong arguments"),
  MISPLACED_CLAUSE(39, "a clause does not belong to this declaration"),
  RULE_NAME(40, "a declaration is named the wrong way"),
  AMBIGUOUS_PLACE(42, "it is unclear which types an `in` goes for"),
  LITERAL_REQUIRED(43, "only a literal may stand here"),
  MISPLACED_HEADER(44, "a module header or use stands in the wrong place"),
  INVALID_COUNT(45, "a count is not a whole number of at least one"),
  PATTERN_NOT_ALLOWED(46, "a type pattern stands where a plain type belongs"),
  INVALID_GLOB(47, "a pattern is not a valid glob"),
  MISSING_CLAUSE(48, "a clause that must be there is missing"),
  MALFORMED_TYPE(49, "types are put together in a way that does not exist"),
  EMPTY_FILE(50, "a file declares nothing"),
  TOOL_PATH(51, "a path stands where an argument of a tool belongs"),
  MALFORMED_ZIP(52, "arguments of a tool are zipped in a way that does not exist"),

  // names
  DUPLICATE_NAME(101, "a name is declared twice in a module"),
  UNDECLARED_NAME(102, "a name stands for nothing"),
  WRONG_KIND(103, "a name stands for another kind of thing"),
  AMBIGUOUS_USE(104, "a name stands for several declarations"),
  UNKNOWN_MODULE(105, "no file belongs to this module"),
  CLASHING_USE(106, "a use brings in a name that is taken"),
  BUILT_IN_NAME(107, "a built-in name is declared anew"),
  EMPTY_ENTITY_ID(108, "an entity id is empty"),

  // names in expressions
  UNKNOWN_NAME(150, "a name is not declared"),
  UNKNOWN_ENUMERATOR(151, "an enum has no such value"),
  UNTYPED_ENUMERATOR(152, "a value of an enum stands where its enum is not known"),
  UNKNOWN_FIELD(153, "a field, attribute or part does not exist"),
  AMBIGUOUS_NAME(154, "a name stands for two things"),
  SHADOWED_NAME(155, "a variable takes a name that is in use"),
  RECURSIVE_LET(156, "a let uses itself"),
  ROOT_NOT_AVAILABLE(157, "a part of the request does not exist here"),
  UNKNOWN_ZONE(158, "a time zone does not exist"),
  TYPE_AS_VALUE(159, "a type stands where a value belongs"),
  UNKNOWN_ENTITY(160, "a closed entity type has no such id"),

  // types
  TYPE_MISMATCH(201, "values of different types meet"),
  NOT_A_CONDITION(202, "a condition is not a Bool"),
  NOT_COMPARABLE(203, "values of this type cannot be compared"),
  NOT_ORDERED(204, "values of this type have no order"),
  MAY_BE_ABSENT(205, "an optional value is read without a guard"),
  NO_DELEGATOR(206, "the delegator is read without a guard"),
  INVALID_LITERAL(207, "a literal is not of the exact form of its type"),
  NEVER_A_MEMBER(208, "an `in` that can never be true"),
  NEVER_THE_TYPE(209, "an `is` that can never be true"),
  NOT_AN_ENTITY(210, "an entity is needed here"),
  OPERAND_TYPE(211, "an operator does not take this type"),
  NOT_A_SET(212, "a set is needed here"),
  MISPLACED_NOW(213, "`now` is used in a way the language does not allow"),
  EMPTY_INTERVAL(214, "there is no time between two bounds"),
  NESTED_QUANTIFIER(215, "a quantifier stands inside another"),
  NO_SOURCE(216, "`source of` something that has no source"),
  SECRET_FIELD(217, "a secret field is read"),
  OPAQUE_VALUE(218, "an opaque value is read"),
  APPROVAL_WOULD_NARROW(219, "an approval, confirmation or grant is tested where it could narrow"),
  LABEL_WOULD_WIDEN(220, "a label is tested where it could widen"),
  DIFFERENT_BRANCHES(221, "the branches of an `if` have different types"),
  NOT_A_VALUE(222, "something that is no value stands where a value belongs"),
  NO_FUNCTIONS(223, "a function that does not exist is called"),
  FACTOR_NOT_LITERAL(224, "a product without a literal whole number"),
  UNTYPED_LIST(225, "an empty list stands where its type is not known"),
  VALUE_NOT_LITERAL(226, "a value is computed where it must be written out"),
  MISSING_FIELD(227, "a required field is not given"),
  REPEATED_VALUE(228, "a field or an element is given twice"),
  SET_SIZE(229, "a set has too few or too many elements"),

  // declarations
  SECOND_MANIFEST(301, "a policy set has two manifests"),
  MANIFEST_NOT_ALONE(302, "the manifest shares its file"),
  MODULE_NOT_IN_MANIFEST(303, "the manifest does not name a module"),
  REPEATED_ITEM(304, "an item stands twice in a list"),
  DUPLICATE_FIELD(305, "a field is declared twice"),
  DUPLICATE_ENUMERATOR(306, "an enum has a value or a spelling twice"),
  CYCLIC_TYPE(307, "a record type is made of itself"),
  NOT_A_RECORD(308, "a record type is needed"),
  INVALID_UNION(309, "a union holds something that is no entity type"),
  INVALID_ELEMENT_TYPE(310, "a set cannot hold values of this type"),
  INVALID_MAP_TYPE(311, "a map cannot be of these types"),
  INVALID_BASE_PATH(312, "a base is not a canonical path"),
  INVALID_PERSON_ATTRIBUTE(313, "an attribute cannot tell the person"),
  INVALID_PARAMETER(314, "a parameter of an obligation is optional or secret"),
  CYCLIC_GROUP(315, "an action group is made of itself"),
  HEAD_SPANS_NOTHING(316, "part of a head spans no declared request"),
  HEAD_OUTSIDE_GUARD(317, "a head lies outside the guard of its module"),
  DECISION_OUTSIDE_HEAD(318, "an approval, confirmation or let is used outside its head"),
  INVALID_BOUND(319, "a bound is zero or too large"),
  VOTER_NOT_HUMAN(320, "voters are not people"),
  EXCLUSION_NOT_PEOPLE(321, "an exclusion names no people"),
  NOT_A_SET_OF_ENTITIES(322, "a set of entities is needed"),
  NEED_NOT_BOUND(323, "a grant does not bind what its approval reads"),
  CYCLIC_GRANT(324, "a grant depends on itself"),
  REQUESTER_NOT_HUMAN(325, "somebody who is not human may ask for an emergency grant"),
  SUSPEND_UNDER_GUARD(326, "a module with a guard suspends"),
  UNKNOWN_REQUEST_FIELD(327, "no action of the head has this arg or fact"),
  OBLIGATION_ARGUMENTS(328, "an obligation has the wrong arguments"),
  INVALID_LIMIT_KEY(329, "a limit cannot count for this key"),
  INVALID_LIMIT_AMOUNT(330, "a limit cannot sum this up"),
  UNBOUND_RESOURCE(331, "a grant is not bound to a resource"),
  MIXED_VOTERS(332, "the voters of a clause belong to different places"),
  NO_POLICY_FILES(333, "there is no policy file"),
  UNKNOWN_REQUEST(334, "a test names a request that it does not have"),
  REQUEST_MISFIT(335, "a request of a test does not fit its action"),
  UNKNOWN_REASON(336, "a decision never has this reason"),
  UNNEEDED_APPROVAL(337, "a grant does not need this approval or review"),
  INVALID_MOMENT(338, "an instant of a test is in the wrong order"),
  IGNORED_BUT_READ(340, "an approval ignores what it reads"),
  TOOL_UNDER_GUARD(341, "a module with a guard binds a tool"),
  DUPLICATE_TOOL(342, "a tool is bound twice"),
  TOOL_OF_ANY_SERVER(343, "a tool is bound for one server and for every server"),
  TOOL_RESOURCE(344, "a tool acts on what its action does not take"),
  UNKNOWN_TARGET(345, "an argument of a tool goes where there is nothing"),
  REQUIRED_TARGET(346, "an optional argument of a tool fills a required one"),
  UNPLACED_ARGUMENT(347, "a required argument of an action gets no value"),
  REPEATED_ARGUMENT(348, "an argument stands twice in the binding of a tool"),
  ZIP_TARGET(349, "zipped arguments do not fit what they fill"),
  MALFORMED_DIGEST(350, "a digest is not written as one"),

  // findings
  NEVER_MATCHES(501, "a rule can never match"),
  SHADOWED_RULE(502, "a rule adds nothing to another one"),
  NO_CONDITION(503, "a permit has no condition"),
  ANY_PRINCIPAL(504, "a permit leaves the principal open"),
  UNBOUNDED_SCOPE(505, "a scope bounds nothing"),
  UNUSABLE_MAY(506, "nothing is permitted that a `may` lets through"),
  OUT_OF_EVERY_SCOPE(507, "no scope lets a permit through"),
  UNFILLABLE_APPROVAL(508, "nobody can give an approval"),
  OVERLAPPING_VOTERS(509, "one person is able to fill two clauses"),
  OWNER_MAY_APPROVE(510, "the owner of an agent may approve what it asks for"),
  OPTIONAL_CHAIN(511, "an agent acts both with and without a chain on one action"),
  NOBODY_OWNS(512, "no person can own what agents do"),
  CALLERS_WORD(513, "a permit rests on a fact sent by the caller"),
  UNUSED_DECLARATION(514, "a declaration is not used"),
  CONFUSABLE_TEXT(515, "a text looks like another one"),
  SWITCHED_OFF(516, "an absent optional field switches a forbid off"),
  VACUOUS_EVERY(517, "an `every` is true of nothing and permits"),
  USELESS_ALLOW(520, "an `@allow` accepts nothing"),

  // limits
  FILE_TOO_LARGE(901, "the file is too large"),
  NESTING_TOO_DEEP(902, "brackets or operators are nested too deeply"),
  TOO_MANY_TOKENS(903, "the file holds too many words and signs"),
  LITERAL_TOO_LONG(904, "a literal is too long"),
  TOO_MANY_DIAGNOSTICS(905, "the file has more errors than are reported"),
  EXPANSION_TOO_LARGE(910, "a condition is too large with its lets put in"),
  TOO_MANY_DEREFERENCES(911, "too many entities are read one after another"),
  COST_TOO_HIGH(912, "a condition may take too long to evaluate"),
  SET_TOO_LARGE(920, "a set type is larger than allowed"),
  TOO_MANY_RULES(921, "the set has too many rules"),
  TOO_MANY_SLOTS(922, "the heads of the set span too many combinations"),
  SET_TOO_COSTLY(923, "a decision may take too long"),
  ;

  private static final int FIRST_FINDING = 500;
  private static final int LAST_FINDING = 599;

  private final int number;
  private final String title;

  DiagnosticCode(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Returns the stable code as users see it, such as {@code W0021}. */
  public String id() {
    return String.format(Locale.ROOT, "W%04d", number);
  }

  /** Returns whether it is a finding: the set compiles, and somebody should look. */
  public boolean isFinding() {
    return number >= FIRST_FINDING && number <= LAST_FINDING;
  }

  /** Returns the name in lower case with dashes, such as {@code missing-semicolon}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns one line on what the code stands for. */
  public String title() {
    return title;
  }
}

package dev.writ.dsl.lint;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What characters look like, after Unicode Technical Standard 39: scripts that are not mixed in a
 * word, letters of Cyrillic and Greek with the shape of a Latin one, characters without a shape.
 */
final class Lookalikes {
  /** Scripts that are written together, and so may stand in one word with Latin. */
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private static final Set<UnicodeScript> DISGUISING =
      EnumSet.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

  /** Cyrillic, then Greek letters that look like Latin ones. */
  private static final String LATIN_SHAPES =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb\u04cf"
          + "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
          + "\u03bf\u03b1\u03bd\u03c1\u03b9\u03ba\u03c5"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7";

  /** Blanks that count as letters or marks: joiners, fillers. */
  private static final String BLANK_LETTERS = "\u034f\u115f\u1160\u3164\uffa0";

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private Lookalikes() {}

  /** Returns the end of the word that starts at an offset; the offset where none does. */
  static int endOfWord(String text, int start, int end) {
    int at = start;
    while (at < end) {
      int character = text.codePointAt(at);
      if (!Character.isLetterOrDigit(character)
          && !isMark(character)
          && !isInvisible(character)
          && !isDisguisedAscii(character)) {
        break;
      }
      at += Character.charCount(character);
    }
    return Math.min(at, end);
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * Returns whether a character is not seen; joiners, which shape their neighbours, are not meant.
   */
  static boolean isInvisible(int character) {
    return BLANK_LETTERS.indexOf(character) >= 0
        || (Character.getType(character) == Character.FORMAT
            && character != ZERO_WIDTH_NON_JOINER
            && character != ZERO_WIDTH_JOINER);
  }

  /** Returns the scripts of a word that do not belong together, or null. */
  static @Nullable String mixedScripts(String word) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(
        EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN));
    Set<UnicodeScript> others = EnumSet.copyOf(scripts);
    others.removeAll(EAST_ASIAN);
    boolean eastAsian = others.size() < scripts.size();
    others.remove(UnicodeScript.LATIN);
    boolean mixed = others.size() > 1 || (others.size() == 1 && (eastAsian || scripts.size() > 1));
    return mixed ? names(scripts) : null;
  }

  private static String names(Set<UnicodeScript> scripts) {
    Set<String> names = new TreeSet<>();
    for (UnicodeScript script : scripts) {
      String name = script.name();
      names.add(name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return String.join(" and ", names);
  }

  /**
   * Returns whether a character beyond ASCII is a variant of one in it: a wide or styled letter.
   */
  static boolean isDisguisedAscii(int character) {
    if (character < 0x80 || character == 0xaa || character == 0xba) {
      return false;
    }
    int type = Character.getType(character);
    if (type == Character.OTHER_NUMBER || Character.isSpaceChar(character)) {
      return false;
    }
    String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    return plain.length() == 1 && plain.charAt(0) < 0x80 && isOfNames(plain.charAt(0));
  }

  private static boolean isOfNames(char c) {
    return Character.isLetterOrDigit(c) || "_/.:@-".indexOf(c) >= 0;
  }

  static boolean isLookalike(int character) {
    return LATIN_SHAPES.indexOf(character) >= 0;
  }

  static boolean isOfDisguisingScript(int character) {
    return DISGUISING.contains(UnicodeScript.of(character));
  }

  /** Returns whether each letter of a word has the shape of a Latin one and none is Latin. */
  static boolean isDisguise(String word) {
    return word.codePoints().anyMatch(Lookalikes::isLookalike)
        && word.codePoints().allMatch(c -> isLookalike(c) || c < 0x80);
  }

  /** Returns the character of a word that is best looked at. */
  static int suspect(String word) {
    return word.codePoints()
        .filter(c -> isInvisible(c) || isDisguisedAscii(c))
        .findFirst()
        .orElseGet(
            () ->
                word.codePoints()
                    .filter(c -> c >= 0x80 && UnicodeScript.of(c) != UnicodeScript.LATIN)
                    .findFirst()
                    .orElse(word.codePointAt(0)));
  }
}

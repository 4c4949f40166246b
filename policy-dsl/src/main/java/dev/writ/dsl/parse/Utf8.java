package dev.writ.dsl.parse;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file's bytes, decoded as strict UTF-8.
 *
 * @param source the text; where the bytes are not UTF-8, a readable approximation
 * @param error what is wrong with the bytes, or null
 */
record Utf8(SourceText source, @Nullable Diagnostic error) {

  static Utf8 decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean valid = decoder.decode(in, out, true).isUnderflow();
    if (valid) {
      return new Utf8(new SourceText(name, out.flip().toString()), null);
    }
    SourceText source = new SourceText(name, new String(bytes, StandardCharsets.UTF_8));
    Span span = new Span(out.position(), Math.min(out.position() + 1, source.text().length()));
    String message =
        String.format(
            Locale.ROOT,
            "the file is not UTF-8: the byte at %d is 0x%02X",
            in.position(),
            bytes[in.position()]);
    return new Utf8(
        source,
        Diagnostic.error(DiagnosticCode.INVALID_UTF8, source, span, message)
            .withHelp("save the file as UTF-8"));
  }
}

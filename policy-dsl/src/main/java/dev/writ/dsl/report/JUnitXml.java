package dev.writ.dsl.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Test outcomes in the XML form of JUnit that build servers read. Stateless, thread-safe. */
public final class JUnitXml {

  private JUnitXml() {}

  /**
   * The document, with a {@code testsuites} root, ending in a line feed. Characters that XML cannot
   * hold become U+FFFD.
   */
  public static String write(List<TestSuite> suites) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (TestSuite suite : suites) {
        write(xml, suite);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML into memory failed", e);
    }
    return text.append('\n').toString();
  }

  private static void write(XMLStreamWriter xml, TestSuite suite) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", clean(suite.name()));
    xml.writeAttribute("tests", Integer.toString(suite.cases().size()));
    xml.writeAttribute("failures", Long.toString(suite.failures()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (TestSuite.TestCase test : suite.cases()) {
      write(xml, suite, test);
    }
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, TestSuite suite, TestSuite.TestCase test)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", clean(suite.name()));
    xml.writeAttribute("name", clean(test.name()));
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", test.seconds()));
    String failure = test.failure();
    if (failure != null) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", clean(failure.lines().findFirst().orElse("failed")));
      xml.writeCharacters(clean(failure));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(allowed(c) ? c : 0xFFFD));
    return out.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}

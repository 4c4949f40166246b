package dev.writ.core.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses as text: dotted quads, and IPv6 in the form of RFC 5952. Never looks a name up. */
final class IpText {

  private static final int GROUPS = 8;
  private static final int V4_MARK = 0xffff;

  private IpText() {}

  /** The address that a dotted quad without leading zeros stands for, or null. */
  static @Nullable IpValue parseV4(String text) {
    long bits = 0;
    int from = 0;
    for (int octet = 0; octet < 4; octet++) {
      int dot = octet < 3 ? text.indexOf('.', from) : text.length();
      int value = dot < 0 ? -1 : octet(text, from, dot);
      if (value < 0) {
        return null;
      }
      bits = (bits << 8) | value;
      from = dot + 1;
    }
    return new IpValue(0, ((long) V4_MARK << 32) | bits);
  }

  /** The number from 0 to 255 without leading zeros that stands there, or -1. */
  private static int octet(String text, int from, int to) {
    if (to == from || to - from > 3 || (to - from > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value > 255 ? -1 : value;
  }

  /** Whether the text is 1 to {@code digits} ASCII digits without a leading zero. */
  static boolean isNumber(String text, int digits) {
    boolean sized = !text.isEmpty() && text.length() <= digits;
    return sized
        && (text.length() == 1 || text.charAt(0) != '0')
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The address that an IPv6 text stands for, in any of its spellings (upper case, leading zeros,
   * any place of {@code ::}), or null. The caller compares with {@link #text} what is canonical.
   */
  static @Nullable IpValue parseV6(String text) {
    if (text.length() > 45) {
      return null;
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      List<Integer> groups = groups(text, true);
      return groups == null || groups.size() != GROUPS ? null : value(groups);
    }
    List<Integer> left = groups(text.substring(0, gap), false);
    List<Integer> right = groups(text.substring(gap + 2), true);
    if (left == null || right == null || left.size() + right.size() >= GROUPS) {
      return null;
    }
    List<Integer> all = new ArrayList<>(left);
    while (all.size() + right.size() < GROUPS) {
      all.add(0);
    }
    all.addAll(right);
    return value(all);
  }

  /** The 16-bit groups of one side of {@code ::}, a dotted quad at the end being two, or null. */
  private static @Nullable List<Integer> groups(String text, boolean atEnd) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else if (atEnd && i == parts.length - 1 && addQuad(groups, parts[i])) {
        return groups;
      } else {
        return null;
      }
    }
    return groups;
  }

  private static boolean addQuad(List<Integer> groups, String text) {
    IpValue quad = parseV4(text);
    if (quad == null) {
      return false;
    }
    groups.add((int) ((quad.low() >>> 16) & 0xffff));
    groups.add((int) (quad.low() & 0xffff));
    return true;
  }

  private static IpValue value(List<Integer> groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = (high << 16) | groups.get(i);
      low = (low << 16) | groups.get(i + 4);
    }
    return new IpValue(high, low);
  }

  /** The canonical text: a dotted quad for IPv4, else RFC 5952. */
  static String text(IpValue ip) {
    return ip.isV4() ? quad(ip.low()) : colons(ip);
  }

  private static String quad(long low) {
    return ((low >>> 24) & 255)
        + "."
        + ((low >>> 16) & 255)
        + "."
        + ((low >>> 8) & 255)
        + "."
        + (low & 255);
  }

  private static String colons(IpValue ip) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) ((ip.high() >>> (48 - 16 * i)) & 0xffff);
      groups[i + 4] = (int) ((ip.low() >>> (48 - 16 * i)) & 0xffff);
    }
    int start = longestZeros(groups);
    if (start < 0) {
      return joined(groups, 0, GROUPS);
    }
    int end = start + zerosAt(groups, start);
    return joined(groups, 0, start) + "::" + joined(groups, end, GROUPS);
  }

  /** Where the first longest run of at least two zero groups starts, or -1. */
  private static int longestZeros(int[] groups) {
    int best = -1;
    for (int i = 0; i < GROUPS; i++) {
      int length = zerosAt(groups, i);
      if (length >= 2 && (best < 0 || length > zerosAt(groups, best))) {
        best = i;
      }
    }
    return best;
  }

  private static int zerosAt(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String joined(int[] groups, int start, int end) {
    StringBuilder out = new StringBuilder();
    for (int i = start; i < end; i++) {
      out.append(i == start ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }
}

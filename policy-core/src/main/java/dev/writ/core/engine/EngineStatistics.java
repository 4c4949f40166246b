package dev.writ.core.engine;

/**
 * What an engine has counted since it was built.
 *
 * @param decisions decisions made, authorised ones included
 * @param permits those among them whose effect is permit
 * @param faults requests denied because something threw that must not
 * @param handlerFailures obligations that a handler could not carry out
 * @param listenerFailures calls of a listener that threw
 */
public record EngineStatistics(
    long decisions, long permits, long faults, long handlerFailures, long listenerFailures) {}

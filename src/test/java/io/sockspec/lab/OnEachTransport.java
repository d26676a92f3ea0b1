package io.sockspec.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A test that runs with `tap` and with `packet` as its argument; see [Labs].
@ParameterizedTest(name = "{0}")
@ValueSource(strings = {"tap", "packet"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEachTransport {}

/// Tests of the laboratory, on every transport that works where they run.
@NullMarked
package io.sockspec.lab;

import org.jspecify.annotations.NullMarked;

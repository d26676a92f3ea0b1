/// Tests of how the embedded laboratory is made, and of what it leaves behind.
@NullMarked
package io.sockspec.lab.namespace;

import org.jspecify.annotations.NullMarked;

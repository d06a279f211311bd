@NullMarked
package kith.setup;

import org.jspecify.annotations.NullMarked;

@NullMarked
package kith.community;

import org.jspecify.annotations.NullMarked;

/** Tests of what every page is made of. */
@NullMarked
package kith.page;

import org.jspecify.annotations.NullMarked;

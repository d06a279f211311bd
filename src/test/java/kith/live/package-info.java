/** People who have the same page open. */
package kith.live;

/**
 * What members worry about and what their hosts decide. Words: <em>report</em> (a member's worry about a post or a person), <em>case</em> (the hosts' one file
 * on one thing, whoever reported it), <em>decision</em> (what a host decided; only ever added to, and taken back by another decision), <em>pause</em>
 * (somebody may read and not write until a date), <em>letter</em> (what a decision says to one person). The reported never learn who reported, reporters
 * never learn who decided or what stays between the hosts and the writer, and no machine decides. It never knows what a post is: {@code Reportable} shows
 * and hides what others keep. Depends on {@code page}, {@code audit}, {@code identity}, {@code notification}, {@code community} and {@code duty}.
 */
@NullMarked
package kith.moderation;

import org.jspecify.annotations.NullMarked;

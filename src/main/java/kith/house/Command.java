package kith.house;

/** One thing that the operator can have done from the command line: bin/kith NAME. */
public interface Command {
    /** The word after bin/kith; it also has a line in commands.txt, from which help is made. */
    String name();

    /** What may follow the name, such as "articles FILE [--community SLUG]". */
    String usage();

    /** Does it; 0 when all went well. What the operator must know is thrown as a {@link HouseProblem}. */
    int run(Arguments arguments, Terminal terminal);
}

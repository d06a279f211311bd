package kith.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Implemented in the tests of each module that keeps personal columns, with a constructor without arguments: puts a canary into every text column that the
 * module's {@link PersonalData} names, in rows that belong to one person. Found by {@link PersonalDataContractTest} on the class path.
 */
public interface Planter {
    String module();

    void plant(JdbcClient owner, MemberId who, String canary);
}

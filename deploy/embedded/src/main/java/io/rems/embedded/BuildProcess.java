package io.rems.embedded;

/** The process whose end ends the tests: Maven when it forked this JVM, else this JVM itself. */
final class BuildProcess {

    private BuildProcess() {}

    static ProcessHandle find() {
        for (var parent = ProcessHandle.current().parent();
                parent.isPresent();
                parent = parent.get().parent()) {
            if (isJava(parent.get())) {
                return parent.get();
            }
        }
        return ProcessHandle.current();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> program.endsWith("/java"))
                .isPresent();
    }
}

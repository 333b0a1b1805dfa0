package wengert.app;

/// Does once what users do often, so that the JVM can write down what it had to load for it.
///
/// The start script runs this in the background after a build and keeps what the JVM wrote (its AOT
/// cache); later starts are two to three times as fast. What is not rehearsed here still works, only
/// slower. The arguments are programs to rehearse with.
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] programs) {
        System.exit(Main.run());
    }
}

package wengert.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where names live while code is being resolved. Scopes nest; the outermost of a function has the function's frame.
final class Scope {

    /// One function's frame in the making: how many slots it needs and what it captures from around it.
    static final class Body {
        private int slots;
        private final List<Capture> captures = new ArrayList<>();

        int slots() {
            return slots;
        }

        /// The variables of the function around that this one shares.
        List<Capture> captures() {
            return captures;
        }
    }

    /// A variable of the function around (`outer`), and the one that stands for it inside (`inner`).
    record Capture(Variable outer, Variable inner) {}

    /// What `end` and `begin` mean between the brackets of an index: the last and first index of `array` in a dimension.
    record Ends(Code array, int dimension, int count) {}

    private final @Nullable Scope parent;
    private final Body body;
    private final boolean hard;
    private final @Nullable Ends ends;
    private boolean loop;
    private boolean views;
    private final Map<String, Variable> variables = new HashMap<>();
    private final Set<String> globals = new HashSet<>();

    private Scope(@Nullable Scope parent, Body body, boolean hard, @Nullable Ends ends) {
        this.parent = parent;
        this.body = body;
        this.hard = hard;
        this.ends = ends;
    }

    /// The scope of a top-level statement: everything assigned directly in it is global.
    static Scope top() {
        return new Scope(null, new Body(), false, null);
    }

    Scope function() {
        return new Scope(this, new Body(), true, null);
    }

    /// The scope of a loop or a `try`, which at the top level may assign to globals that exist.
    Scope soft() {
        return new Scope(this, body, false, null);
    }

    /// What is inside may `break` and `continue`.
    Scope loop() {
        Scope inside = soft();
        inside.loop = true;
        return inside;
    }

    /// Slices in it are views, as `@views` has it.
    Scope viewing() {
        Scope inside = hard || !isTop() ? soft() : new Scope(this, body, false, null);
        inside.views = true;
        return inside;
    }

    boolean isViewing() {
        return views || (parent != null && parent.isViewing());
    }

    /// Whether a loop of the same function is around.
    boolean isInLoop() {
        return loop || (parent != null && parent.body == body && parent.isInLoop());
    }

    /// The scope of a `let` or a comprehension.
    Scope hard() {
        return new Scope(this, body, true, null);
    }

    /// Between the brackets of an index.
    Scope indexing(Ends of) {
        return new Scope(this, body, hard, of);
    }

    /// What `end` means here; null outside of brackets.
    @Nullable Ends ends() {
        return ends != null || parent == null ? ends : parent.ends();
    }

    Body body() {
        return body;
    }

    boolean isTop() {
        return parent == null;
    }

    /// Whether no function and no `let` is around, so that the rules of the prompt hold.
    boolean isSoftAtTop() {
        return !hard && (parent == null || parent.isSoftAtTop());
    }

    Variable declare(String name) {
        return variables.computeIfAbsent(name, n -> new Variable(n, body.slots++));
    }

    /// A variable that no one can name.
    Variable hidden() {
        return new Variable("", body.slots++);
    }

    void global(String name) {
        globals.add(name);
    }

    List<Variable> declared() {
        return List.copyOf(variables.values());
    }

    boolean declares(String name) {
        return variables.containsKey(name);
    }

    /// The variable that `name` means here; null if it is global.
    @Nullable Variable find(String name) {
        if (globals.contains(name)) {
            return null;
        }
        Variable here = variables.get(name);
        if (here != null || parent == null) {
            return here;
        }
        Variable outer = parent.find(name);
        if (outer == null || parent.body == body) {
            return outer;
        }
        for (Capture capture : body.captures) {
            if (capture.outer() == outer) {
                return capture.inner();
            }
        }
        outer.capture();
        var inner = new Variable(name, body.slots++);
        inner.capture();
        body.captures.add(new Capture(outer, inner));
        return inner;
    }
}

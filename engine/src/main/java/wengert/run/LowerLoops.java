package wengert.run;

import java.util.ArrayList;
import java.util.List;
import wengert.syntax.Expr;
import wengert.trace.Group;
import wengert.value.JuliaError;
import wengert.value.Nothing;
import wengert.value.Type;
import wengert.value.Value;

/// Lowers what runs again and again: loops, comprehensions and generators.
final class LowerLoops {

    private final Lowering lowering;

    LowerLoops(Lowering lowering) {
        this.lowering = lowering;
    }

    Code loop(Expr.While loop, Scope scope) {
        Code condition = lowering.lower(loop.condition(), scope);
        Scope inner = lowering.control().bodyScope(scope.loop(), false, loop.body());
        Code body = lowering.lower(loop.body(), inner);
        List<Variable> own = inner.declared();
        return new Code(loop.span()) {
            @Override
            Value run(Frame frame) {
                Interpreter running = frame.machine;
                Group outside = running.here().group();
                Group whole = running.enter(Group.Kind.LOOP, "while", span(), 0);
                int turn = 0;
                try {
                    while (true) {
                        running.tick(loop.span());
                        // whether to go on is asked at the end of a turn: the last test is no turn
                        // of its own
                        if (!LowerControl.truth(condition.run(frame), condition.span())) {
                            break;
                        }
                        running.enterTurn(whole, ++turn);
                        frame.enter(own);
                        if (!turn(body, frame)) {
                            break;
                        }
                    }
                } catch (Exhausted e) {
                    throw e.passedLoop("the `while` loop", span(), turn);
                } finally {
                    running.here().group(outside);
                }
                return Nothing.NOTHING;
            }
        };
    }

    /// Runs a loop's body once; false after a `break`.
    private static boolean turn(Code body, Frame frame) {
        try {
            body.run(frame);
        } catch (ControlFlow.Continue e) {
            return true;
        } catch (ControlFlow.Break e) {
            return false;
        }
        return true;
    }

    Code loop(Expr.For loop, Scope scope) {
        return nested(loop, 0, scope);
    }

    private Code nested(Expr.For loop, int k, Scope scope) {
        if (k == loop.ranges().size()) {
            Scope inner = lowering.control().bodyScope(scope.loop(), false, loop.body());
            Code body = lowering.lower(loop.body(), inner);
            List<Variable> own = inner.declared();
            return new Code(loop.body().span()) {
                @Override
                Value run(Frame frame) {
                    frame.enter(own);
                    return body.run(frame);
                }
            };
        }
        Expr.Range range = loop.ranges().get(k);
        Code values = lowering.lower(range.values(), scope);
        Scope inner = scope.soft();
        Assigned.targets(range.variable()).forEach(inner::declare);
        Target variable = lowering.targets().target(range.variable(), inner);
        Code body = nested(loop, k + 1, inner);
        List<Variable> own = inner.declared();
        String title = "for " + String.join(", ", Assigned.targets(range.variable()));
        boolean outermost = k == 0;
        return new Code(loop.span()) {
            @Override
            Value run(Frame frame) {
                Interpreter running = frame.machine;
                Value over = values.run(frame);
                Group outside = running.here().group();
                Group whole = running.enter(Group.Kind.LOOP, title, span(), 0);
                int turn = 0;
                try {
                    for (Value value : running.iterate(over)) {
                        running.tick(loop.span());
                        running.enterTurn(whole, ++turn);
                        frame.enter(own);
                        variable.store(frame, value);
                        if (outermost) {
                            if (!turn(body, frame)) {
                                break;
                            }
                        } else {
                            inside(body, frame);
                        }
                    }
                } catch (Exhausted e) {
                    throw e.passedLoop("the `for` loop", span(), turn);
                } catch (JuliaError e) {
                    throw new Located(e, values.span());
                } finally {
                    running.here().group(outside);
                }
                return Nothing.NOTHING;
            }
        };
    }

    /// A `continue` in the innermost of several ranges goes on there; a `break` ends all of them.
    private static void inside(Code body, Frame frame) {
        try {
            body.run(frame);
        } catch (ControlFlow.Continue e) {
            return;
        }
    }

    Code comprehension(Expr.Comprehension comprehension, Scope scope) {
        Expr typeExpr = comprehension.type();
        Code type = typeExpr == null ? null : lowering.lower(typeExpr, scope);
        Code generator = generator(comprehension.generator(), scope);
        return new Code(comprehension.span()) {
            @Override
            Value run(Frame frame) {
                var sequence = (Generated) generator.run(frame);
                Type declared = type != null && type.run(frame) instanceof Type t ? t : null;
                return sequence.collect(frame.machine, declared);
            }
        };
    }

    Code generator(Expr.Generator generator, Scope scope) {
        var loops = new ArrayList<Generated.Loop>();
        Scope inner = scope;
        for (Expr.Loops each : generator.loops()) {
            var ranges = new ArrayList<Code>();
            for (Expr.Range range : each.ranges()) {
                ranges.add(lowering.lower(range.values(), inner));
            }
            inner = inner.hard();
            var targets = new ArrayList<Target>();
            for (Expr.Range range : each.ranges()) {
                Assigned.targets(range.variable()).forEach(inner::declare);
                targets.add(lowering.targets().target(range.variable(), inner));
            }
            Expr filter = each.filter();
            loops.add(
                    new Generated.Loop(
                            ranges,
                            targets,
                            inner.declared(),
                            filter == null ? null : lowering.lower(filter, inner)));
        }
        Scope bodyScope = lowering.control().bodyScope(inner, true, generator.body());
        Code body = lowering.lower(generator.body(), bodyScope);
        List<Variable> own = bodyScope.declared();
        Code entered = own.isEmpty() ? body : LowerControl.entering(own, body);
        return new Code(generator.span()) {
            @Override
            Value run(Frame frame) {
                return new Generated(loops, entered, frame, generator.span());
            }
        };
    }
}

package wengert.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import wengert.value.JuliaError;

/// Questions about what is looked at, answered away from the interface thread.
///
/// They have threads of their own, so that no run of a program waits for an answer and no answer for a run. A question
/// that is taken back is told so by an interrupt; whatever it still does, its answer is not heard.
final class Questions {

    /// Whoever computes an answer may call deeply.
    private static final long STACK = 512L << 20;

    private static final String STOPPED = "it was stopped";

    private final Executor screen;
    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    1,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Questions::thread);

    /// What is not answered yet, and who waits for it. The interface thread's own.
    private final Map<Question<?>, Future<?>> open = new LinkedHashMap<>();

    private record Question<T>(Supplier<T> asked, Consumer<T> told, Consumer<String> failed) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /// @param screen runs what is told, one after the other
    Questions(Executor screen) {
        this.screen = screen;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "wengert question", STACK);
        thread.setDaemon(true);
        return thread;
    }

    /// @param told the answer, unless it is no longer wanted by then
    /// @param failed told as a phrase why there is none
    <T> void ask(Supplier<T> asked, Consumer<T> told, Consumer<String> failed) {
        if (!threads.isShutdown()) {
            var question = new Question<>(asked, told, failed);
            open.put(question, threads.submit(() -> answer(question)));
        }
    }

    /// Does something without an answer.
    void work(Runnable task) {
        if (!threads.isShutdown()) {
            threads.execute(task);
        }
    }

    private <T> void answer(Question<T> question) {
        try {
            T answer = question.asked.get();
            screen.execute(() -> {
                if (open.remove(question) != null) {
                    question.told.accept(answer);
                }
            });
        } catch (CancellationException _) {
            fail(question, STOPPED); // whoever took it back no longer listens
        } catch (JuliaError error) {
            // such as a rule that does not go there
            fail(question, String.valueOf(error.getMessage()));
        } catch (RuntimeException | Error trouble) {
            fail(question, "something went wrong");
            Trouble.report(trouble);
        }
    }

    private void fail(Question<?> question, String reason) {
        screen.execute(() -> {
            if (open.remove(question) != null) {
                question.failed.accept(reason);
            }
        });
    }

    /// Takes all questions back, because they are about something that is no longer looked at.
    void drop() {
        open.values().forEach(future -> future.cancel(true));
        open.clear();
    }

    /// Takes all questions back because the user does not want to wait, and says so to who asked.
    void cancel() {
        List<Question<?>> asked = new ArrayList<>(open.keySet());
        drop();
        asked.forEach(question -> question.failed.accept(STOPPED));
    }

    void close() {
        drop();
        threads.shutdownNow();
    }
}

package wengert.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wengert.library.Builtin;
import wengert.library.Library.Module;
import wengert.run.Vocabulary;
import wengert.source.SourceText;
import wengert.source.Span;
import wengert.syntax.Keywords;
import wengert.syntax.Lexer;
import wengert.syntax.Token;
import wengert.value.Show;
import wengert.value.Type;
import wengert.value.Value;

/// Which names could stand at the caret. A function of the text.
///
/// @param word what of the name is written already, and will be replaced
/// @param proposals the best first
record Completion(Span word, List<Proposal> proposals) {

    private static final Pattern SIGN = Pattern.compile("\\\\[\\p{L}0-9^_]*$");
    private static final Set<Token.Kind> WORDS =
            Set.of(Token.Kind.NAME, Token.Kind.KEYWORD, Token.Kind.BOOLEAN);
    private static final Set<Token.Kind> NO_CODE =
            Set.of(
                    Token.Kind.COMMENT,
                    Token.Kind.STRING_TEXT,
                    Token.Kind.STRING_OPEN,
                    Token.Kind.CHARACTER,
                    Token.Kind.NUMBER);

    /// How much comes first: what the user named, the language's words, what is in use, what could be.
    static final int YOURS = 0;

    private static final int WORD = 1;
    static final int IN_USE = 2;
    private static final int ELSEWHERE = 3;

    private static final Completion NONE = new Completion(Span.NONE, List.of());

    Completion {
        proposals = List.copyOf(proposals);
    }

    static Completion at(String text, int caret) {
        int line = text.lastIndexOf('\n', caret - 1) + 1;
        Matcher sign = SIGN.matcher(text.substring(line, caret));
        if (sign.find()) {
            return signs(new Span(line + sign.start(), caret), sign.group().substring(1));
        }
        List<Token> tokens = Lexer.highlight(new SourceText("", text));
        int at = wordEndingAt(tokens, caret);
        if (at < 0 && tokens.stream().anyMatch(t -> holds(t, caret))) {
            return NONE;
        }
        int start = at < 0 ? caret : tokens.get(at).span().start();
        Module module = moduleBefore(tokens, start);
        if (module == null && start > 0 && text.charAt(start - 1) == '.' && isName(text, start)) {
            return NONE; // a field of the user's
        }
        Span whole = at < 0 ? Span.NONE : tokens.get(at).span();
        String prefix = text.substring(start, caret);
        var found =
                module == null ? all(tokens, UserNames.of(text, tokens, whole)) : members(module);
        return new Completion(new Span(start, caret), fitting(found, prefix));
    }

    /// Whether there is nothing left to complete, because the word is one of the proposals.
    boolean isComplete(String written) {
        return proposals.isEmpty()
                || (proposals.size() == 1 && proposals.getFirst().insert().equals(written));
    }

    private static boolean isName(String text, int dot) {
        return dot > 1 && Character.isUnicodeIdentifierPart(text.charAt(dot - 2));
    }

    private static boolean holds(Token token, int caret) {
        boolean open = token.kind() != Token.Kind.CHARACTER;
        return NO_CODE.contains(token.kind())
                && token.span().start() < caret
                && (caret < token.span().end() || (open && caret == token.span().end()));
    }

    private static int wordEndingAt(List<Token> tokens, int caret) {
        for (int i = 0; i < tokens.size(); i++) {
            Span span = tokens.get(i).span();
            if (WORDS.contains(tokens.get(i).kind())
                    && span.start() < caret
                    && caret <= span.end()) {
                return i;
            }
        }
        return -1;
    }

    /// The module whose name and a dot stand directly before `start`; null if none does.
    private static @Nullable Module moduleBefore(List<Token> tokens, int start) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token dot = tokens.get(i + 1);
            if (dot.span().end() == start && dot.text().equals(".") && !dot.spaced()) {
                return Vocabulary.module(tokens.get(i).text());
            }
        }
        return null;
    }

    private static Completion signs(Span word, String prefix) {
        var proposals =
                LatexNames.starting(prefix).stream()
                        .map(name -> {
                            String sign = String.valueOf(LatexNames.character(name));
                            return new Proposal("\\" + name, sign, sign, "", "", YOURS);
                        })
                        .toList();
        return new Completion(word, proposals);
    }

    private static List<Proposal> all(List<Token> tokens, Map<String, String> yours) {
        var proposals = new ArrayList<Proposal>();
        Set<String> used = used(tokens);
        var theirs = new HashSet<String>();
        for (Module module : Vocabulary.modules()) {
            proposals.addAll(exported(module, used));
            theirs.addAll(module.exported().keySet());
            String name = module.name();
            theirs.add(name);
            proposals.add(new Proposal(name, name, "module", name, "", ELSEWHERE));
        }
        yours.forEach((name, signature) -> {
            if (!theirs.contains(name) || !signature.equals(name)) {
                proposals.removeIf(p -> p.name().equals(name));
                proposals.add(new Proposal(name, name, "yours", signature, "", YOURS));
            }
        });
        for (String word : Keywords.ALL) {
            proposals.add(new Proposal(word, word, "keyword", word, "", WORD));
        }
        return proposals;
    }

    /// The names that stand on lines with `using`: modules, or single functions of them.
    private static Set<String> used(List<Token> tokens) {
        var used = new HashSet<>(Set.of("Base"));
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).text().equals("using")) {
                for (int k = i + 1; k < tokens.size(); k++) {
                    String text = tokens.get(k).text();
                    boolean name = tokens.get(k).kind() == Token.Kind.NAME;
                    if (name != (k - i) % 2 > 0
                            || !(name || text.equals(",") || text.equals(":"))) {
                        break;
                    }
                    used.add(text);
                }
            }
        }
        return used;
    }

    /// What can be had of a module without its name before it, once it is in use.
    private static List<Proposal> exported(Module module, Set<String> used) {
        var exported = new ArrayList<Proposal>();
        module.exported()
                .forEach((name, value) -> {
                    boolean here = used.contains(module.name()) || used.contains(name);
                    String place = here ? module.name() : "using " + module.name();
                    exported.add(proposal(name, value, place, here ? IN_USE : ELSEWHERE));
                });
        return exported;
    }

    /// What can stand behind a module's name and a dot.
    private static List<Proposal> members(Module module) {
        var members = exported(module, Set.of(module.name()));
        module.qualified()
                .forEach(
                        (name, value) -> members.add(proposal(name, value, module.name(), IN_USE)));
        return members;
    }

    private static Proposal proposal(String name, Value value, String place, int rank) {
        return switch (value) {
            case Builtin function ->
                    new Proposal(name, name, place, function.signature(), function.summary(), rank);
            case Type _ -> new Proposal(name, name, place, name, "a type", rank);
            default -> {
                String text = Show.compact(value, 6, 30);
                yield new Proposal(name, name, place, name, text.equals(name) ? "" : text, rank);
            }
        };
    }

    /// Those that begin with what is written, in the same case first, then in any.
    private static List<Proposal> fitting(List<Proposal> all, String prefix) {
        String small = prefix.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(p -> p.name().toLowerCase(Locale.ROOT).startsWith(small))
                .filter(p ->
                        Character.isUnicodeIdentifierStart(p.name().codePointAt(0))
                                || !prefix.isEmpty())
                .sorted(
                        Comparator.comparing((Proposal p) -> !p.name().equals(prefix))
                                .thenComparing(p -> !p.name().startsWith(prefix))
                                .thenComparingInt(Proposal::rank)
                                .thenComparingInt(p -> prefix.isEmpty() ? 0 : p.name().length())
                                .thenComparing(Proposal::name))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toMap(
                                        Proposal::name,
                                        p -> p,
                                        (first, _) -> first,
                                        LinkedHashMap::new),
                                byName -> List.copyOf(byName.values())));
    }
}

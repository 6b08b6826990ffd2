package io.rems.platform.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * What the address of an operation tells about it. Names made from addresses stay when other operations come, and clients
 * generate their code from them.
 *
 * @param method such as {@code GET}
 * @param path template, such as {@code /api/v1/properties/{id}/units}
 */
record Route(String method, String path) {
    private static final List<String> FRAME = List.of("api", "v1", "platform", "internal");
    private static final String OWN = "me";

    /** {@code getPropertyUnits}. */
    String operationId() {
        List<String> segments = segments();
        StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (!isParameter(segment) && !segment.equals("api") && !segment.equals("v1")) {
                boolean ofOne = i + 1 < segments.size() && isParameter(segments.get(i + 1));
                Arrays.stream((ofOne ? singular(segment) : segment).split("[^A-Za-z0-9]+"))
                        .map(StringUtils::capitalize)
                        .forEach(id::append);
            }
        }
        return id.toString();
    }

    /** The resource that the operation is about: {@code properties}. */
    String tag() {
        return segments().stream()
                .filter(segment -> !FRAME.contains(segment) && !isParameter(segment))
                .map(segment -> segment.replaceFirst("^\\W+", ""))
                .findFirst()
                .orElse("platform");
    }

    /** A sentence such as {@code List units of a property}. */
    String summary(String verb, boolean list) {
        if (list) {
            return "List " + words(own(last())) + ofParent();
        }
        if (method.equals("GET")) {
            return endsWithParameter()
                    ? "Read " + article(singular(last())) + ofParent()
                    : "Read the " + words(own(last())) + ofParent();
        }
        if (endsWithParameter() || isCollection()) {
            return sentence(verb) + " " + article(singular(own(last()))) + ofParent();
        }
        return sentence(verb) + subject();
    }

    /** What a command such as {@code /expenses/{id}/approval} or {@code /me/second-factor/removal} is done to. */
    private String subject() {
        if (!parent().isEmpty()) {
            return " " + article(singular(parent()));
        }
        Route above = new Route(method, path.substring(0, path.lastIndexOf('/')));
        boolean nothing = FRAME.contains(above.last())
                || above.last().equals(OWN)
                || above.last().equals("auth")
                || above.isCollection();
        return nothing ? "" : " the " + words(above.own(above.last())) + above.ofParent();
    }

    /** Whether new members are added here. */
    boolean isCollection() {
        return !endsWithParameter() && !singular(last()).equals(last());
    }

    boolean endsWithParameter() {
        return isParameter(segments().getLast());
    }

    /** {@code property} of {@code /properties/{id}}, for the description of its parameter. */
    String nameOf(String parameter) {
        List<String> segments = segments();
        int at = segments.indexOf("{" + parameter + "}");
        return at > 0 ? words(singular(segments.get(at - 1))) : words(parameter);
    }

    static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    private String last() {
        return segments().reversed().stream()
                .filter(segment -> !isParameter(segment))
                .findFirst()
                .orElse("");
    }

    private String ofParent() {
        String parent = parent();
        return parent.isEmpty() ? "" : " of " + article(singular(parent));
    }

    /** The collection that holds the one in which the last resource is. */
    private String parent() {
        List<String> before = new ArrayList<>(segments());
        before.subList(before.lastIndexOf(last()), before.size()).clear();
        return before.size() > 1 && isParameter(before.getLast()) ? before.get(before.size() - 2) : "";
    }

    private String own(String noun) {
        if (noun.equals(OWN)) {
            return "own-account";
        }
        return segments().contains(OWN) ? "own-" + noun : noun;
    }

    private List<String> segments() {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String sentence(String verb) {
        return StringUtils.capitalize(words(verb));
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("u") ? "an " : "a ") + words(noun);
    }

    static String singular(String noun) {
        if (noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.endsWith("sses") || noun.endsWith("ches") || noun.endsWith("xes")) {
            return noun.substring(0, noun.length() - 2);
        }
        return noun.endsWith("s") && !noun.endsWith("ss") && !noun.endsWith("us")
                ? noun.substring(0, noun.length() - 1)
                : noun;
    }
}

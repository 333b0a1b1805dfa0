package wengert.export;

import java.util.List;
import java.util.Map;
import wengert.story.Frame;
import wengert.trace.Node;

/// A graph at one moment as plain data, for the formats that other programs read: every node, every edge, every
/// group, each with its attributes as text. Numbers are written as Julia writes them, to their last digit.
///
/// @param title the differentiated call
/// @param groups outer ones before those inside
record Structure(String title, List<Vertex> vertices, List<Arc> arcs, List<Cluster> groups) {

    /// A node.
    ///
    /// @param id the same as in pictures: `n3`
    /// @param group the id of the group it stands in; empty for none
    record Vertex(String id, Node node, String group, Map<String, String> attributes) {}

    /// An edge, from the node that is used to the one that uses it.
    record Arc(String id, String from, String to, Map<String, String> attributes) {}

    /// A group.
    ///
    /// @param parent the id of the group around it; empty for none
    record Cluster(String id, String title, String kind, String parent) {}

    Structure {
        vertices = List.copyOf(vertices);
        arcs = List.copyOf(arcs);
        groups = List.copyOf(groups);
    }

    /// The moment that an order ends with.
    static Structure of(Picture picture, Order order) {
        return of(picture, order, picture.story().frame(order.moments().to()));
    }

    static Structure of(Picture picture, Order order, Frame frame) {
        return new Structures(picture, order).at(frame);
    }
}

import java.awt.Color;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens graph files as the window of Gephi does (the container as the importer leaves it, auto-scale on, default
 * processor), each in a workspace of its own, and writes what Gephi then holds as one JSON text.
 *
 * Usage: ReadGraphs OUTPUT GRAPH…
 */
public class ReadGraphs {
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    Map<String, Object> found = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i++) found.put(arguments[i], read(new File(arguments[i])));
    Files.writeString(Path.of(arguments[0]), json(found));
    // Threads of Gephi would keep the program alive.
    System.exit(0);
  }

  static Map<String, Object> read(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("autoScale", container.getUnloader().isAutoScale());
    importer.process(container, new DefaultProcessor(), workspace);
    found.put("issues", issues(container));

    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    Graph graph = model.getGraph();
    found.put("nodeColumns", columns(model.getNodeTable()));
    found.put("edgeColumns", columns(model.getEdgeTable()));
    List<Object> nodes = new ArrayList<>();
    for (Node node : graph.getNodes().toArray()) nodes.add(node(node));
    found.put("nodes", nodes);
    List<Object> edges = new ArrayList<>();
    for (Edge edge : graph.getEdges().toArray()) edges.add(edge(edge));
    found.put("edges", edges);
    projects.closeCurrentProject();
    return found;
  }

  static List<Object> issues(Container container) {
    List<Object> issues = new ArrayList<>();
    for (var each = container.getReport().getIssues(Integer.MAX_VALUE); each.hasNext(); ) {
      Issue issue = each.next();
      issues.add(issue.getLevel() + ": " + issue.getMessage());
    }
    return issues;
  }

  /** The types of the attributes that the file brought, by title. */
  static Map<String, Object> columns(Table table) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (Column column : table)
      if (!column.isProperty()) columns.put(column.getTitle(), column.getTypeClass().getSimpleName());
    return columns;
  }

  static Map<String, Object> node(Node node) {
    Map<String, Object> found = element(node);
    found.put("x", node.x());
    found.put("y", node.y());
    found.put("z", node.z());
    found.put("size", node.size());
    return found;
  }

  static Map<String, Object> edge(Edge edge) {
    Map<String, Object> found = element(edge);
    found.put("source", edge.getSource().getId());
    found.put("target", edge.getTarget().getId());
    found.put("kind", edge.getTypeLabel());
    found.put("directed", edge.isDirected());
    found.put("weight", edge.getWeight());
    return found;
  }

  static Map<String, Object> element(Element element) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("id", element.getId());
    found.put("label", element.getLabel());
    Color colour = element.getColor();
    found.put("colour", List.of(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha()));
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Column column : element.getTable()) {
      Object value = element.getAttribute(column);
      if (value instanceof IntervalSet intervals) found.put("intervals", bounds(intervals));
      else if (value != null && !column.isProperty()) attributes.put(column.getTitle(), value);
    }
    found.put("attributes", attributes);
    return found;
  }

  static List<Object> bounds(IntervalSet set) {
    List<Object> bounds = new ArrayList<>();
    for (Interval interval : set.toArray()) bounds.add(List.of(interval.getLow(), interval.getHigh()));
    return bounds;
  }

  /** Numbers that JSON has no digits for become texts: «Infinity». */
  static String json(Object value) {
    if (value == null || value instanceof Boolean) return String.valueOf(value);
    if (value instanceof Double || value instanceof Float)
      return Double.isFinite(((Number) value).doubleValue()) ? value.toString() : quoted(value.toString());
    if (value instanceof Number) return value.toString();
    if (value instanceof Object[] items) return json(List.of(items));
    if (value instanceof List<?> items) {
      List<String> parts = new ArrayList<>();
      for (Object item : items) parts.add(json(item));
      return "[" + String.join(",", parts) + "]";
    }
    if (value instanceof Map<?, ?> members) {
      List<String> parts = new ArrayList<>();
      members.forEach((name, member) -> parts.add(quoted(name.toString()) + ":" + json(member)));
      return "{" + String.join(",\n", parts) + "}";
    }
    return quoted(value.toString());
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < ' ' || Character.isSurrogate(c)) quoted.append(String.format("\\u%04x", (int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }
}

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Runs neo4j-admin with the arguments given, opens the database that it made, runs the statements of a file of
 * constraints, and writes all that the database then holds as one JSON text.
 *
 * Usage: LoadTables OUTPUT HOME CONSTRAINTS ADMIN_ARGUMENT…
 */
public class LoadTables {
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[1]);
    Files.createDirectories(home.resolve("conf"));
    Files.createFile(home.resolve("conf/neo4j.conf"));
    String[] admin = Arrays.copyOfRange(arguments, 3, arguments.length);
    int status = AdminTool.execute(new ExecutionContext(home, home.resolve("conf")), admin);
    if (status != 0) System.exit(status);

    DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
    try {
      GraphDatabaseService database = service.database("neo4j");
      constrain(database, Files.readString(Path.of(arguments[2])));
      Files.writeString(Path.of(arguments[0]), json(contents(database)));
    } finally {
      service.shutdown();
    }
  }

  /** Each statement ends in `;` at the end of a line. */
  static void constrain(GraphDatabaseService database, String statements) {
    for (String statement : statements.split(";\n")) {
      if (!statement.isBlank()) database.executeTransactionally(statement);
    }
  }

  static Map<String, Object> contents(GraphDatabaseService database) {
    Map<String, Object> found = new LinkedHashMap<>();
    try (Transaction transaction = database.beginTx()) {
      List<Object> nodes = new ArrayList<>();
      for (Node node : transaction.getAllNodes()) nodes.add(node(node));
      found.put("nodes", nodes);
      List<Object> edges = new ArrayList<>();
      for (Relationship edge : transaction.getAllRelationships()) edges.add(edge(edge));
      found.put("edges", edges);
      List<Object> constraints = new ArrayList<>();
      transaction.schema().getConstraints().forEach(one ->
          constraints.add(one.getName() + " " + one.getConstraintType() + " " + one.getLabel() + " " + one.getPropertyKeys()));
      found.put("constraints", constraints);
    }
    return found;
  }

  static Map<String, Object> node(Node node) {
    Map<String, Object> found = element(node);
    List<Object> labels = new ArrayList<>();
    for (Label label : node.getLabels()) labels.add(label.name());
    found.put("labels", labels);
    return found;
  }

  static Map<String, Object> edge(Relationship edge) {
    Map<String, Object> found = element(edge);
    found.put("type", edge.getType().name());
    found.put("source", edge.getStartNode().getProperty("id"));
    found.put("target", edge.getEndNode().getProperty("id"));
    return found;
  }

  /** The properties, and beside them the class of each value: JSON has one kind of number. */
  static Map<String, Object> element(Entity entity) {
    Map<String, Object> types = new LinkedHashMap<>();
    entity.getAllProperties().forEach((name, value) -> types.put(name, value.getClass().getSimpleName()));
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("properties", entity.getAllProperties());
    found.put("types", types);
    return found;
  }

  static String json(Object value) {
    if (value instanceof Boolean || value instanceof Number) return value.toString();
    if (value instanceof Object[] items) return json(Arrays.asList(items));
    if (value instanceof List<?> items) return "[" + String.join(",", items.stream().map(LoadTables::json).toList()) + "]";
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

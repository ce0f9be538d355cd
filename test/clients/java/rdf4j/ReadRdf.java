import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.ParserConfig;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriter;
import org.eclipse.rdf4j.sail.nativerdf.NativeStore;

/**
 * Reads many files with the parsers of RDF4J, or loads each into a store of its own, with one start of the JVM.
 *
 * Standard input has a job a line, its words parted by tabs: task (`read` or `load`), format, input file, output
 * file. Standard output has a line for each job, in order: `ok`, or what RDF4J complained about. The output is
 * N-Quads.
 */
class ReadRdf {
    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String job = jobs.readLine(); job != null; job = jobs.readLine()) {
            String answer = "ok";
            try {
                String[] words = job.split("\t");
                Path in = Path.of(words[2]);
                Path out = Path.of(words[3]);
                if (words[0].equals("load")) load(formatOf(words[1]), in, out);
                else answer = read(formatOf(words[1]), in, out);
            } catch (Exception error) {
                answer = error.toString();
            }
            answers.println(answer.strip().replaceAll("\\s+", " "));
        }
    }

    private static RDFFormat formatOf(String name) {
        switch (name) {
            case "turtle": return RDFFormat.TURTLE;
            case "trig": return RDFFormat.TRIG;
            case "ntriples": return RDFFormat.NTRIPLES;
            case "nquads": return RDFFormat.NQUADS;
            case "jsonld": return RDFFormat.JSONLD;
            case "ndjsonld": return RDFFormat.NDJSONLD;
            default: throw new IllegalArgumentException("no such format: " + name);
        }
    }

    /** As strict as it can be made: values and language tags are checked, and a warning is an error. */
    private static ParserConfig strict() {
        ParserConfig config = new ParserConfig();
        config.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true);
        config.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, true);
        config.set(BasicParserSettings.VERIFY_URI_SYNTAX, true);
        config.set(BasicParserSettings.VERIFY_RELATIVE_URIS, true);
        return config;
    }

    private static String read(RDFFormat format, Path in, Path out) throws IOException {
        ParseErrorCollector complaints = new ParseErrorCollector();
        try (InputStream stream = Files.newInputStream(in); Writer text = Files.newBufferedWriter(out)) {
            RDFParser parser = Rio.createParser(format);
            parser.setParserConfig(strict());
            parser.setParseErrorListener(complaints);
            parser.setRDFHandler(new NQuadsWriter(text));
            parser.parse(stream, "");
        }
        String all = "" + complaints.getFatalErrors() + complaints.getErrors() + complaints.getWarnings();
        return all.equals("[][][]") ? "ok" : all;
    }

    private static void load(RDFFormat format, Path in, Path out) throws IOException {
        Path folder = Files.createTempDirectory(out.getParent(), "rdf4j-");
        Repository store = new SailRepository(new NativeStore(folder.toFile()));
        try (RepositoryConnection connection = store.getConnection(); Writer text = Files.newBufferedWriter(out)) {
            connection.setParserConfig(strict());
            connection.begin();
            connection.add(in.toFile(), format);
            connection.commit();
            connection.export(new NQuadsWriter(text));
        } finally {
            store.shutDown();
        }
    }
}

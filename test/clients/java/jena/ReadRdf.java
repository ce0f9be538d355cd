import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.jena.cmd.TerminationException;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.TDB2Factory;

/**
 * Runs the programs of Apache Jena on many files, with one start of the JVM.
 *
 * Standard input has a job a line, its words parted by tabs: task, format, input file, output file. Standard output
 * has a line for each job, in order: `ok`, or what the program complained about. The output is N-Quads.
 *
 * Tasks: `validate`, the command `riot --validate`; `read`, the parser with warnings as errors; `load`, the command
 * `tdb2.tdbloader` into a new database, which is then read; `conforms`, SHACL, where the input is the data and the
 * output the shapes.
 */
class ReadRdf {
    /** What the commands print, warnings and errors with it. */
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

    public static void main(String[] args) throws IOException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(SAID, true, StandardCharsets.UTF_8);
        System.setOut(said);
        System.setErr(said);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String job = jobs.readLine(); job != null; job = jobs.readLine()) {
            SAID.reset();
            String complaint;
            try {
                String[] words = job.split("\t");
                complaint = run(words[0], words[1], Path.of(words[2]), Path.of(words[3]));
            } catch (Exception | StackOverflowError error) {
                complaint = error + " " + SAID.toString(StandardCharsets.UTF_8);
            }
            answers.println(complaint.isBlank() ? "ok" : complaint.strip().replaceAll("\\s+", " "));
        }
        // A loader that met an error leaves threads behind, which would wait for ever.
        System.exit(0);
    }

    private static String run(String task, String format, Path in, Path out) throws IOException {
        switch (task) {
            case "validate":
                return new Riot("--validate", "--syntax", langOf(format).getName(), in.toString()).complaint();
            case "read":
                read(format, in, out);
                return "";
            case "load":
                return load(in, out);
            case "conforms":
                Graph data = RDFDataMgr.loadGraph(in.toString());
                Graph shapes = RDFDataMgr.loadGraph(out.toString());
                var report = ShaclValidator.get().validate(shapes, data);
                return report.conforms() ? "" : "does not conform: " + report.getEntries();
            default:
                throw new IllegalArgumentException("no such task: " + task);
        }
    }

    private static Lang langOf(String format) {
        switch (format) {
            case "turtle": return Lang.TURTLE;
            case "trig": return Lang.TRIG;
            case "ntriples": return Lang.NTRIPLES;
            case "nquads": return Lang.NQUADS;
            case "jsonld", "ndjsonld": return Lang.JSONLD11;
            default: throw new IllegalArgumentException("no such format: " + format);
        }
    }

    private static void read(String format, Path in, Path out) throws IOException {
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(stream, Lang.NQUADS);
            writer.start();
            if (format.equals("ndjsonld")) {
                for (String line : Files.readAllLines(in)) parse(RDFParser.fromString(line, Lang.JSONLD11), writer);
            } else {
                parse(RDFParser.source(in).forceLang(langOf(format)), writer);
            }
            writer.finish();
        }
    }

    private static void parse(org.apache.jena.riot.RDFParserBuilder source, StreamRDF writer) {
        source.checking(true).errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(new Middle(writer));
    }

    /** The writer is started and finished once, by {@link #read}. */
    private static class Middle extends org.apache.jena.riot.system.StreamRDFWrapper {
        Middle(StreamRDF writer) {
            super(writer);
        }

        @Override
        public void start() {}

        @Override
        public void finish() {}
    }

    private static String load(Path in, Path out) throws IOException {
        Path database = Files.createTempDirectory(out.getParent(), "tdb2-");
        String complaint = new Loader("--loc", database.toString(), in.toString()).complaint();
        if (!complaint.isBlank()) return complaint;
        Dataset dataset = TDB2Factory.connectDataset(database.toString());
        dataset.begin(ReadWrite.READ);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(stream, Lang.NQUADS);
            writer.start();
            Iterator<Quad> quads = dataset.asDatasetGraph().find();
            while (quads.hasNext()) writer.quad(quads.next());
            writer.finish();
        } finally {
            dataset.end();
            dataset.close();
        }
        return "";
    }

    /** What a command said that is no progress report, or how it ended when it ended badly. */
    private static String complaintOf(Runnable command) {
        int code = 0;
        try {
            command.run();
        } catch (TerminationException ended) {
            code = ended.getCode();
        }
        String said = SAID.toString(StandardCharsets.UTF_8);
        boolean warned = said.lines().anyMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        return code == 0 && !warned ? "" : "exit " + code + ": " + said;
    }

    private static class Riot extends riotcmd.riot {
        Riot(String... args) {
            super(args);
        }

        String complaint() {
            return complaintOf(this::mainMethod);
        }
    }

    private static class Loader extends tdb2.tdbloader {
        Loader(String... args) {
            super(args);
        }

        String complaint() {
            return complaintOf(this::mainMethod);
        }
    }
}

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

/** Serves an H2 database in memory on a port of 127.0.0.1 (0: a free one), and prints the port once it answers. */
public class Main {
    public static void main(String[] arguments) throws Exception {
        MongoServer server = new MongoServer(H2Backend.inMemory());
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        server.bind("127.0.0.1", wanted);
        System.out.println("port " + server.getLocalAddress().getPort());
        // Ends with whoever started it, also where that one was killed.
        while (System.in.read() != -1) {}
        server.shutdownNow();
        System.exit(0);
    }
}

import com.adobe.testing.s3mock.S3MockApplication;
import java.util.HashMap;
import java.util.Map;

/** Serves one bucket, kept in a folder for temporary files, on a free port of 127.0.0.1, and prints the port once it answers. */
public class Main {
    @SuppressWarnings("removal")
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> properties = new HashMap<>(Map.of(
            "server.address", "127.0.0.1",
            "server.port", 0,
            "server.ssl.enabled", false,
            "com.adobe.testing.s3mock.httpPort", 0, // a second one, which it must have
            "com.adobe.testing.s3mock.store.initialBuckets", arguments[0],
            "spring.main.banner-mode", "off",
            "logging.level.root", "WARN"));
        S3MockApplication server = S3MockApplication.start(properties);
        System.out.println("port " + server.getPort());
        // Ends with whoever started it, also where that one was killed.
        while (System.in.read() != -1) {}
        server.stop();
        System.exit(0);
    }
}

package io.runboards.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.runboards.json.JsonValue.Fields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A stand-in for Grafana, on a free port of this machine.
 *
 * <p>It begins with one organisation and the administrator {@code admin} with the password {@code
 * admin}. Requests are carried out one after the other, as a database does it; what goes wrong on
 * the way goes wrong at the same time.
 */
public final class StandIn implements AutoCloseable {
  static {
    // Its answers would wait 40 ms for packets to fill.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final Router router;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock turn = new ReentrantLock();
  private final Ledger ledger = new Ledger();
  private volatile Faults faults = Faults.none();

  private StandIn(Setup setup, HttpServer server) {
    this.world = new World(setup);
    this.router = new Router(world);
    this.server = server;
  }

  public static StandIn start(Setup setup) throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    StandIn standIn = new StandIn(setup, HttpServer.create(free, 0));
    standIn.server.setExecutor(standIn.threads);
    standIn.server.createContext("/", standIn::handle);
    standIn.server.start();
    return standIn;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Ledger ledger() {
    return ledger;
  }

  /** From now on these requests go wrong. */
  public void suffer(Faults other) {
    faults = other;
  }

  /** A token of an organisation. */
  public String token(long organisation, Role role) {
    return inTurn(() -> {
      long id = world.next(World.Sequence.ACCOUNT);
      Account account = Account.service(id, "service-" + id).in(organisation, role);
      String token = "glsa_service_" + id;
      account.tokens.add(token);
      world.accounts.add(account);
      return token;
    });
  }

  /** Adds an organisation and returns its number. */
  public long organisation(String name) {
    return inTurn(() -> world.found(name).id);
  }

  /** Puts a data source into the first organisation that a provisioning file owns. */
  public void provisionDataSource(Fields content) {
    inTurn(() -> {
      new DataSourceResource(world).provision(world.organisations.get(1L), content);
      return true;
    });
  }

  /** Puts a dashboard into the first organisation that a provisioning file owns. */
  public void provisionDashboard(String folder, String title, Fields content) {
    inTurn(() -> {
      Organisation main = world.organisations.get(1L);
      if (!main.folders.containsKey(folder)) {
        Touch now = world.touchOfFiles();
        long id = world.next(World.Sequence.DASHBOARD);
        world.next(World.Sequence.VERSION);
        main.folders.put(folder, Folder.made(id, folder, title, "", now));
      }
      new DashboardResource(world).provision(main, folder, content);
      return true;
    });
  }

  /** Somebody changes a dashboard of the first organisation in the browser; nobody counts it. */
  public void editInBrowser(String uid, UnaryOperator<Fields> change) {
    inTurn(() -> {
      Organisation main = world.organisations.get(1L);
      Dashboard before = main.dashboards.get(uid);
      Asker asker = new Asker(1, "admin", Role.ADMIN, true, main);
      return new DashboardResource(world)
          .saved(
              main,
              Optional.of(before),
              change.apply(before.now().data()),
              before.folder(),
              "",
              world.touch(asker));
    });
  }

  private <T> T inTurn(Supplier<T> action) {
    turn.lock();
    try {
      return action.get();
    } finally {
      turn.unlock();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Request request = Request.of(exchange);
    ledger.asked();
    Fault fault = faults.next(request.name());
    try {
      Reply reply = fault.happens() ? inTurn(() -> router.answer(request)) : Reply.notFound();
      reply.wrote().filter(it -> reply.isGood()).ifPresent(ledger::wrote);
      Damage.send(exchange, fault, reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

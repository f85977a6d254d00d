package io.runboards.emit.mimir;

import io.runboards.emit.OutFile;
import io.runboards.emit.YamlWriter;
import io.runboards.site.Site;
import java.util.OptionalInt;

/**
 * The configuration of a Mimir that runs alone, with its data in a folder: enough for one machine,
 * not for a store that others rely on.
 */
public final class SingleMimir {
  private static final String HOW =
      "Written by 'runboards generate' from the site: change that instead.";
  private static final String DATA = "/data/";
  private static final String IN_MEMORY = "inmemory";
  private static final String ITSELF = "127.0.0.1";
  private static final int USUAL_PORT = 8080;

  private final Site site;

  private SingleMimir(Site site) {
    this.site = site;
  }

  /** The configuration, for a path. */
  public static OutFile of(Site site, String path) {
    return new OutFile(path, YamlWriter.document(HOW, new SingleMimir(site)::write));
  }

  private void write(YamlWriter yaml) {
    yaml.field("target", "all");
    yaml.field("multitenancy_enabled", !site.tenants().isEmpty());
    yaml.object("server", this::server);
    yaml.object("common", common -> files(common, "storage", "blocks"));
    yaml.object("blocks_storage", SingleMimir::blocks);
    yaml.object("compactor", SingleMimir::compactor);
    yaml.object("distributor", SingleMimir::distributor);
    yaml.object("ingester", SingleMimir::ingester);
    yaml.object("frontend", frontend -> frontend.field("address", ITSELF));
    yaml.object("store_gateway", it -> ring(it, "sharding_ring", OptionalInt.of(1)));
    yaml.object("ruler", this::ruler);
    files(yaml, "ruler_storage", "rules");
    StoreSettings.federation(yaml);
    StoreSettings.limits(yaml);
    if (Overrides.of(site).isPresent()) {
      yaml.object("runtime_config", it -> it.field("file", "/etc/mimir/overrides.yaml"));
    }
    yaml.object("ingest_storage", storage -> storage.field("enabled", false));
    yaml.object("usage_stats", stats -> stats.field("enabled", false));
  }

  private void server(YamlWriter yaml) {
    int port = site.setup().store().read().getPort();
    yaml.field("http_listen_port", port > 0 ? port : USUAL_PORT);
    yaml.field("log_level", "warn");
  }

  private static void files(YamlWriter yaml, String key, String folder) {
    yaml.object(
        key,
        storage -> {
          storage.field("backend", "filesystem");
          storage.object("filesystem", files -> files.field("dir", DATA + folder));
        });
  }

  private static void blocks(YamlWriter yaml) {
    yaml.field("storage_prefix", "series");
    yaml.object("bucket_store", store -> store.field("sync_dir", DATA + "sync"));
    yaml.object("tsdb", tsdb -> tsdb.field("dir", DATA + "tsdb"));
  }

  private static void compactor(YamlWriter yaml) {
    yaml.field("data_dir", DATA + "compactor");
    ring(yaml, "sharding_ring", OptionalInt.empty());
  }

  private static void distributor(YamlWriter yaml) {
    StoreSettings.replicas(yaml, IN_MEMORY);
    ring(yaml, "ring", OptionalInt.empty());
  }

  /** No other needs time to learn that it is there. */
  private static void ingester(YamlWriter yaml) {
    yaml.object(
        "ring",
        ring -> {
          member(ring);
          ring.field("replication_factor", 1);
          ring.field("min_ready_duration", "0s");
          ring.field("final_sleep", "0s");
        });
  }

  private void ruler(YamlWriter yaml) {
    yaml.field("rule_path", DATA + "ruler");
    if (!site.notifications().receivers().isEmpty()) {
      yaml.field("alertmanager_url", "http://alertmanager:9093");
    }
    StoreSettings.federation(yaml);
    ring(yaml, "ring", OptionalInt.empty());
  }

  private static void ring(YamlWriter yaml, String key, OptionalInt copies) {
    yaml.object(
        key,
        ring -> {
          member(ring);
          copies.ifPresent(number -> ring.field("replication_factor", number));
        });
  }

  /** There is nobody to share the work with, so nobody else needs to know who does it. */
  private static void member(YamlWriter ring) {
    ring.field("instance_addr", ITSELF);
    ring.object("kvstore", store -> store.field("store", IN_MEMORY));
  }
}

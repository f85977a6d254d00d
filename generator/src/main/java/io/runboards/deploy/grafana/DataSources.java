package io.runboards.deploy.grafana;

import io.runboards.deploy.Key;
import io.runboards.deploy.Kind;
import io.runboards.deploy.Live;
import io.runboards.deploy.Mark;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Trouble;
import io.runboards.deploy.Wanted;
import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;
import java.util.List;
import java.util.Optional;

/**
 * The data sources of an organisation.
 *
 * @param api the organisation
 * @param secrets what they log in with
 */
record DataSources(Api api, Secrets secrets) implements Shelf {
  private static final String PATH = "/api/datasources";

  @Override
  public List<Live> list() throws Trouble {
    return api.good(api.get(PATH), "data sources").items().map(DataSources::live).toList();
  }

  @Override
  public boolean listsContent(Owner owner) {
    return false;
  }

  @Override
  public Optional<Live> read(String uid) throws Trouble {
    Api.Reply reply = api.get(one(uid));
    return reply.status() == 404
        ? Optional.empty()
        : Optional.of(live(api.good(reply, "data source " + uid)));
  }

  private static Live live(JsonValue source) {
    return new Live(
        new Key(Kind.DATA_SOURCE, source.textAt("uid")),
        source.textAt("name"),
        "",
        NormalForm.dataSource(source),
        source.numberAt("version"),
        source.flagAt("readOnly") ? new Owner.Files() : Mark.ofFields(source.at("jsonData")),
        Optional.empty());
  }

  @Override
  public void create(Wanted wanted) throws Trouble {
    api.good(api.post(PATH, body(wanted)), wanted.key().toString());
  }

  @Override
  public void change(Wanted wanted, Live before) throws Trouble {
    Fields body = body(wanted).with("version", before.version());
    api.good(api.put(one(wanted.key().uid()), body), wanted.key().toString());
  }

  private Fields body(Wanted wanted) {
    String uid = wanted.key().uid();
    Fields body = wanted.content().with("uid", uid).with("name", wanted.title());
    Fields secret = SourceContent.secrets(wanted.content(), secrets);
    return secret.equals(JsonValue.EMPTY) ? body : body.with("secureJsonData", secret);
  }

  @Override
  public void delete(Live before) throws Trouble {
    api.good(api.delete(one(before.key().uid())), before.key().toString());
  }

  private static String one(String uid) {
    return PATH + "/uid/" + Api.encoded(uid);
  }
}

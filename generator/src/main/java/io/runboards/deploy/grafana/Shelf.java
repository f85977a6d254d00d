package io.runboards.deploy.grafana;

import io.runboards.deploy.Live;
import io.runboards.deploy.Owner;
import io.runboards.deploy.Trouble;
import io.runboards.deploy.Wanted;
import java.util.List;
import java.util.Optional;

/** All things of one kind in an organisation. */
interface Shelf {
  /** All of them; without their content, if that needs a request for each. */
  List<Live> list() throws Trouble;

  /** Whether the list says all there is to know about what somebody owns. */
  boolean listsContent(Owner owner);

  Optional<Live> read(String uid) throws Trouble;

  void create(Wanted wanted) throws Trouble;

  /** Makes a thing what it shall be, if nobody has changed it since it was read. */
  void change(Wanted wanted, Live before) throws Trouble;

  void delete(Live before) throws Trouble;
}

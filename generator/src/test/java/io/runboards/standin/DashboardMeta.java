package io.runboards.standin;

import io.runboards.json.JsonValue;
import io.runboards.json.JsonValue.Fields;

/** What is told about a dashboard beside its content. */
final class DashboardMeta {
  private DashboardMeta() {}

  static Fields of(Organisation organisation, Dashboard dashboard) {
    String folder = dashboard.folder();
    Touch created = dashboard.first().touch();
    Touch updated = dashboard.now().touch();
    return JsonValue.EMPTY
        .with(
            "annotationsPermissions",
            JsonValue.EMPTY.with("dashboard", annotations()).with("organization", annotations()))
        .with("canAdmin", true)
        .with("canDelete", true)
        .with("canEdit", true)
        .with("canSave", true)
        .with("canStar", true)
        .with("created", created.when().toString())
        .with("createdBy", created.who())
        .with("expires", "0001-01-01T00:00:00Z")
        .with("folderId", organisation.number(folder))
        .with("folderTitle", organisation.title(folder))
        .with("folderUid", folder)
        .with("folderUrl", folder.isEmpty() ? "" : organisation.folders.get(folder).url())
        .with("hasAcl", false)
        .with("hasPublicDashboard", false)
        .with("isFolder", false)
        .with("provisioned", dashboard.provisioned())
        .with("provisionedExternalId", dashboard.provisioned() ? dashboard.uid() + ".json" : "")
        .with("publicDashboardAccessToken", "")
        .with("publicDashboardEnabled", false)
        .with("publicDashboardUid", "")
        .with("slug", Uids.slug(dashboard.title()))
        .with("type", "db")
        .with("updated", updated.when().toString())
        .with("updatedBy", updated.who())
        .with("url", dashboard.url())
        .with("version", dashboard.now().number());
  }

  private static Fields annotations() {
    return JsonValue.EMPTY.with("canAdd", true).with("canDelete", true).with("canEdit", true);
  }
}

package io.runboards.emit.alertmanager;

/**
 * What people read: templates that Alertmanager and Grafana both understand. One message is about
 * alerts of one name on one cluster. What they all say is said once, then each has a line.
 */
public final class Messages {
  private static final String STATE =
      "[{{ .Status | toUpper }}{{ if eq .Status \"firing\" }} {{ .Alerts.Firing | len }}{{ end }}]";

  /** One line: how many alerts of which name fire where. */
  public static final String TITLE =
      STATE
          + " {{ .GroupLabels.alertname }}"
          + "{{ with .GroupLabels.clusterId }} in {{ . }}{{ end }}";

  /** What an incident is called: the alert's own words if there is one alert. */
  public static final String INCIDENT =
      "{{ with .CommonAnnotations.summary }}{{ . }}{{ else }}" + TITLE + "{{ end }}";

  /** The severity in PagerDuty's words: it refuses an incident that has another. */
  public static final String SEVERITY =
      "{{ if eq .CommonLabels.severity \"critical\" }}critical"
          + "{{ else if eq .CommonLabels.severity \"info\" }}info{{ else }}warning{{ end }}";

  /** The page that tells what to do; empty if the alerts have several, or none. */
  public static final String RUNBOOK = "{{ .CommonAnnotations.runbook_url }}";

  /** The dashboard that shows more; empty if each alert has its own, or none. */
  public static final String DASHBOARD = "{{ .CommonAnnotations.dashboard_url }}";

  /** Red for what is critical, amber for the rest, green when it is over. */
  static final String SLACK_COLOR =
      "{{ if eq .Status \"resolved\" }}good"
          + "{{ else if eq .CommonLabels.severity \"critical\" }}danger{{ else }}warning{{ end }}";

  /** The message in the words of Slack. */
  public static final String SLACK =
      """
      {{ with .CommonAnnotations.description }}{{ . }}
      {{ end }}\
      {{ range .Alerts.Firing }}• *{{ .Annotations.summary }}*\
      {{ with .Annotations.dashboard_url }} <{{ . }}|Dashboard>{{ end }}\
      {{ if not $.CommonAnnotations.runbook_url }}\
      {{ with .Annotations.runbook_url }} <{{ . }}|Runbook>{{ end }}{{ end }}
      {{ if not $.CommonAnnotations.description }}{{ with .Annotations.description }}{{ . }}
      {{ end }}{{ end }}\
      {{ end }}\
      {{ range .Alerts.Resolved }}• Over: {{ .Annotations.summary }}
      {{ end }}\
      {{ with .CommonAnnotations.runbook_url }}<{{ . }}|Runbook: what to do>{{ end }}\
      """;

  /** The message as plain text. */
  public static final String TEXT =
      """
      {{ with .CommonAnnotations.description }}{{ . }}

      {{ end }}\
      {{ range .Alerts.Firing }}- {{ .Annotations.summary }}
      {{ if not $.CommonAnnotations.description }}{{ with .Annotations.description }}  {{ . }}
      {{ end }}{{ end }}\
      {{ with .Annotations.dashboard_url }}  Dashboard: {{ . }}
      {{ end }}\
      {{ if not $.CommonAnnotations.runbook_url }}\
      {{ with .Annotations.runbook_url }}  Runbook: {{ . }}
      {{ end }}{{ end }}\
      {{ end }}\
      {{ range .Alerts.Resolved }}- Over: {{ .Annotations.summary }}
      {{ end }}\
      {{ with .CommonAnnotations.runbook_url }}
      Runbook, what to do: {{ . }}{{ end }}\
      """;

  /** The message as a page. */
  public static final String HTML =
      """
      {{ with .CommonAnnotations.description }}<p>{{ . }}</p>
      {{ end }}\
      <ul>
      {{ range .Alerts.Firing }}<li><b>{{ .Annotations.summary }}</b>\
      {{ with .Annotations.dashboard_url }} <a href="{{ . }}">Dashboard</a>{{ end }}\
      {{ if not $.CommonAnnotations.runbook_url }}\
      {{ with .Annotations.runbook_url }} <a href="{{ . }}">Runbook</a>{{ end }}{{ end }}\
      {{ if not $.CommonAnnotations.description }}\
      {{ with .Annotations.description }}<br>{{ . }}{{ end }}{{ end }}</li>
      {{ end }}\
      {{ range .Alerts.Resolved }}<li>Over: {{ .Annotations.summary }}</li>
      {{ end }}\
      </ul>
      {{ with .CommonAnnotations.runbook_url }}<p><a href="{{ . }}">Runbook: what to do</a></p>{{ end }}\
      """;

  private Messages() {}
}

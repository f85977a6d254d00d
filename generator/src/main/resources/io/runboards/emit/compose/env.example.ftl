# Written by 'runboards generate' from the site. Copy this file to .env and fill in the copy; it is
# yours, and holds secrets: commit it nowhere.

<#if ofSite?has_content>
# Read when files are generated: ./runboards generate --site ${site} --env .env
# Each stands for a value of the site file, and has that file's value here<#list ofSite as variable><#if !variable.usual()?has_content>; fill in the empty ones<#break></#if></#list>.
<#list ofSite as variable>
# ${variable.key()}
${variable.name()}=${variable.usual()}
</#list>

</#if>
# Secrets, read when Compose starts. Each becomes a file that only those services see which need it.
# A $ in one confuses Grafana. With an empty one, messages by that way are not delivered.
<#list secrets as secret>
${secret}=
</#list>

# Read when Compose starts.
# How long Prometheus keeps samples.
PROMETHEUS_RETENTION=15d
# Which of the two replicas of Prometheus runs here: no other may have the same name.
PROMETHEUS_REPLICA=replica-1
# The version of Grafana; dashboards are written for ${grafana?keep_before_last(".")}.
GRAFANA_VERSION=${grafana}

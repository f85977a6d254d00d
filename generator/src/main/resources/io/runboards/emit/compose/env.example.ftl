# Written by 'runboards generate' from the site. Copy this file to .env and fill in the copy; it is
# yours, and holds secrets: commit it nowhere.

# Read when files are generated: ./runboards generate --site ${site} --env .env
<#list ofSite as variable>
# ${variable.key()}<#if variable.usual()?has_content>; this is the value of the site file</#if>
${variable.name()}=${variable.usual()}
</#list>

# Secrets. They become files that only the services see which need them, and stand in no other file.
# Each must be there; one that is not used can be anything. A $ in one confuses Grafana.
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

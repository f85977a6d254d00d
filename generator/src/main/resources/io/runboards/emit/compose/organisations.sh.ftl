#!/bin/sh
# Written by 'runboards generate' from the site: change that instead. Makes the organisations that
# Grafana's files name: Grafana does not start with files about organisations that it does not have.
set -eu
/run.sh &
grafana=$!
trap 'kill "$grafana"; wait "$grafana" || true' EXIT
url=http://localhost:3000

# The password goes through a pipe, where no list of processes shows it.
ask() {
  printf 'user = "admin:%s"\n' "$(cat "$GF_SECURITY_ADMIN_PASSWORD__FILE")" |
    curl -sS -o /tmp/answer -w '%{http_code}' -K - -H 'Content-Type: application/json' "$@"
}

tries=60
until curl -sf -o /dev/null "$url/api/health"; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || exit 1
  sleep 1
done

# organisation NUMBER NAME JSON PATH
organisation() {
  status=$(ask -d "$3" "$url/api/orgs")
  case $status in
    200 | 409) ;;
    *)
      echo "Grafana answers $status to the organisation '$2':" >&2
      cat /tmp/answer >&2
      exit 1
      ;;
  esac
  ask "$url/api/orgs/name/$4" > /dev/null
  grep -q "\"id\":$1," /tmp/answer || {
    echo "The organisation '$2' has another number than $1. Write Grafana's into the site file:" >&2
    cat /tmp/answer >&2
    exit 1
  }
}

<#list organisations as organisation>
organisation ${organisation.id()} ${organisation.name()} ${organisation.json()} ${organisation.path()}
</#list>

#!/bin/sh
# Written by 'runboards generate'. Gives Mimir the rules of all tenants, and takes away those that
# are no longer here: rules.sh ADDRESS FOLDER
set -eu
for folder in "$2"/*/; do
  tenant=$(basename "$folder")
  tries=30
  until mimirtool rules sync --address="$1" --id="$tenant" --rule-dirs="$folder"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || exit 1
    sleep 2
  done
done

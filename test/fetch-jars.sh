#!/bin/sh
# Fetches the jars of a server that the tests use: sh test/fetch-jars.sh mongo-server. Needs mvn and a Java of 17 or newer; runs once for
# each version.
set -eu
cd "$(dirname "$0")/.."
pom="test/$1/pom.xml"
to=".cache/$1"
if [ -e "$to/complete" ] && cmp -s "$to/complete" "$pom"; then
  exit 0
fi
rm -rf "$to"
mkdir -p "$to"
mvn --batch-mode --quiet -f "$pom" dependency:copy-dependencies -DoutputDirectory="$PWD/$to" -DincludeScope=runtime
cp "$pom" "$to/complete"

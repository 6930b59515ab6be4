#!/bin/sh
# Fetches the jars of the MongoDB-protocol test server. Needs mvn and a Java of 17 or newer; runs once for each version.
set -eu
cd "$(dirname "$0")/../.."
to=.cache/mongo-server
if [ -e "$to/complete" ] && cmp -s "$to/complete" test/mongo-server/pom.xml; then
  exit 0
fi
rm -rf "$to"
mkdir -p "$to"
mvn --batch-mode --quiet -f test/mongo-server/pom.xml \
  dependency:copy-dependencies -DoutputDirectory="$PWD/$to" -DincludeScope=runtime
cp test/mongo-server/pom.xml "$to/complete"

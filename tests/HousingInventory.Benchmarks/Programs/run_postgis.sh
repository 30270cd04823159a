#!/usr/bin/env bash
# The plain part of the run as a GIS department writes it with GDAL and PostGIS: loads the registers, ties residents to homes by id, flags the homes with an address and nobody
# registered, measures them as the crow flies, ranks them and writes a GeoPackage. run_postgis.sh OUT FOLDER...; the database is that of libpq's environment.
set -euo pipefail
out=$1
shift
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Two loads at a time, bulk copy, no log and no index before the rows are there.
layer() {
  for folder in "${@:4}"; do
    ogr2ogr -f PostgreSQL "PG:dbname=$PGDATABASE" "$folder"/$1 -nln "$2" -append -nlt "$3" -lco UNLOGGED=ON -lco SPATIAL_INDEX=NONE -lco GEOMETRY_NAME=geom -lco LAUNDER=YES --config PG_USE_COPY YES
  done
}

tables() {
  sql -f "$here/run_postgis_tables.sql"
  for folder in "$@"; do
    unzip -q -o "$folder/gtfs.zip" stops.txt stop_times.txt -d "$work"
    sql -c "\copy resident FROM '$folder/residents.csv' WITH (FORMAT csv, HEADER, DELIMITER ';', ENCODING 'WIN1252')"
    sql -c "\copy withheld FROM '$folder/withheld.csv' WITH (FORMAT csv, HEADER)"
    sql -c "\copy stop FROM '$work/stops.txt' WITH (FORMAT csv, HEADER)"
    sql -c "\copy call FROM PROGRAM 'cut -d, -f4 $work/stop_times.txt' WITH (FORMAT csv, HEADER)" 2>/dev/null || cut -d, -f4 "$work/stop_times.txt" | sql -c "\copy call FROM STDIN WITH (FORMAT csv, HEADER)"
  done
}

{ layer 'byggnad_*.gpkg' building PROMOTE_TO_MULTI "$@"; layer services.geojson service POINT "$@"; } &
{ tables "$@"; layer 'belagenhetsadresser_*.gpkg' address POINT "$@"; layer 'fastighet_*.gpkg' property PROMOTE_TO_MULTI "$@"; } &
for job in $(jobs -p); do wait "$job"; done
sql -f "$here/run_postgis.sql"
ogr2ogr -f GPKG "$out" "PG:dbname=$PGDATABASE" candidate -nln candidates

#!/bin/sh
# Runs the example, and opens its report where there is a desktop.
set -eu
cd "$(dirname "$0")"
program/housing-inventory run exempel/inventory.json --out resultat
echo
echo "Klart. Börja med report.html och worklist.html i mappen resultat."
if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && command -v xdg-open >/dev/null; then
  xdg-open resultat/report.html
  xdg-open resultat/worklist.html
fi

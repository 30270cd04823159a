// Prints what is wrong with a GeoJSON file by RFC 7946, one line each; nothing if nothing is.
// Usage: node check-geojson.cjs FOLDER-OF-NODE-MODULES FILE
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const [, , modules, file] = process.argv;
const { getIssues } = require(join(modules, "@placemarkio", "check-geojson"));
for (const issue of getIssues(readFileSync(file, "utf8"))) {
  console.log(`${issue.code}: ${issue.message} at ${issue.from}`);
}

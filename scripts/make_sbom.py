"""Writes the software bill of materials of the command, CycloneDX 1.6 as JSON, from the lock file that the build is held to.

    make_sbom.py PACKAGES.LOCK.JSON VERSION EPOCH TARGET

Names, versions, hashes and dependencies come from the lock file, licences from the packages as they were restored. The same lock file gives the same bytes.
"""

import base64
import json
import os
import sys
import uuid
import xml.etree.ElementTree as xml
from datetime import datetime, timezone

FRAMEWORK = "net10.0"


def licence(folder, name, version):
    """What the package states of its licence: an SPDX expression, else the name of its file."""
    path = os.path.join(folder, name.lower(), version, name.lower() + ".nuspec")
    try:
        root = xml.parse(path).getroot()
    except OSError:
        return []
    for element in root.iter():
        if element.tag.rsplit("}", 1)[-1] == "license" and element.text:
            if element.get("type") == "expression":
                return [{"expression": element.text.strip()}]
            return [{"license": {"name": element.text.strip()}}]
    for element in root.iter():
        if element.tag.rsplit("}", 1)[-1] == "licenseUrl" and element.text:
            return [{"license": {"name": "see url", "url": element.text.strip()}}]
    return []


def main(lock, version, epoch, target):
    with open(lock, encoding="utf-8-sig") as file:
        packages = json.load(file)["dependencies"][FRAMEWORK]
    folder = os.environ.get("NUGET_PACKAGES") or os.path.join(os.path.expanduser("~"), ".nuget", "packages")
    own = f"pkg:nuget/housing-inventory@{version}"
    refs = {name.lower(): f"pkg:nuget/{name}@{entry['resolved']}" for name, entry in packages.items() if entry["type"] != "Project"}

    def needs(names):
        """Packages behind a list of names; a project of this repository stands for what it needs itself."""
        found = set()
        for name in names:
            entry = next((e for n, e in packages.items() if n.lower() == name.lower()), None)
            if entry is not None and entry["type"] == "Project":
                found |= needs(entry.get("dependencies", {}))
            elif name.lower() in refs:
                found.add(refs[name.lower()])
        return found

    components = []
    edges = []
    for name, entry in sorted(packages.items(), key=lambda p: p[0].lower()):
        if entry["type"] == "Project":
            continue
        ref = refs[name.lower()]
        component = {"type": "library", "bom-ref": ref, "name": name, "version": entry["resolved"], "scope": "required", "purl": ref}
        if "contentHash" in entry:
            component["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(entry["contentHash"]).hex()}]
        licences = licence(folder, name, entry["resolved"])
        if licences:
            component["licenses"] = licences
        components.append(component)
        edges.append({"ref": ref, "dependsOn": sorted(needs(entry.get("dependencies", {})))})

    # What nothing else here needs is needed by the command itself.
    behind = {d for edge in edges for d in edge["dependsOn"]}
    direct = {refs[n.lower()] for n, e in packages.items() if e["type"] == "Direct"} | (set(refs.values()) - behind)
    direct |= needs([n for n, e in packages.items() if e["type"] == "Project"])
    edges.insert(0, {"ref": own, "dependsOn": sorted(direct)})
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([own, components], sort_keys=True))),
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(int(epoch), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": own, "name": "housing-inventory", "version": version, "purl": own,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
        "dependencies": edges,
    }
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        json.dump(bom, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Changes the follow-up in the project inside a GeoPackage the way people do: through the joined columns of the candidates, with both layers being edited.

Arguments: GeoPackage, name of the project, a JSON list of {"ref": ..., column: value ...}.
"""
import json
import os
import sys

from qgis.core import QgsApplication, QgsProject

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
done = project.read(f"geopackage:{sys.argv[1]}?projectName={sys.argv[2]}")
candidates, followup = project.mapLayer("inventory_candidate_points"), project.mapLayer("inventory_followup")
done &= followup.startEditing() and candidates.startEditing()
features = {f["ref"]: f.id() for f in candidates.getFeatures()}
for change in json.loads(sys.argv[3]):
    for column, value in change.items():
        if column != "ref":
            done &= candidates.changeAttributeValue(features[change["ref"]], candidates.fields().indexOf("followup_" + column), value)
done &= followup.commitChanges() and candidates.commitChanges()
print(json.dumps({"done": done, "errors": followup.commitErrors() + candidates.commitErrors(), "rows": followup.featureCount()}))
# Closes the files, so that no log of a transaction stays beside them.
project.clear()
sys.stdout.flush()
os._exit(0)

"""Keeps the project inside a GeoPackage open and its candidates in editing, as somebody does who writes the follow-up, until a file appears.

Arguments: GeoPackage, name of the project, the file.
"""
import os
import sys
import time

from qgis.core import QgsApplication, QgsProject

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
assert project.read(f"geopackage:{sys.argv[1]}?projectName={sys.argv[2]}")
candidates = project.mapLayer("inventory_candidate_points")
candidates.setReadOnly(False)
assert candidates.startEditing()
open(sys.argv[3] + ".open", "w").close()
end = time.monotonic() + 240
while not os.path.exists(sys.argv[3]) and time.monotonic() < end:
    time.sleep(0.05)
candidates.rollBack()
del candidates
project.clear()
os._exit(0)

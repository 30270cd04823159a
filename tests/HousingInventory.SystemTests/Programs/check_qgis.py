"""Opens layers in QGIS without a screen and prints what it sees of each as JSON. Arguments: data source strings of the ogr provider."""
import json
import os
import sys

from qgis.core import QgsApplication, QgsVectorLayer

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
seen = []
for source in sys.argv[1:]:
    layer = QgsVectorLayer(source, "layer", "ogr")
    features = list(layer.getFeatures()) if layer.isValid() else []
    geometries = [f.geometry() for f in features if f.hasGeometry()]
    seen.append({
        "source": source,
        "valid": layer.isValid(),
        "spatial": layer.isSpatial(),
        "crs": layer.crs().authid(),
        "features": len(features),
        "brokenGeometries": sum(not g.isGeosValid() for g in geometries),
        "hasSpatialIndex": int(layer.hasSpatialIndex()) == 2,
        "fields": [f.name() for f in layer.fields()],
    })
print(json.dumps(seen))
sys.stdout.flush()
# QGIS crashes now and then while it takes itself down; all is said.
os._exit(0)

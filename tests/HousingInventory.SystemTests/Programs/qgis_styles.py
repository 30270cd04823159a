"""Opens layers of a GeoPackage in QGIS with the styles it holds, draws them, and prints what is seen as JSON.

Arguments: GeoPackage, folder for the pictures, then LAYER:SCALE ... Each class of a legend that has features is drawn around its first one.
"""
import json
import os
import sys

from qgis.core import (QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsMapRendererSequentialJob, QgsMapSettings, QgsRectangle,
                       QgsRenderContext, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

PIXELS, DPI = 400, 96


def legend(renderer):
    if renderer.type() == "graduatedSymbol":
        return [{"label": r.label(), "from": r.lowerValue(), "to": r.upperValue()} for r in renderer.ranges()]
    if renderer.type() == "categorizedSymbol":
        return [{"label": c.label(), "value": c.value()} for c in renderer.categories()]
    return [{"label": ""}]


def first_of_each_class(layer):
    """The extent of the first feature of each colour of the legend."""
    places, renderer = {}, layer.renderer().clone()
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context) if feature.hasGeometry() else None
        if symbol is not None:
            places.setdefault(symbol.color().name(), feature.geometry().boundingBox())
    renderer.stopRender(context)
    return places


def draw(layer, box, scale):
    half = PIXELS / DPI * 0.0254 * scale / 2
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(PIXELS, PIXELS))
    settings.setOutputDpi(DPI)
    settings.setBackgroundColor(QColor("white"))
    centre = box.center()
    settings.setExtent(QgsRectangle(centre.x() - half, centre.y() - half, centre.x() + half, centre.y() + half))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def count(image, wanted):
    """Pixels of a colour, half-transparent fills and smoothed edges aside."""
    colour = QColor(wanted)
    found = 0
    for y in range(PIXELS):
        for x in range(PIXELS):
            pixel = QColor(image.pixel(x, y))
            if abs(pixel.red() - colour.red()) <= 3 and abs(pixel.green() - colour.green()) <= 3 and abs(pixel.blue() - colour.blue()) <= 3:
                found += 1
    return found


def look(package, folder, name, scale):
    layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
    _, styled = layer.loadDefaultStyle()
    drawn = {}
    for colour, box in first_of_each_class(layer).items():
        image = draw(layer, box, scale)
        image.save(os.path.join(folder, f"{name}-{len(drawn)}.png"))
        # A locality has a clear fill, and is seen by its outline.
        drawn[colour] = count(image, "#7a7a7a" if name == "localities" else colour)
    widgets = {f.name(): layer.editorWidgetSetup(i) for i, f in enumerate(layer.fields())}
    return {
        "layer": name,
        "valid": layer.isValid(),
        "styled": bool(styled),
        "renderer": layer.renderer().type(),
        "classes": legend(layer.renderer()),
        "drawn": drawn,
        "visibleAt": {str(s): layer.isInScaleRange(s) for s in (5000, 25000)},
        "labelUpTo": layer.labeling().settings().minimumScale if layer.labelsEnabled() else None,
        "aliases": {f.name(): layer.attributeAlias(i) for i, f in enumerate(layer.fields())},
        "valueMaps": {n: w.config()["map"] for n, w in widgets.items() if w.type() == "ValueMap"},
    }


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
print(json.dumps([look(sys.argv[1], sys.argv[2], view.split(":")[0], float(view.split(":")[1])) for view in sys.argv[3:]]))
sys.stdout.flush()
# QGIS crashes now and then while it takes itself down; all is said.
os._exit(0)

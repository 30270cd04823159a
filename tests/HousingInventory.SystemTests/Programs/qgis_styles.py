"""Opens layers of a GeoPackage in QGIS with every style that it holds, draws every class of every legend, and prints what is seen as JSON.

Arguments: GeoPackage (a copy: it is changed so that each class has a feature), then LAYER:SCALE ...
"""
import json
import os
import sys

from osgeo import gdal
from qgis.core import (QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsMapLayer, QgsMapRendererSequentialJob, QgsMapSettings, QgsReadWriteContext,
                       QgsRectangle, QgsRenderContext, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

PIXELS, DPI = 160, 96
STATES = ["not-started", "contacted", "interested", "declined", "do-not-contact", "in-use", "unsuitable", "taken"]
TESTS = ["footprint", "settlement-1", "settlement-2", "stop", "holiday-home", "house-part", "planned", "followup"]


def text(value):
    return "NULL" if value is None else repr(value)


def give_each_class_a_feature(package):
    """No real town has houses of every score, state and reason; this one has."""
    file = gdal.OpenEx(package, gdal.OF_VECTOR | gdal.OF_UPDATE)

    def run(sql):
        file.ExecuteSQL(sql)
        assert not gdal.GetLastErrorMsg(), gdal.GetLastErrorMsg()

    def cycle(layer, column, values):
        for i, value in enumerate(values):
            run(f'UPDATE {layer} SET "{column}" = {text(value)} WHERE fid % {len(values)} = {i}')

    for layer in ("candidates", "candidate_points"):
        names = [f.GetName() for f in file.GetLayer(layer).schema]
        cycle(layer, "score", [90, 70, 50, 30, 10])
        cycle(layer, "state", STATES)
        for name in names:
            if name.endswith("_points"):
                cycle(layer, name, [90, 70, 50, 30, 10, None])
    cycle("buildings", "status", ["secondary", "undetermined"] + 9 * ["nobody-registered"])
    cycle("buildings", "left_out", [None, None, None] + TESTS)
    cycle("stops", "counts", [1, 0, 0])
    cycle("stops", "only_booked", [0, 0, 1])
    run("UPDATE notices SET geom = (SELECT geom FROM candidate_points WHERE candidate_points.fid = notices.fid)")
    cycle("notices", "severity", ["fel", "varning", "upplysning"])
    del file


def classes(renderer):
    if renderer.type() == "graduatedSymbol":
        return [(r.label(), r.symbol().clone()) for r in renderer.ranges()]
    if renderer.type() == "categorizedSymbol":
        return [(c.label(), c.symbol().clone()) for c in renderer.categories()]
    return [("", renderer.symbol().clone())]


def first_of_each_class(layer):
    """The first feature of each class that has one, by the class's number."""
    found, renderer = {}, layer.renderer().clone()
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer.startRender(context, layer.fields())
    keys = {key: i for i, key in enumerate(i.ruleKey() for i in renderer.legendSymbolItems())}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        if feature.hasGeometry():
            for key in renderer.legendKeysForFeature(feature, context):
                found.setdefault(keys.get(key, 0), feature)
    renderer.stopRender(context)
    return found


def draw(layer, feature, scale):
    half = PIXELS / DPI * 0.0254 * scale / 2
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(PIXELS, PIXELS))
    settings.setOutputDpi(DPI)
    # A colour that no style has: white is one of theirs.
    settings.setBackgroundColor(QColor("#ff00ff"))
    geometry = feature.geometry()
    point = geometry.interpolate(geometry.length() / 2).asPoint() if geometry.type() == 1 else geometry.boundingBox().center()
    if layer.name() == "localities":
        # Larger than the picture: its edge is looked at.
        point = next(geometry.vertices())
    settings.setExtent(QgsRectangle(point.x() - half, point.y() - half, point.x() + half, point.y() + half))
    layer.setSubsetString(f"fid = {feature.id()}")
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    layer.setSubsetString("")
    return job.renderedImage()


def count(image, colour):
    """Pixels of a colour, smoothed edges aside."""
    found = 0
    for y in range(PIXELS):
        for x in range(PIXELS):
            pixel = QColor(image.pixel(x, y))
            if abs(pixel.red() - colour.red()) <= 3 and abs(pixel.green() - colour.green()) <= 3 and abs(pixel.blue() - colour.blue()) <= 3:
                found += 1
    return found


def seen_colour(symbol):
    """The fill, or the outline where the fill lets the ground through."""
    return symbol.color() if symbol.color().alpha() == 255 else symbol.symbolLayer(0).strokeColor()


def drawn_classes(layer, scale):
    first = first_of_each_class(layer)
    return {label: count(draw(layer, first[i], scale), seen_colour(symbol)) if i in first else -1 for i, (label, symbol) in enumerate(classes(layer.renderer()))}


def other_styles(layer, scale):
    """The classes of the styles that people may change to, and whether headings stay when they do."""
    own, ids, names, _, _ = layer.listStylesInDatabase()
    styles = {}
    # Those of other layers follow.
    for style, name in zip(ids[:own], names):
        qml, _ = layer.getStyleFromDatabase(style)
        document = QDomDocument()
        document.setContent(qml)
        done, _ = layer.importNamedStyle(document)
        styles[name] = {"loaded": done, "drawn": drawn_classes(layer, scale), "heading": layer.attributeAlias(layer.fields().count() - 1)}
    return styles


def look(package, name, scale):
    layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
    _, styled = layer.loadDefaultStyle()
    widgets = {f.name(): layer.editorWidgetSetup(i) for i, f in enumerate(layer.fields())}
    return {
        "layer": name,
        "valid": layer.isValid(),
        "styled": bool(styled),
        "renderer": layer.renderer().type(),
        "classes": [label for label, _ in classes(layer.renderer())],
        "visibleAt": {str(s): layer.isInScaleRange(s) for s in (2000, 9000)},
        "labelUpTo": layer.labeling().settings().minimumScale if layer.labelsEnabled() else None,
        "aliases": {f.name(): layer.attributeAlias(i) for i, f in enumerate(layer.fields())},
        "valueMaps": {n: w.config()["map"] for n, w in widgets.items() if w.type() == "ValueMap"},
        "styles": other_styles(layer, scale),
    }


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
give_each_class_a_feature(sys.argv[1])
print(json.dumps([look(sys.argv[1], view.split(":")[0], float(view.split(":")[1])) for view in sys.argv[2:]]))
sys.stdout.flush()
# QGIS crashes now and then while it takes itself down; all is said.
os._exit(0)

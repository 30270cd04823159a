"""Opens the project inside a GeoPackage in QGIS and prints what it sees as JSON. Arguments: GeoPackage, name of the project, folder for the printed sheets."""
import json
import os
import sys

from qgis.core import QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsLayoutExporter, QgsProject

PAPER_DPI = 60


def seen_layer(layer):
    fields = layer.fields()
    widgets = {f.name(): layer.editorWidgetSetup(i) for i, f in enumerate(fields)}
    form = layer.editFormConfig()
    return {
        "title": layer.name(),
        "valid": layer.isValid(),
        "source": layer.source(),
        "crs": layer.crs().authid(),
        "spatial": layer.isSpatial(),
        "features": layer.featureCount(),
        "readOnly": layer.readOnly(),
        "style": layer.styleManager().currentStyle(),
        "styles": layer.styleManager().styles(),
        "joins": [{"layer": j.joinLayerId(), "resolved": j.joinLayer() is not None, "editable": j.isEditable(), "upsert": j.hasUpsertOnEdit()} for j in layer.vectorJoins()],
        "aliases": {f.name(): layer.attributeAlias(i) for i, f in enumerate(fields)},
        "valueMaps": {n: w.config()["map"] for n, w in widgets.items() if w.type() == "ValueMap"},
        "widgets": {n: w.type() for n, w in widgets.items() if w.type()},
        "limits": {f.name(): layer.constraintExpression(i) for i, f in enumerate(fields) if layer.constraintExpression(i)},
        "tabs": [t.name() for t in form.tabs()],
        **appearance(layer),
        "editable": [f.name() for i, f in enumerate(fields) if not form.readOnly(i)],
    }


def opens(layer):
    """The address that the action of the layer opens for its first feature; "" without an action."""
    for action in layer.actions().actions():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(next(layer.getFeatures()))
        return QgsExpression.replaceExpressionText(action.command(), context) if action.type() == 5 else ""
    return ""


def appearance(layer):
    if not layer.isSpatial():
        return {}
    renderer = layer.renderer()
    return {
        "renderer": renderer.type(),
        "embedded": renderer.embeddedRenderer().type() if renderer.type() == "pointCluster" else "",
        "visibleAt": {str(s): layer.isInScaleRange(s) for s in (250000, 25000, 9000, 2000)},
        "label": layer.labeling().settings().fieldName if layer.labelsEnabled() else "",
        "opens": opens(layer),
    }


def atlas_pages(layout):
    atlas = layout.atlas()
    if not atlas.enabled():
        return {"pages": []}
    pages = []
    atlas.beginRender()
    for number in range(atlas.count()):
        atlas.seekTo(number)
        feature = layout.reportContext().feature()
        pages.append({
            "name": feature["name"],
            "subtitle": layout.itemById("subtitle").currentText(),
            "covers": layout.itemById("map").extent().contains(feature.geometry().boundingBox()),
        })
    atlas.endRender()
    return {"pages": pages}


def print_sheets(layout, themes, folder):
    pictures = {}
    for number, theme in enumerate(themes):
        layout.itemById("map").setFollowVisibilityPresetName(theme)
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = PAPER_DPI
        path = os.path.join(folder, f"sheet-{number}.png")
        pictures[theme] = path if QgsLayoutExporter(layout).exportToImage(path, settings) == QgsLayoutExporter.Success else ""
    return pictures


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
opened = project.read(f"geopackage:{sys.argv[1]}?projectName={sys.argv[2]}")
extent = project.viewSettings().defaultViewExtent()
layouts = project.layoutManager().printLayouts()
themes = sorted(project.mapThemeCollection().mapThemes())
print(json.dumps({
    "opened": opened,
    "error": project.error(),
    "title": project.title(),
    "crs": project.crs().authid(),
    "extent": [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()],
    "groups": {g.name(): [n.layerId() for n in g.children()] for g in project.layerTreeRoot().children()},
    "layers": {i: seen_layer(layer) for i, layer in project.mapLayers().items()},
    "relations": {i: r.isValid() for i, r in project.relationManager().relations().items()},
    "themes": themes,
    "layouts": {
        layout.name(): {
            "page": [layout.pageCollection().page(0).pageSize().width(), layout.pageCollection().page(0).pageSize().height()],
            "items": [i for i in ("title", "subtitle", "marking", "map", "legend", "scale-bar", "north", "sources") if layout.itemById(i) is not None],
            "texts": [layout.itemById(i).currentText() for i in ("title", "subtitle", "marking", "sources")],
            "atlas": atlas_pages(layout),
            "sheets": print_sheets(layout, themes, sys.argv[3]),
        } for layout in layouts
    },
}))
sys.stdout.flush()
# QGIS crashes now and then while it takes itself down; all is said.
os._exit(0)

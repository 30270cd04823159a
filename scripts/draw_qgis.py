"""Draws the pictures of docs/sv/qgis.md as QGIS itself shows things, without a screen. Arguments: folder of results with a followup.gpkg beside, folder for the pictures."""
import os
import sys

from qgis.core import (QgsApplication, QgsLayoutExporter, QgsMapRendererSequentialJob, QgsMapSettings, QgsLayerTreeModel, QgsProject, QgsRectangle)
from qgis.gui import QgsAttributeForm, QgsGui, QgsLayerTreeView
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

DPI = 96


def picture(name):
    return os.path.join(sys.argv[2], f"qgis-{name}.png")


def save(image, name):
    image.convertToFormat(QImage.Format_RGB32).save(picture(name), "PNG", 0)
    print(picture(name))


def draw(project, theme, centre, scale, width, height):
    settings = QgsMapSettings()
    themes = project.mapThemeCollection()
    settings.setLayers(themes.mapThemeVisibleLayers(theme))
    settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(theme))
    settings.setDestinationCrs(project.crs())
    settings.setOutputSize(QSize(width, height))
    settings.setOutputDpi(DPI)
    settings.setBackgroundColor(QColor("white"))
    metres = 0.0254 * scale / DPI
    settings.setExtent(QgsRectangle(centre.x() - width / 2 * metres, centre.y() - height / 2 * metres, centre.x() + width / 2 * metres, centre.y() + height / 2 * metres))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def fullest(project, reach):
    """The candidate with most candidates, then most houses, around it, so that the pictures have something on them."""
    points = [f.geometry().asPoint() for f in project.mapLayer("inventory_candidate_points").getFeatures()]
    houses = [f.geometry().centroid().asPoint() for f in project.mapLayer("inventory_buildings").getFeatures()]
    return max(points, key=lambda p: (sum(p.distance(q) <= reach for q in points), sum(p.distance(q) <= reach for q in houses), p.x()))


def framed(images, titles, gap=8, head=24):
    width = sum(i.width() for i in images) + gap * (len(images) - 1)
    whole = QImage(width, images[0].height() + head, QImage.Format_RGB32)
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    painter.setFont(QFont("Arial", 11))
    left = 0
    for image, title in zip(images, titles):
        painter.setPen(QColor("#222222"))
        painter.drawText(QRect(left, 0, image.width(), head), Qt.AlignLeft | Qt.AlignVCenter, title)
        painter.drawImage(left, head, image)
        painter.setPen(QColor("#888888"))
        painter.drawRect(left, head, image.width() - 1, image.height() - 1)
        left += image.width() + gap
    painter.end()
    return whole


def legend(project, width, height):
    view = QgsLayerTreeView()
    model = QgsLayerTreeModel(project.layerTreeRoot())
    model.setFlag(QgsLayerTreeModel.ShowLegend)
    view.setModel(model)
    view.resize(width, height)
    for group in project.layerTreeRoot().children():
        group.setExpanded(group.name() not in ("Anmärkningar och tabeller", "Bakgrund"))
    view.show()
    application.processEvents()
    return view.grab().toImage()


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], True)
application.initQgis()
QgsGui.editorWidgetRegistry().initEditors()
project = QgsProject.instance()
assert project.read(f"geopackage:{os.path.abspath(sys.argv[1])}/inventory.gpkg?projectName=inventering"), project.error()
candidates, followup = project.mapLayer("inventory_candidate_points"), project.mapLayer("inventory_followup")
town, block = fullest(project, 1500), fullest(project, 130)
themes = ["Lägespoäng", "Uppföljning", "Folkbokföringsstatus"]

# The project as it opens: legend and map.
overview = draw(project, themes[0], town, 16_000, 610, 470)
save(framed([legend(project, 330, 470), overview], ["Lager", "Karta"]), "projekt")

# One place in three themes.
save(framed([draw(project, theme, block, 3_500, 310, 250) for theme in themes], themes), "teman")

# The same places from far to near.
scales = [250_000, 25_000, 9_000, 2_000]
names = [f"1:{scale:,}".replace(",", " ") for scale in scales]
save(framed([draw(project, themes[0], town if scale > 5_000 else block, scale, 300, 300) for scale in scales], names), "skalor")

# The form of the follow-up.
row = next(followup.getFeatures())
followup.startEditing()
form = QgsAttributeForm(followup, row)
form.resize(620, 440)
form.show()
application.processEvents()
save(form.grab().toImage(), "formular")
followup.rollBack()

# The sheet.
layout = project.layoutManager().layoutByName("Karta A3")
sheet = QgsLayoutExporter(layout).renderPageToImage(0, dpi=58)
save(sheet, "blad")
sys.stdout.flush()
# QGIS crashes now and then while it takes itself down; all is done.
os._exit(0)

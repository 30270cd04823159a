"""The plain part of the run as an analyst writes it with geopandas: run_geopandas.py OUT FOLDER...

Reads the registers, ties residents to homes by id, flags the homes with an address and nobody registered, measures them as the crow flies, ranks them and writes a GeoPackage.
"""
import glob
import os
import sys
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

out, folders = sys.argv[1], sys.argv[2:]
PURPOSES = ["andamal1", "andamal2", "andamal3", "andamal4", "andamal5"]


def layers(pattern):
    files = [f for folder in folders for f in sorted(glob.glob(os.path.join(folder, pattern)))]
    return pd.concat([gpd.read_file(f) for f in files], ignore_index=True)


def tables(name, **how):
    return pd.concat([pd.read_csv(os.path.join(folder, name), dtype=str, **how) for folder in folders], ignore_index=True)


def timetable(name, columns):
    parts = []
    for folder in folders:
        with zipfile.ZipFile(os.path.join(folder, "gtfs.zip")) as packed, packed.open(name) as file:
            parts.append(pd.read_csv(file, dtype=str, usecols=columns))
    return pd.concat(parts, ignore_index=True)


rows = layers("byggnad_*.gpkg")
rows["home"] = False
for purpose in PURPOSES:
    rows["home"] |= rows[purpose].fillna("").str.startswith("Bostad")
ids = rows.loc[rows["home"], "objektidentitet"].unique()
rows = rows.loc[rows["objektidentitet"].isin(ids), ["objektidentitet", "geometry"]]
several = rows["objektidentitet"].duplicated(keep=False)
homes = pd.concat([rows[~several], rows[several].dissolve(by="objektidentitet").reset_index()], ignore_index=True)
homes = gpd.GeoDataFrame(homes.rename(columns={"objektidentitet": "building_id"}), geometry="geometry", crs=rows.crs)
homes["footprint_m2"] = homes.area
places = gpd.GeoDataFrame(homes[["building_id"]], geometry=homes.representative_point(), crs=homes.crs)

# The home that an address lies in, or the nearest within five metres; else the only home on its property.
addresses = layers("belagenhetsadresser_*.gpkg")
addresses = addresses[addresses["statusforbelagenhetsadress"] == "Gällande"]
around = addresses[["belagenhetsadress_objektidentitet", "adressomrade_faststalltnamn", "adressplatsnummer", "geometry"]].rename(
    columns={"belagenhetsadress_objektidentitet": "address_id"}
)
outlines = homes[["building_id", "geometry"]]
inside = gpd.sjoin(around, outlines, predicate="within")
outside = around[~around["address_id"].isin(inside["address_id"])].copy()
outside["point"] = outside.geometry
beside = gpd.sjoin(outside.set_geometry(outside.geometry.buffer(5)), outlines, predicate="intersects")
beside["m"] = gpd.GeoSeries(beside["point"], crs=3006).distance(gpd.GeoSeries(outlines.geometry.loc[beside["index_right"]].values, index=beside.index, crs=3006), align=False)
columns = ["address_id", "adressomrade_faststalltnamn", "adressplatsnummer", "building_id"]
at = pd.concat([inside[columns], beside.sort_values("m")[columns]]).drop_duplicates("address_id")
properties = layers("fastighet_*.gpkg")[["registerenhetsreferens", "geometry"]]
on = gpd.sjoin(places, properties, predicate="intersects")[["building_id", "registerenhetsreferens"]].drop_duplicates()
several = on["registerenhetsreferens"].duplicated(keep=False)
left = gpd.sjoin(around[~around["address_id"].isin(at["address_id"])], properties, predicate="intersects")
at = pd.concat([at, left.merge(on[~several], on="registerenhetsreferens")[columns].drop_duplicates("address_id")])
shares = set(on.loc[several, "building_id"])

residents = tables("residents.csv", sep=";", encoding="cp1252", usecols=["Registerenhet_UUID", "Adress_UUID", "Sekretess", "Avregistrerad"])
now = residents[residents["Avregistrerad"].isna() & residents["Sekretess"].isna()]
by_property = now[now["Adress_UUID"].isna()]
withheld = tables("withheld.csv")["key"]
lived = set(at.loc[at["address_id"].isin(now["Adress_UUID"].dropna().str.lower().unique()), "building_id"])
lived |= set(on.loc[on["registerenhetsreferens"].isin(by_property["Registerenhet_UUID"].dropna().str.lower().unique()), "building_id"])
lived |= set(withheld) | set(at.loc[at["address_id"].isin(withheld), "building_id"]) | set(on.loc[on["registerenhetsreferens"].isin(withheld), "building_id"])

stops = timetable("stops.txt", ["stop_id", "stop_lat", "stop_lon", "location_type"])
served = timetable("stop_times.txt", ["stop_id"])["stop_id"].unique()
stops = stops[(stops["location_type"] == "0") & stops["stop_id"].isin(served)]
stops = gpd.GeoDataFrame(stops[["stop_id"]], geometry=gpd.points_from_xy(stops["stop_lon"].astype(float), stops["stop_lat"].astype(float)), crs=4326).to_crs(3006)
services = layers("services.geojson").to_crs(3006)


def metres(found, points):
    tree = cKDTree(np.column_stack([points.geometry.x, points.geometry.y]))
    return tree.query(np.column_stack([found.geometry.x, found.geometry.y]))[0]


# A home without an address is a home of its own where no other stands on its property.
found = homes[(homes["building_id"].isin(at["building_id"]) | ~homes["building_id"].isin(shares)) & ~homes["building_id"].isin(lived) & homes["footprint_m2"].between(50, 250)]
point = places.loc[found.index]
found = found.assign(
    stop_m=metres(point, stops),
    grocery_m=metres(point, services[services["category"] == "grocery"]),
    school_m=metres(point, services[services["category"] == "school"]),
)
found = found[found["stop_m"] <= 1000]
first = at.sort_values(["adressomrade_faststalltnamn", "adressplatsnummer"]).drop_duplicates("building_id").set_index("building_id")
found["address"] = found["building_id"].map(first["adressomrade_faststalltnamn"] + " " + first["adressplatsnummer"].fillna(""))
points = 4 * (1 - found["stop_m"] / 1000).clip(lower=0) + 3 * (1 - found["grocery_m"] / 3000).clip(lower=0) + (1 - found["school_m"] / 20000).clip(lower=0)
found = found.assign(points=points).sort_values(["points", "building_id"], ascending=[False, True])
found["rank"] = range(1, len(found) + 1)
found.to_file(out, layer="candidates", driver="GPKG")

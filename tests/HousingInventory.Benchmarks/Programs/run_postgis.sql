SET client_min_messages = warning;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

-- Homes: the rows of one identity are one building.
CREATE UNLOGGED TABLE home AS
  SELECT id, geom, ST_Area(geom) AS area, ST_PointOnSurface(geom) AS place FROM (
    SELECT objektidentitet AS id, CASE count(*) WHEN 1 THEN (array_agg(geom))[1] ELSE ST_Multi(ST_Union(geom)) END AS geom
    FROM building
    GROUP BY objektidentitet
    HAVING bool_or(concat(andamal1, '|', andamal2, '|', andamal3, '|', andamal4, '|', andamal5) LIKE '%Bostad;%')) b;
CREATE INDEX ON home USING gist (geom);
CREATE INDEX ON home USING gist (place);
ANALYZE home;
CREATE INDEX ON property USING gist (geom);
ANALYZE property;

CREATE UNLOGGED TABLE "on" AS
  SELECT DISTINCT h.id AS home, p.registerenhetsreferens AS property FROM home h JOIN property p ON ST_Intersects(p.geom, h.place);
CREATE INDEX ON "on" (property);
CREATE INDEX ON "on" (home);
ANALYZE "on";

-- The home that an address lies in, or the nearest within five metres; else the only home on its property.
CREATE UNLOGGED TABLE at AS
  SELECT a.belagenhetsadress_objektidentitet AS address, a.adressomrade_faststalltnamn AS area, a.adressplatsnummer AS number, coalesce(n.id, o.home) AS home
  FROM address a
  LEFT JOIN LATERAL (SELECT h.id FROM home h WHERE ST_DWithin(h.geom, a.geom, 5) ORDER BY h.geom <-> a.geom LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT min("on".home) AS home FROM property p JOIN "on" ON "on".property = p.registerenhetsreferens
    WHERE n.id IS NULL AND ST_Intersects(p.geom, a.geom) HAVING count(DISTINCT "on".home) = 1) o ON true
  WHERE a.statusforbelagenhetsadress = 'Gällande' AND coalesce(n.id, o.home) IS NOT NULL;
CREATE INDEX ON at (address);
CREATE INDEX ON at (home);
ANALYZE at;

-- Registered now, in this municipality, by the id of the address, else by the property.
CREATE UNLOGGED TABLE lived AS
  WITH now AS (
    SELECT DISTINCT lower(nullif(adress_id, '')) AS address, lower(nullif(registerenhet, '')) AS property
    FROM resident WHERE avregistrerad IS NULL AND sekretess IS NULL)
  SELECT at.home FROM now JOIN at ON at.address = now.address
  UNION SELECT "on".home FROM now JOIN "on" ON "on".property = now.property WHERE now.address IS NULL
  UNION SELECT key FROM withheld
  UNION SELECT at.home FROM withheld JOIN at ON at.address = withheld.key
  UNION SELECT "on".home FROM withheld JOIN "on" ON "on".property = withheld.key;
CREATE INDEX ON lived (home);
ANALYZE lived;

CREATE UNLOGGED TABLE post AS
  SELECT s.id, ST_Transform(ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326), 3006) AS geom FROM stop s
  WHERE s.kind = 0 AND s.id IN (SELECT stop FROM call);
CREATE INDEX ON post USING gist (geom);
CREATE UNLOGGED TABLE shop AS SELECT category, ST_Transform(wkb.geom, 3006) AS geom FROM service wkb;
CREATE INDEX shop_grocery ON shop USING gist (geom) WHERE category = 'grocery';
CREATE INDEX shop_school ON shop USING gist (geom) WHERE category = 'school';
ANALYZE post;
ANALYZE shop;

-- A home without an address is a home of its own where no other stands on its property.
CREATE TABLE candidate AS
  SELECT h.id AS building_id, a.area || coalesce(' ' || a.number, '') AS address, h.area AS footprint_m2, s.m AS stop_m, g.m AS grocery_m, c.m AS school_m,
    rank() OVER (ORDER BY 4 * greatest(0, 1 - s.m / 1000) + 3 * greatest(0, 1 - g.m / 3000) + greatest(0, 1 - c.m / 20000) DESC, h.id) AS rank, h.geom
  FROM home h
  LEFT JOIN LATERAL (SELECT area, number FROM at WHERE at.home = h.id ORDER BY area, number LIMIT 1) a ON true
  CROSS JOIN LATERAL (SELECT p.geom <-> h.place AS m FROM post p ORDER BY p.geom <-> h.place LIMIT 1) s
  LEFT JOIN LATERAL (SELECT p.geom <-> h.place AS m FROM shop p WHERE category = 'grocery' ORDER BY p.geom <-> h.place LIMIT 1) g ON true
  LEFT JOIN LATERAL (SELECT p.geom <-> h.place AS m FROM shop p WHERE category = 'school' ORDER BY p.geom <-> h.place LIMIT 1) c ON true
  WHERE h.area BETWEEN 50 AND 250 AND s.m <= 1000 AND NOT EXISTS (SELECT FROM lived WHERE lived.home = h.id)
    AND (a.area IS NOT NULL OR NOT EXISTS (SELECT FROM "on" m JOIN "on" n USING (property) WHERE m.home = h.id AND n.home <> h.id))
  ORDER BY rank;

CREATE UNLOGGED TABLE resident (personnummer text, fornamn text, efternamn text, kommunkod text, fastighet text, fiktivt text, registerenhet text, adress text, postnr text,
  postort text, lagenhet text, adress_id text, lagenhet_id text, datum text, sekretess text, avregistrerad text);
CREATE UNLOGGED TABLE withheld (key text);
CREATE UNLOGGED TABLE stop (id text, name text, lat float8, lon float8, kind int, parent text, platform text);
CREATE UNLOGGED TABLE call (stop text);

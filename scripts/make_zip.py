"""Packs a folder as a zip that is the same, byte for byte, whenever the same files are packed: sorted names, one date, only two modes.

    make_zip.py FOLDER ZIP EPOCH     EPOCH: seconds since 1970, the date of every file
"""
import os
import sys
import time
import zipfile


def main(folder, target, epoch):
    # Zip knows even seconds from 1980 on, without a zone; UTC everywhere.
    date = max(time.gmtime(int(epoch))[:6], (1980, 1, 1, 0, 0, 0))
    root = os.path.basename(folder)
    names = sorted(
        os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/")
        for place, _, files in os.walk(folder) for name in files)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            path = os.path.join(folder, name)
            entry = zipfile.ZipInfo(f"{root}/{name}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix: without it no mode is kept
            entry.external_attr = (0o100755 if os.access(path, os.X_OK) else 0o100644) << 16
            with open(path, "rb") as file:
                archive.writestr(entry, file.read(), compresslevel=9)


if __name__ == "__main__":
    main(*sys.argv[1:])

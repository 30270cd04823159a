using System.IO.Compression;

namespace HousingInventory.Formats.Archives;

/// <summary>Opens zips that come from outside: within the limits, and with every length and checksum verified as the bytes are read.</summary>
internal static class ZipReading
{
    /// <summary>Opens an archive, which takes the stream over.</summary>
    /// <exception cref="DataFormatException">It is damaged, or asks for more than the limits allow.</exception>
    public static ZipArchive Open(Stream stream)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            CheckSize(archive, stream.Length);
            return archive;
        }
        catch (Exception e)
        {
            archive?.Dispose();
            stream.Dispose();
            throw FileHead.IsArchiveFault(e) ? FileHead.DamagedArchive() : e;
        }
    }

    /// <summary>The content of a file in an archive. What does not have the length and checksum that the archive states is refused at its end.</summary>
    /// <exception cref="DataFormatException">It is damaged, also while it is read.</exception>
    public static Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return new CheckedStream(entry.Open(), entry.Length, entry.Crc32);
        }
        catch (Exception e) when (FileHead.IsArchiveFault(e))
        {
            throw FileHead.DamagedArchive();
        }
    }

    private static void CheckSize(ZipArchive archive, long packed)
    {
        ReadLimits limits = ReadLimits.Current;
        if (archive.Entries.Count > limits.Files)
        {
            throw new DataFormatException($"The zip holds {archive.Entries.Count} files, more than the {limits.Files} that limits.files allows; unpack it and name the file that is meant.");
        }

        long unpacked = archive.Entries.Sum(static e => e.Length);
        if (unpacked > limits.UnpackedBytes(packed))
        {
            throw new DataFormatException($"The zip would unpack from {packed >> 10} kB to {unpacked >> 20} MB, more than limits.unpackedTimes and limits.unpackedMB allow; unpack it yourself if it is meant so, and name the file in it.");
        }
    }

    /// <summary>A file of a zip that counts its bytes and adds up its checksum.</summary>
    private sealed class CheckedStream(Stream inner, long length, uint checksum) : ReadStream
    {
        private Crc32 _crc = new();
        private long _read;
        private bool _isAtEnd;

        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = inner.Read(buffer);
            }
            catch (Exception e) when (FileHead.IsArchiveFault(e))
            {
                throw FileHead.DamagedArchive();
            }

            _crc.Add(buffer[..read]);
            _read += read;
            if (_read > length || (read == 0 && buffer.Length > 0 && !_isAtEnd && (_read < length || _crc.Value != checksum)))
            {
                throw new DataFormatException("The zip is damaged: a file in it has not the length or the checksum that it states; fetch it again.");
            }

            _isAtEnd |= read == 0 && buffer.Length > 0;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

using HousingInventory.Diagnostics;
using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>One source while it is read: where it is, what the user says of it, and the books that are kept on its rows. One thread uses it.</summary>
internal sealed class SourceFile
{
    private const string TablePrefix = "postgis:";

    private readonly Source _source;
    private readonly Batch _into;
    private readonly List<IFeatureCursor> _opened = [];
    private Carrier? _carrier;
    private DataFormat? _format;
    private string? _firstFault;
    private long _unreadMunicipalities;
    private (string? Text, string? County, string? Code) _lastMunicipality;

    public SourceFile(Source source, InputFile info, Batch into, SourceFrame frame, PersonHasher hasher)
    {
        _source = source;
        _into = into;
        Info = info;
        Hasher = hasher;
        FullPath = IsTable ? source.Path![TablePrefix.Length..] : frame.Resolve(source.Path!);
        WorkingCrs = frame.WorkingCrs;
        Municipalities = frame.Municipalities;
        AsOfGuess = frame.AsOf ?? source.Extracted ?? new DateOnly(2026, 1, 1);
        _into.Files.Add(info);
        info.Extracted = source.Extracted;
    }

    /// <summary>Hashes persons' numbers for this run.</summary>
    public PersonHasher Hasher { get; }

    /// <summary>A day that tells the century of a ten-digit number; it needs to be no more than roughly right.</summary>
    public DateOnly AsOfGuess { get; }

    /// <summary>The books: rows read, used and left out.</summary>
    public InputFile Info { get; }

    /// <summary>Absolute path; for a table, the text after <c>postgis:</c>.</summary>
    public string FullPath { get; }

    public Crs WorkingCrs { get; }

    /// <summary>Codes of the municipalities whose rows count; empty when all do.</summary>
    public IReadOnlyList<string> Municipalities { get; }

    public bool IsTable => _source.Path!.StartsWith(TablePrefix, StringComparison.Ordinal);

    /// <summary>The format of the bytes. Never asked for a table of a database.</summary>
    public DataFormat Format => _format ??= Guard(() => DataFile.Recognise(FullPath));

    /// <summary>The layout that the configuration says; null when it is to be recognised.</summary>
    public SourceLayout? SaidLayout => _source.Layout is { } name ? _source.Vocabulary.Find(name) : null;

    /// <summary>What the source is carried by, told from the bytes.</summary>
    /// <exception cref="InputException">The configuration says a layout of another carrier, or names columns where there are none.</exception>
    public Carrier Carrier => _carrier ??= Settle(Recognise());

    public ReadOptions Options => new(_source.Layer, _source.Crs is { } said ? CrsTable.FindByText(said) : null, _source.Encoding, _source.Delimiter?[0])
    {
        NothingOnDisk = _source is ResidentsSource or WithheldSource,
        MayHaveTitle = _source is not WithheldSource,
        Wish = _source switch
        {
            BuildingsSource or PropertiesSource or LocalitiesSource or HolidayAreasSource or OnDemandZonesSource => GeometryWish.Areas,
            RoadsSource => GeometryWish.Lines,
            AddressesSource or ServicesSource => GeometryWish.Points,
            _ => GeometryWish.Any,
        },
    };

    /// <summary>
    /// Opens the layer that the user named, else the only one, else the one that is called by the first of these names letter for letter, else the first that
    /// <paramref name="fits"/>.
    /// </summary>
    /// <exception cref="InputException">It cannot be opened, or none of several layers fits.</exception>
    public SaidCursor Open(Func<LayerInfo, bool> fits, params string[] names) => Guard(() =>
    {
        _ = Carrier;
        IFeatureCursor cursor = IsTable
            ? PostGisTable.Open(ConnectionText(), _source.Path![TablePrefix.Length..], Options)
            : DataFile.Open(FullPath, Options, layers => Pick(layers, fits, names).Name);
        if (!IsTable && _source.Layer is { } said && !said.Equals(cursor.Layer.Name, StringComparison.OrdinalIgnoreCase))
        {
            // Delimited text and GeoJSON hold one layer, which is named after the file.
            string only = cursor.Layer.Name;
            cursor.Dispose();
            throw Refuse($"holds no layer '{said}', only '{only}'; leave \"layer\" out.");
        }

        // The day on which somebody saved a workbook or a table is no day of its data; a GeoPackage says when its content was changed.
        bool isSaveDay = _source is ResidentsSource || IsTable || Format is DataFormat.Xlsx or DataFormat.Dbf or DataFormat.Shapefile;
        Info.Extracted ??= isSaveDay ? null : cursor.Layer.LastChange;
        _opened.Add(cursor);
        return new SaidCursor(cursor, this);
    });

    /// <summary>Reads a file that is no table; a zip that holds it is unpacked first.</summary>
    public T Unpacked<T>(Func<string, T> read) => Guard(() =>
    {
        using DeliveredFile file = DeliveredFile.Open(FullPath);
        return read(file.Path);
    });

    /// <summary>Opens a population extract, in whichever carrier.</summary>
    public ResidentRows OpenResidents() => Guard<ResidentRows>(() =>
    {
        if (Carrier == Carrier.Register)
        {
            return new PopulationRows(PopulationFile.Open(FullPath, SaidLayout?.Name));
        }

        SaidCursor cursor = Open(static _ => true);
        try
        {
            return new TableRows(this, cursor);
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    });

    /// <summary>Ends the command when the file is not there, is a folder, or is empty.</summary>
    public void MustExist()
    {
        if (Directory.Exists(FullPath) && Info.Type != "timetable")
        {
            throw Refuse("is a folder; name the file in it.");
        }

        if (!File.Exists(FullPath) && !Directory.Exists(FullPath))
        {
            throw Refuse("does not exist; check the path, which is relative to the configuration.");
        }

        if (File.Exists(FullPath) && new FileInfo(FullPath).Length == 0)
        {
            throw Refuse("is empty; order or export it again.");
        }
    }

    /// <summary>
    /// Tells of a source without a row. Ends the command when the file has rows and not one is of use: then it is another file than was meant, and going on would look like a place without roads
    /// or services. Residents have a rule of their own, and a follow-up may well be about homes that are gone.
    /// </summary>
    public void MustBeOfUse()
    {
        if (_opened.Exists(static c => c.MayBeCut))
        {
            Notice(new SourceMayBeCut());
        }

        // A plan's tables are small and typed by hand: one without a row is ordinary, and of one household nothing may be right.
        if (_source.ReadBy == SourceReader.Plan)
        {
            return;
        }

        if (Info.Read == 0 && Info.Type is not ("residents" or "followup" or "withheld") && !(_source is EvidenceSource { Basis: null or "" }))
        {
            Notice(new SourceIsEmpty());
        }

        if (Info is { Read: > 0, Used: 0 } && Info.Type is not ("residents" or "followup" or "withheld") && !Info.LeftOut.ContainsKey("other-municipality"))
        {
            string reasons = string.Join(", ", Info.LeftOut.Select(r => FormattableString.Invariant($"{r.Key} {r.Value}")));
            Sentence first = _firstFault is null ? "" : Sentence.Of($"; the first {_firstFault}");
            throw Refuse($"none of its {Info.Read} rows can be used as {Info.Type} ({reasons}{first}); check the path, or what 'housing-inventory inspect' says of the file.");
        }

        if (_unreadMunicipalities > 0)
        {
            Notice(new MunicipalitiesNotRead(_unreadMunicipalities));
        }
    }

    /// <summary>The code of a municipality as a table writes it, alone or with that of its county; null when nothing stands there, or nothing that can be read, which is counted.</summary>
    public string? MunicipalityOf(string? text, string? county = null)
    {
        if (text is null)
        {
            return null;
        }

        // Nearly every row has the code of the row before.
        if (text != _lastMunicipality.Text || county != _lastMunicipality.County)
        {
            _lastMunicipality = (text, county, Model.Municipalities.Read(text, county));
        }

        _unreadMunicipalities += _lastMunicipality.Code is null ? 1 : 0;
        return _lastMunicipality.Code;
    }

    /// <summary>What the coordinates are, when a first reading of the layer has told; else null.</summary>
    public CoordinateReading? Decided { get; init; }

    /// <summary>What most coordinates are, when the layer was read as something else: then everything read is void, and the layer must be read once more.</summary>
    public CoordinateReading? Outvoted { get; set; }

    /// <summary>What the configuration says of columns, for sources that have none.</summary>
    public IReadOnlyDictionary<string, string> SaidColumns => _source.Columns;

    /// <summary>The columns of a layer by meaning.</summary>
    public ColumnMap Columns(LayerInfo layer) => new(layer, _source.Vocabulary, _source.Columns, SaidLayout, Refuse);

    /// <summary>Reads geometries of a layer into the working CRS.</summary>
    public PlaceReader Places(SaidCursor cursor) => new(this, cursor);

    /// <summary>Adds a notice on this source.</summary>
    public void Notice(Notice notice) => _into.Notices.Add(notice with { Source = Info.Id });

    /// <summary>Adds a notice on one record of this source, and counts the record as left out.</summary>
    public void LeaveOut(string reason, Notice notice, long row)
    {
        Info.Leave(reason);
        _firstFault ??= (notice as BrokenRecord)?.Why;
        _into.Notices.Add(notice with { Source = Info.Id, Row = row });
    }

    /// <summary>The one line for a source that cannot be used.</summary>
    public InputException Refuse(Sentence sentence) => new($"{Info.Path} ({Info.Id}): {sentence}");

    /// <summary>Runs a read of the file, and turns its failures into the one line for people.</summary>
    public T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DataFormatException e)
        {
            throw new InputException($"{Info.Path} ({Info.Id}): {e.Said}", e);
        }
        catch (InputException e) when (!e.Message.StartsWith(Info.Path, StringComparison.Ordinal))
        {
            throw new InputException($"{Info.Path} ({Info.Id}): {e.Said}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{Info.Path} ({Info.Id}) does not exist; check the path, which is relative to the configuration.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Info.Path} ({Info.Id}) cannot be opened: close it in other programs and check that you may read it.", e);
        }
    }

    private Carrier Recognise()
    {
        if (IsTable)
        {
            return Carrier.Table;
        }

        return _source is ResidentsSource
            ? SaidLayout?.Carrier == Carrier.Register || LooksLikeRegister() ? Carrier.Register : Carrier.Table
            : BuildingXml.Is(this) ? Carrier.BuildingXml
            : Format == DataFormat.OsmPbf ? Carrier.OpenStreetMap : Carrier.Table;
    }

    private Carrier Settle(Carrier carrier)
    {
        if (SaidLayout is { } said && said.Carrier != carrier)
        {
            throw Refuse($"is {Word(carrier)}, and the layout '{said.Name}' is read from {Word(said.Carrier)}; leave \"layout\" out, or name the right file.");
        }

        IEnumerable<string> known = carrier switch
        {
            Carrier.Table => _source.Vocabulary.Columns.Select(static w => w.Target),
            Carrier.OpenStreetMap => _source.Vocabulary.Tags,
            _ => [],
        };
        if (_source.Columns.Keys.FirstOrDefault(k => !known.Contains(k)) is { } unknown)
        {
            throw Refuse(known.Any()
                ? Sentence.Of($"is {Word(carrier)}, for which columns.{unknown} is not known; it knows {string.Join(", ", known)}.")
                : Sentence.Of($"is {Word(carrier)}, which has no columns to name; leave \"columns\" out."));
        }

        return carrier;
    }

    private static string Word(Carrier carrier) => carrier switch
    {
        Carrier.Register => "a delivery of the population register",
        Carrier.BuildingXml => "Lantmäteriet's XML of buildings",
        Carrier.OpenStreetMap => "OpenStreetMap",
        Carrier.Timetable => "a timetable",
        _ => "a table or layer",
    };

    private string ConnectionText() => Secret.Of(_source.Connection!);

    /// <summary>Whether the bytes are those of Navet, SPAR or another text that only the register readers can judge: their refusal says most.</summary>
    private bool LooksLikeRegister()
    {
        Span<byte> head = stackalloc byte[4096];
        using FileStream stream = File.OpenRead(FullPath);
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        ReadOnlySpan<byte> text = head.TrimStart("\uFEFF \t\r\n"u8);
        return PopulationFile.Recognise(head) is not null || text.StartsWith("<"u8) || text.StartsWith("{"u8) || text.StartsWith("["u8)
            || (head.StartsWith("PK\x03\x04"u8) && ZipHoldsRegister());
    }

    private bool ZipHoldsRegister()
    {
        try
        {
            using System.IO.Compression.ZipArchive archive = System.IO.Compression.ZipFile.OpenRead(FullPath);
            return archive.GetEntry("[Content_Types].xml") is null && archive.GetEntry("mimetype") is null && archive.Entries.Any(static e => HasEnding(e, ".xml") || HasEnding(e, ".nav") || IsRegister(e));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool HasEnding(System.IO.Compression.ZipArchiveEntry entry, string ending) => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an entry's bytes are those of a register, whatever its name.</summary>
    private static bool IsRegister(System.IO.Compression.ZipArchiveEntry entry)
    {
        byte[] head = new byte[4096];
        using Stream content = entry.Open();
        return PopulationFile.Recognise(head.AsSpan(0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))) is not null;
    }

    // A sheet with a title only, or with somebody's notes, has no heading that the source knows.
    private bool HasWord(LayerInfo layer)
    {
        ColumnMap columns = new(layer, _source.Vocabulary);
        return layer.Columns.Any(c => _source.Columns.Values.Contains(c.Name, StringComparer.OrdinalIgnoreCase) || columns.IsWord(c.Name));
    }

    private LayerInfo Pick(IReadOnlyList<LayerInfo> layers, Func<LayerInfo, bool> fits, string[] names)
    {
        LayerInfo? named = names.Select(name => layers.FirstOrDefault(l => fits(l) && l.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(static l => l is not null);
        bool areAlike = layers.All(l => l.HeadsAreRow && l.Columns.Select(static c => c.Name).SequenceEqual(layers[0].Columns.Select(static c => c.Name), StringComparer.OrdinalIgnoreCase));
        return named ?? layers.FirstOrDefault(l => fits(l) && l.HeadsAreRow && HasWord(l)) ?? layers.FirstOrDefault(l => fits(l) && !(l.HeadsAreRow && l.Columns.Count == 0)) ?? layers.FirstOrDefault(fits)
            ?? (layers.Count == 1 || (layers.Count > 1 && areAlike) ? layers[0] : throw Refuse(layers.Count == 0
                ? "holds no layer or table that can be read; check what it is with 'housing-inventory inspect'."
                : Sentence.Of($"has several layers and none is recognised: name one with \"layer\": {string.Join(", ", layers.Select(l => l.Name))}.")));
    }
}

using System.Globalization;
using System.Text.Unicode;

namespace HousingInventory.Formats;

/// <summary>
/// Persons from Navet's older term-coded file: one "#UP code value" a line between #POST_START and #POST_SLUT (Skatteverket, Navet Bilaga 3). Terms from
/// 02000 on are relations, citizenship and history and are passed over. Each line is read as UTF-8 when it is that, else as Windows-1252.
/// </summary>
public sealed class NavetTermCodedReader : IPopulationCursor
{
    private readonly ByteLineReader _lines;
    private readonly IDisposable? _container;
    private readonly TextPool _pool = new();
    private readonly string?[] _placeTerms = new string?[3];
    private char[] _chars = new char[1024];
    private string? _county;
    private string? _municipality;
    private bool _recognised;
    private bool _inPost;
    private bool _complete = true;
    private bool _isChangeOrder;
    private bool _hasCaseType;
    private bool _windows1252Seen;
    private long _changeNotices;

    /// <summary>Takes the stream over. <paramref name="container"/> is closed after it, for a stream that lies in an archive.</summary>
    public NavetTermCodedReader(Stream stream, IDisposable? container = null)
    {
        _lines = new ByteLineReader(stream);
        _container = container;
    }

    /// <inheritdoc/>
    public string Layout => PopulationFile.NavetTerms;

    /// <inheritdoc/>
    public PopulationRecord Current { get; } = new();

    /// <inheritdoc/>
    public long Row { get; private set; }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    /// <remarks>From #EFFEKTUERAD.</remarks>
    public DateOnly? Extracted { get; private set; }

    /// <inheritdoc/>
    /// <remarks>
    /// True when the order names an interval of change (#DATUM_ANDRING) or changes as its kind, when records lie in days (#DAG_START), or when most of
    /// them name a kind of case.
    /// </remarks>
    public bool LooksLikeChangeFile => _isChangeOrder || _changeNotices * 2 > Row;

    /// <inheritdoc/>
    /// <remarks>From #ANTAL_POSTER.</remarks>
    public long? StatedCount { get; private set; }

    /// <summary>"Windows-1252" once a line was met that is not UTF-8, else "UTF-8".</summary>
    public string Encoding => _windows1252Seen ? "Windows-1252" : "UTF-8";

    /// <inheritdoc/>
    public bool Read()
    {
        Start(fault: null);
        while (_lines.Read())
        {
            if (!_recognised && _lines.Line.Contains((byte)0))
            {
                throw new DataFormatException("The file is in UTF-16 or no text at all; save it as UTF-8.");
            }

            if (_lines.Line.Contains((byte)0))
            {
                // Lines that a fault of the medium has joined: what one of them says could pass for the value of another.
                Fault ??= _inPost ? "holds a NUL" : null;
                continue;
            }

            ReadOnlySpan<char> line = Decode(_lines.Line).Trim("\uFEFF \t\x1A");
            if (line.IsEmpty)
            {
                continue;
            }

            int blank = line.IndexOfAny(' ', '\t');
            ReadOnlySpan<char> tag = blank < 0 ? line : line[..blank];
            ReadOnlySpan<char> value = blank < 0 ? default : line[blank..].TrimStart();
            if (tag is "#UP")
            {
                ReadTerm(value);
            }
            else if (ReadMarker(tag, value))
            {
                return true;
            }
        }

        if (!_recognised || !_complete || _inPost)
        {
            throw new DataFormatException(_recognised
                ? "The file ends before #DATA_SLUT, so persons are missing; fetch the delivery again."
                : "The file holds no #INFO_START or #POST_START, so it is no term-coded delivery from Navet; name the file that Skatteverket delivered.");
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Current.Clear();
        _chars.AsSpan().Clear();
        _lines.Dispose();
        _container?.Dispose();
    }

    private void Start(string? fault)
    {
        Fault = fault;
        Current.Clear();
        _placeTerms.AsSpan().Clear();
        _county = _municipality = null;
        _hasCaseType = false;
    }

    /// <summary>True when the marker ends a person.</summary>
    private bool ReadMarker(ReadOnlySpan<char> tag, ReadOnlySpan<char> value)
    {
        switch (tag)
        {
            case "#POST_START":
                _recognised = true;
                _complete = false;
                bool wasOpen = _inPost;
                _inPost = true;
                if (wasOpen)
                {
                    Finish();
                    Fault = "has no #POST_SLUT";
                }

                return wasOpen;
            case "#POST_SLUT":
                bool ends = _inPost;
                _inPost = false;
                if (ends)
                {
                    Finish();
                }

                return ends;
            case "#INFO_START" or "#DATA_START" or "#MEDIELEV_START":
                _recognised = true;
                _complete = tag is not "#DATA_START" && _complete;
                break;
            case "#DATA_SLUT" or "#AVST_START" or "#FIL_SLUT":
                _complete = true;
                break;
            case "#EFFEKTUERAD":
                Extracted = RegisterText.Date(value) ?? Extracted;
                break;
            case "#DAG_START":
                _isChangeOrder = true;
                break;
            case "#DATUM_ANDRING" or "#DATUM_ÄNDRING":
                _isChangeOrder |= !value.IsEmpty;
                break;
            case "#BESTÄLLNINGSTYP" or "#BESTALLNINGSTYP":
                _isChangeOrder |= value.Contains("ändr", StringComparison.OrdinalIgnoreCase) || value.Contains("andr", StringComparison.OrdinalIgnoreCase);
                break;
            case "#ANTAL_POSTER":
                StatedCount = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : StatedCount;
                break;
            default:
                ReadUnknown(tag);
                break;
        }

        return false;
    }

    private void ReadUnknown(ReadOnlySpan<char> tag)
    {
        if (_inPost)
        {
            Fault ??= "has a line that is no #UP";
        }
        else if (!_recognised && tag[0] != '#')
        {
            throw new DataFormatException("The file does not start with a # marker, so it is no term-coded delivery from Navet; name the file that Skatteverket delivered.");
        }
    }

    private void ReadTerm(ReadOnlySpan<char> text)
    {
        if (!_inPost)
        {
            return;
        }

        if (text.Length < 5 || !RegisterText.IsDigits(text[..5]) || (text.Length > 5 && text[5] is not (' ' or '\t')))
        {
            Fault ??= "has a term without a five-digit code";
            return;
        }

        // A lone $ marks a field that was emptied. A code may come again; what is current comes first.
        ReadOnlySpan<char> value = text[5..].Trim();
        if (text[..2] is "01" && !value.IsEmpty && value is not "$")
        {
            ReadCurrentTerm(int.Parse(text[2..5], NumberStyles.None, CultureInfo.InvariantCulture), value);
        }
    }

    private void ReadCurrentTerm(int code, ReadOnlySpan<char> value)
    {
        switch (code)
        {
            case 1:
                Current.SetPersonNumber(value);
                break;
            case 3 or 20:
                Current.IsProtected |= RegisterText.IsSet(value);
                break;
            case 4:
                _hasCaseType = true;
                break;
            case 6:
                Current.DeregistrationReason ??= _pool.Get(value);
                Current.IsDeregistered = true;
                break;
            case 7:
                Current.IsDeregistered |= !value.Trim('0').IsEmpty;
                break;
            case 21:
                Current.RegisteredOn = Current.RegisteredOn != 0 ? Current.RegisteredOn : RegisterDate.Sortable(value);
                break;
            case 22:
                _county ??= _pool.Get(value);
                break;
            case 23:
                _municipality ??= _pool.Get(value);
                break;
            case 24 or 25 or 26:
                _placeTerms[code - 24] ??= _pool.Get(value);
                break;
            case 32:
                Current.AddressLine1 ??= _pool.Get(value);
                break;
            case 33:
                Current.AddressLine2 ??= _pool.Get(value);
                break;
            case 34:
                Current.PostalCode ??= RegisterText.PostalCode(value, _pool);
                break;
            case 35:
                Current.PostTown ??= _pool.Get(value);
                break;
            case 41:
                Current.PropertyNationalKey ??= RegisterText.Key(value, _pool);
                break;
            case 42:
                Current.AddressNationalKey ??= RegisterText.Key(value, _pool);
                break;
            case 43:
                Current.DwellingNationalKey ??= RegisterText.Key(value, _pool);
                break;
        }
    }

    /// <summary>
    /// The codes of parish (01024), property (01025) and fictitious number (01026) are known from their order only. A designation holds letters, the
    /// other two are digits, so the property is taken from the neighbour when it does not stand where it should.
    /// </summary>
    private void Finish()
    {
        Row++;
        _changeNotices += _hasCaseType ? 1 : 0;
        Current.MunicipalityCode = RegisterText.MunicipalityCode(_county, _municipality, _pool);
        int property = HasLetter(_placeTerms[1]) ? 1 : HasLetter(_placeTerms[2]) ? 2 : HasLetter(_placeTerms[0]) ? 0 : -1;
        Current.Property = property < 0 ? null : _placeTerms[property];
        Current.HasFictitiousProperty = property != 2 && RegisterText.IsDigits(_placeTerms[2]) && RegisterText.IsFictitious(_placeTerms[2]);
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> line)
    {
        if (_chars.Length < line.Length)
        {
            _chars = new char[line.Length * 2];
        }

        bool isUtf8 = Utf8.IsValid(line);
        _windows1252Seen |= !isUtf8;
        return _chars.AsSpan(0, (isUtf8 ? System.Text.Encoding.UTF8 : TextEncodings.Windows1252).GetChars(line, _chars));
    }
}

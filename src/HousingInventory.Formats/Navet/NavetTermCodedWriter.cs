using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>
/// Writes synthetic persons as a full extract in Navet's term-coded form, Windows-1252 with LF. The same persons give the same bytes on every machine.
/// Characters that the encoding lacks are replaced.
/// </summary>
public sealed class NavetTermCodedWriter : IDisposable
{
    private readonly StreamWriter _lines;
    private readonly char _separator;
    private long _count;

    /// <summary>Starts the delivery; the stream stays open when the writer is disposed of.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="extracted">The day that the extract is for.</param>
    /// <param name="separator">Blank or TAB between tag, code and value.</param>
    public NavetTermCodedWriter(Stream stream, DateOnly extracted, char separator = ' ')
    {
        _separator = separator;
        _lines = new StreamWriter(stream, TextEncodings.Windows1252, leaveOpen: true) { NewLine = "\n" };
        _lines.WriteLine("#INFO_START");
        Tag("#FILTYP", "Avisering");
        Tag("#BESTÄLLNINGSID", "0000000-01");
        Tag("#BESTÄLLNINGSTYP", "Grunduttag");
        Tag("#EFFEKTUERAD", Day(extracted));
        _lines.WriteLine("#INFO_SLUT");
        _lines.WriteLine("#DATA_START");
    }

    /// <summary>Adds a person.</summary>
    public void Write(PopulationEntry person)
    {
        _count++;
        _lines.WriteLine("#POST_START");
        Term(1001, person.PersonNumber);
        Term(1003, person.HasSecrecyMark ? "J" : null);
        Term(1006, person.DeregistrationReason);
        Term(1007, person.DeregisteredOn is DateOnly ended ? Day(ended) : null);
        Term(1012, person.GivenName);
        Term(1014, person.Surname);
        Term(1020, person.HasProtectedRegistration ? "J" : null);
        WriteHome(person.Home);
        if (person.PostalAddress is PopulationHome postal)
        {
            Term(1052, postal.AddressLine1);
            Term(1053, postal.AddressLine2);
            Term(1054, postal.PostalCode);
            Term(1055, postal.PostTown);
        }

        foreach (PopulationHome home in person.FormerHomes)
        {
            WriteFormerHome(home);
        }

        _lines.WriteLine("#POST_SLUT");
    }

    /// <summary>Ends the delivery with the count of its records.</summary>
    public void Dispose()
    {
        _lines.WriteLine("#DATA_SLUT");
        _lines.WriteLine("#AVST_START");
        Tag("#ANTAL_POSTER", _count.ToString(CultureInfo.InvariantCulture));
        _lines.WriteLine("#AVST_SLUT");
        _lines.WriteLine("#FIL_SLUT");
        _lines.Dispose();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private void WriteHome(PopulationHome home)
    {
        Term(1021, home.RegisteredOn is DateOnly since ? Day(since) : null);
        Term(1022, home.MunicipalityCode?[..2]);
        Term(1023, home.MunicipalityCode?[2..]);
        Term(1025, home.Property);
        Term(1026, home.FictitiousNumber.ToString(CultureInfo.InvariantCulture));
        Term(1031, home.CareOf);
        Term(1032, home.AddressLine1);
        Term(1033, home.AddressLine2);
        Term(1034, home.PostalCode);
        Term(1035, home.PostTown);
        Term(1041, home.PropertyNationalKey);
        Term(1042, home.AddressNationalKey);
        Term(1043, home.DwellingNationalKey);
    }

    /// <summary>The codes inside a history section are made up; the first, without a value, opens it as real sections do.</summary>
    private void WriteFormerHome(PopulationHome home)
    {
        _lines.Write("#UP");
        _lines.Write(_separator);
        _lines.WriteLine("04001");
        Term(4002, home.MunicipalityCode);
        Term(4003, home.Property);
        Term(4004, home.AddressLine2);
    }

    private void Term(int code, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _lines.Write("#UP");
            _lines.Write(_separator);
            _lines.Write(code.ToString("00000", CultureInfo.InvariantCulture));
            _lines.Write(_separator);
            _lines.WriteLine(value);
        }
    }

    private void Tag(string tag, string value)
    {
        _lines.Write(tag);
        _lines.Write(_separator);
        _lines.WriteLine(value);
    }
}

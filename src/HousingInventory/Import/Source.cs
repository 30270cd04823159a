using System.ComponentModel;
using System.Text.Json.Serialization;

namespace HousingInventory.Import;

/// <summary>
/// The door in: one register or data set to read. Its <c>type</c> says what it is; the format is recognised from the bytes and the layout from the columns,
/// and the members here override what was recognised. To add a source: one file with a derived record, and one line here.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BuildingsSource), "buildings")]
[JsonDerivedType(typeof(AddressesSource), "addresses")]
[JsonDerivedType(typeof(PropertiesSource), "properties")]
[JsonDerivedType(typeof(DwellingsSource), "dwellings")]
[JsonDerivedType(typeof(ResidentsSource), "residents")]
[JsonDerivedType(typeof(WithheldSource), "withheld")]
[JsonDerivedType(typeof(RoadsSource), "roads")]
[JsonDerivedType(typeof(TimetableSource), "timetable")]
[JsonDerivedType(typeof(OnDemandZonesSource), "on-demand-zones")]
[JsonDerivedType(typeof(ServicesSource), "services")]
[JsonDerivedType(typeof(LocalitiesSource), "localities")]
[JsonDerivedType(typeof(HolidayAreasSource), "holiday-areas")]
[JsonDerivedType(typeof(EvidenceSource), "evidence")]
[JsonDerivedType(typeof(FollowUpSource), "followup")]
[JsonDerivedType(typeof(HouseholdsSource), "households")]
[JsonDerivedType(typeof(HomesSource), "homes")]
[JsonDerivedType(typeof(VacanciesSource), "vacancies")]
[JsonDerivedType(typeof(PremisesSource), "premises")]
[JsonDerivedType(typeof(OwnersSource), "owners")]
[JsonDerivedType(typeof(LandlordsSource), "landlords")]
[JsonDerivedType(typeof(DecisionsSource), "decisions")]
[JsonDerivedType(typeof(SupportSource), "support")]
[JsonDerivedType(typeof(CandidatesSource), "candidates")]
public abstract record Source
{
    [Description("Name of this source in notices and manifest. Default: its type, then type-2 ...")]
    public string? Id { get; init; }

    [Description("File, relative to this configuration; or postgis:SCHEMA.TABLE.")]
    public string? Path { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Code of the one municipality that it is of: where municipalities are run one by one, no other opens it. Default: every one does.")]
    public string? Municipality { get; init; }

    [Description("Overrides the recognised layout: a name that 'inspect' prints.")]
    public string? Layout { get; init; }

    [Description("Overrides the layer or table.")]
    public string? Layer { get; init; }

    [Description("Overrides the CRS that the file states, for example EPSG:3016.")]
    public string? Crs { get; init; }

    [Description("Overrides the recognised text encoding, for example windows-1252.")]
    public string? Encoding { get; init; }

    [Description("Overrides the recognised separator of delimited text.")]
    public string? Delimiter { get; init; }

    [Description("Column names by what they mean, where they are not recognised.")]
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Description("The day on which the data were extracted. Default: what the file says.")]
    public DateOnly? Extracted { get; init; }

    [Description("Whose the data are and under which terms, for maps and metadata. Default: what is known of the layout.")]
    public string? Licence { get; init; }

    [Description("For postgis: sources, the connection: env:NAME of an environment variable.")]
    public string? Connection { get; init; }

    /// <summary>The layouts and columns that this type knows.</summary>
    internal abstract SourceVocabulary Vocabulary { get; }

    /// <summary>Which job opens it. Neither opens the other's personal sources.</summary>
    [JsonIgnore]
    internal virtual SourceReader ReadBy => SourceReader.Both;

    /// <summary>Reads the whole source into <paramref name="into"/>, which no other source shares. Runs on any thread.</summary>
    /// <exception cref="Diagnostics.InputException">The source cannot be used at all.</exception>
    internal abstract void Read(SourceFile file, Batch into);
}

/// <summary>Who opens a source.</summary>
[Flags]
internal enum SourceReader
{
    /// <summary>The inventory: <c>run</c>, <c>explain</c>, <c>check</c>.</summary>
    Run = 1,

    /// <summary>The plan of who gets which home.</summary>
    Plan = 2,

    Both = Run | Plan,
}

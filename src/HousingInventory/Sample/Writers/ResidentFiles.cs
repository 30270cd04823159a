using System.Globalization;
using System.Text;
using HousingInventory.Formats;

namespace HousingInventory.Sample;

/// <summary>The population register in its three forms.</summary>
internal static class ResidentFiles
{
    /// <summary>The day of the extract.</summary>
    public static DateOnly Extracted { get; } = new(2026, 11, 2);

    /// <summary>Skatteverket's Navet XML.</summary>
    public static void WriteNavet(SampleTown town, Stream stream)
    {
        using NavetXmlWriter writer = new(stream, Extracted);
        foreach (Registration post in town.Registrations)
        {
            writer.Write(Entry(post, town.Place.Code));
        }
    }

    /// <summary>A municipal extract: semicolons, Windows-1252, CRLF, as a vendor's system on a municipal computer writes it.</summary>
    public static byte[] Csv(SampleTown town)
    {
        DelimitedText text = new(
            ';', "\r\n", "Personnummer", "Förnamn", "Efternamn", "Kommunkod", "Fastighetsbeteckning", "FiktivtNr", "Registerenhet_UUID", "Adress", "Postnr", "Postort", "Lägenhetsnummer", "Adress_UUID", "Lägenhet_UUID", "Folkbokföringsdatum", "Sekretess", "Avregistrerad");
        foreach (Registration post in town.Registrations)
        {
            text.Add(post.PersonNumber).Add(post.FirstName).Add(post.Surname).Add(post.CountyCode + post.MunicipalityCode);
            text.Add(post.Designation).Add(post.FictitiousNumber).Add(Id(post, post.PropertyId)).Add(post.StreetLine).Add(post.PostalCode).Add(post.PostTown);
            text.Add(post.DwellingNumber).Add(Id(post, post.AddressId)).Add(Id(post, post.DwellingId));
            text.Add(post.RegisteredOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            text.Add(post.ProtectionMark || post.ProtectedRegistration ? "J" : "").Add(post.DeregistrationCode).EndRow();
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text.ToString());
    }

    /// <summary>
    /// Keys with counts, in the order of the keys: registered persons once each, and among the rows without a key nobody who is protected.
    /// </summary>
    public static string Aggregated(SampleTown town)
    {
        SortedDictionary<string, (Registration Post, int Count)> counts = new(StringComparer.Ordinal);
        foreach (Registration post in town.Registrations)
        {
            if (post.Kind is RegistrationKind.Current or RegistrationKind.Unplaced)
            {
                string key = string.Join('\n', post.PostTown, post.StreetLine, post.DwellingNumber, post.Designation, post.PropertyId, post.AddressId, post.DwellingId);
                counts[key] = (post, counts.GetValueOrDefault(key).Count + 1);
            }
        }

        DelimitedText text = new(
            ';', "\n", "kommunkod", "fastighetsbeteckning", "registerenhet_uuid", "adress", "postnr", "postort", "lägenhetsnummer", "adress_uuid", "lägenhet_uuid", "fiktivtnr", "antal");
        foreach ((Registration post, int count) in counts.Values)
        {
            text.Add(post.CountyCode + post.MunicipalityCode).Add(post.Designation).Add(post.PropertyId).Add(post.StreetLine).Add(post.PostalCode);
            text.Add(post.PostTown).Add(post.DwellingNumber).Add(post.AddressId).Add(post.DwellingId).Add(post.FictitiousNumber).Add(count).EndRow();
        }

        return text.ToString();
    }

    private static PopulationEntry Entry(Registration post, string municipality) => new()
    {
        PersonNumber = post.PersonNumber,
        GivenName = post.FirstName,
        Surname = post.Surname,
        HasSecrecyMark = post.ProtectionMark,
        HasProtectedRegistration = post.ProtectedRegistration,
        DeregistrationReason = Null(post.DeregistrationCode),
        DeregisteredOn = post.DeregistrationDate,
        Home = new PopulationHome
        {
            RegisteredOn = post.RegisteredOn,
            MunicipalityCode = post.CountyCode + post.MunicipalityCode,
            Property = Null(post.Designation),
            FictitiousNumber = post.FictitiousNumber,
            RegistrationType = post.DeregistrationCode is "UV" or "OB" ? post.DeregistrationCode : "FB",
            DwellingNumber = Null(post.DwellingNumber),
            AddressLine2 = Null(post.StreetLine),
            PostalCode = Null(post.PostalCode),
            PostTown = Null(post.PostTown),
            PropertyNationalKey = Null(post.PropertyKey),
            AddressNationalKey = Null(post.AddressKey),
            DwellingNationalKey = Null(post.DwellingKey),
            PropertyUuid = Null(Id(post, post.PropertyId)),
            AddressUuid = Null(Id(post, post.AddressId)),
            DwellingUuid = Null(Id(post, post.DwellingId)),
        },
        FormerHomes = [.. post.History.Select(p => new PopulationHome
        {
            RegisteredOn = p.Date,
            MunicipalityCode = municipality,
            Property = p.Designation,
            AddressLine2 = Null(p.StreetLine),
            PostalCode = Null(p.PostalCode),
            PostTown = Null(p.PostTown),
        })],
        PostalAddress = post.ProtectedRegistration ? new PopulationHome { AddressLine2 = "EXEMPELFÖRMEDLINGEN", PostalCode = "00000", PostTown = "EXEMPELSTAD" } : null,
    };

    private static string Id(Registration post, string id) => post.CapitalIds ? id.ToUpperInvariant() : id;

    private static string? Null(string text) => text.Length == 0 ? null : text;
}

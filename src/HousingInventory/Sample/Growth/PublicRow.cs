namespace HousingInventory.Sample;

/// <summary>Shops, schools and care in the middle of a locality, with their service points.</summary>
internal sealed class PublicRow(TownDraft draft, SampleRandom random)
{
    private static readonly (string Category, string Name, int Smallest, int Type, string[] Purposes, double Width)[] Places =
    [
        // Smallest: how many of the localities, largest first, have one.
        ("grocery", "Exempellivs", 12, 2064, ["Verksamhet;"], 24),
        ("school", "Exempelskolan", 10, 2063, ["Samhällsfunktion;Skola"], 40),
        ("pharmacy", "Exempelapoteket", 6, 2064, ["Verksamhet;"], 14),
        ("health_centre", "Exempelhälsocentralen", 7, 2063, ["Samhällsfunktion;Vårdcentral"], 20),
        ("library", "Exempelbiblioteket", 8, 2063, ["Samhällsfunktion;Kulturbyggnad"], 16),
        ("preschool", "Exempelförskolan", 11, 2063, ["Samhällsfunktion;Skola"], 18),
        ("adult_education", "Exempel-SFI", 1, 2063, ["Samhällsfunktion;Skola"], 18),
    ];

    public void Build(Frame row, string quarter, SampleLocality locality, int number, string street, int streetNumber)
    {
        SampleProperty property = draft.AddProperty(quarter, "", 1, row.Rectangle(0, 0, StreetGrid.RowLengthM, StreetGrid.RowDepthM));
        double x = 1;
        foreach ((string category, string name, int smallest, int type, string[] purposes, double width) in Places)
        {
            if (number < smallest)
            {
                // All in one row: the wide ones first, the rest narrower where the row fills up.
                double fits = Math.Min(width, StreetGrid.RowLengthM - 30 - x);
                draft.AddBuilding(SampleBuildingKind.Public, property, TruthLabels.None, type, purposes, row.Rectangle(x, 6, x + fits - 2, 22));
                draft.Town.Services.Add(new SampleServicePlace(category, $"{name} {locality.Name}", row.At(x + (fits / 2), 5)));
                x += fits;
            }
        }

        if (number < 3)
        {
            CareHome(row, x, property, locality, street, streetNumber);
        }

        if (number == 0)
        {
            // A purpose that no list knows, and one that is not there: both occur in deliveries.
            draft.AddBuilding(SampleBuildingKind.Public, property, TruthLabels.None, 2062, ["Industri;Tillverkning"], row.Rectangle(1, 25, 21, 33));
            draft.AddBuilding(SampleBuildingKind.Public, property, TruthLabels.None, 2067, ["Övrig byggnad;"], row.Rectangle(25, 25, 31, 33));
        }
    }

    // People are registered in it although its type is not dwelling.
    private void CareHome(Frame row, double x, SampleProperty property, SampleLocality locality, string street, int streetNumber)
    {
        SampleBuilding home = draft.AddBuilding(
            SampleBuildingKind.CareHome, property, TruthLabels.CareHome, row.Rectangle(x, 6, StreetGrid.RowLengthM - 1, 30));
        home.Occupied = true;
        SampleAddress address = draft.AddAddress(AddressKind.Street, street, "", streetNumber, "", locality, home.Middle);
        home.Addresses.Add(address);
        int rooms = random.Whole(8, 14);
        for (int door = 1; door <= rooms; door++)
        {
            draft.AddDwelling(home, address, (1000 + door).ToString(System.Globalization.CultureInfo.InvariantCulture), 32, 1);
        }
    }
}

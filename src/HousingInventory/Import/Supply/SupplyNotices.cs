using HousingInventory.Diagnostics;

namespace HousingInventory.Import;

[Notice(Severity.Warning, "Värdet i kolumnen {Column} kan inte läsas: raden är utelämnad.", "The value in the column {Column} cannot be read: the row is left out.", FixSv = "Rätta värdet: datum som 2026-03-14, hela tal, ja eller nej.", Fix = "Mend the value: days as 2026-03-14, whole numbers, yes or no.")]
public sealed record ValueUnreadable(string Column) : Notice;

[Notice(Severity.Warning, "Ordet i kolumnen {Column} är inte känt och räknas inte; närmast är {Nearest}.",
    "The word in the column {Column} is not known and does not count; the nearest is {Nearest}.", FixSv = "Skriv ett av orden i docs/sv/veckoplan.md.", Fix = "Write one of the words in docs/sv/veckoplan.md.")]
public sealed record WordUnknown(string Column, string Nearest) : Notice;

[Notice(Severity.Warning, "Raden saknar {Column} och är utelämnad.", "The row lacks {Column} and is left out.", FixSv = "Fyll i kolumnen.", Fix = "Fill in the column.")]
public sealed record ValueMissing(string Column) : Notice;

[Notice(Severity.Warning, "Hyran ser ut att gälla ett helt år: den används som den står.", "The rent looks like that of a whole year: it is used as written.", FixSv = "Flytta den till kolumnen year_rent (årshyra).", Fix = "Move it to the column year_rent.")]
public sealed record RentLooksYearly : Notice;

[Notice(Severity.Warning, "Senaste dag ligger före beslutsdagen: raden används.", "The latest day lies before the day of the decision: the row is used.", FixSv = "Rätta en av dagarna.", Fix = "Mend one of the days.")]
public sealed record LatestBeforeDecided : Notice;

[Notice(Severity.Info, "Vuxna och barn blir inte lika många som hushållets storlek: storleken gäller.", "Adults and children do not add up to the size of the household: the size holds.", FixSv = "Rätta antalen.", Fix = "Mend the numbers.")]
public sealed record CompositionDiffers : Notice;

using HousingInventory.Diagnostics;

namespace HousingInventory.Difference;

/// <summary>Inputs of the earlier run that are gone or were changed since.</summary>
[Notice(
    Severity.Warning,
    "Av det som förra körningen läste är detta borta eller ändrat: {Inputs}. Det som hör dit kan inte skiljas från närmaste orsak.",
    "Of what the earlier run read, this is gone or was changed: {Inputs}. What belongs there cannot be told from the cause beside it.",
    FixSv = "Spara varje månads filer i en egen mapp, och ange previous.results och previous.config.",
    Fix = "Keep each month's files in a folder of their own, and name previous.results and previous.config.")]
public sealed record PreviousInputMissing(string Inputs) : Notice;

/// <summary>Residents and version changed at once.</summary>
[Notice(
    Severity.Info,
    "Förra körningen gjordes med version {Version}, och folkbokföringen är en annan: de två kan inte skiljas åt.",
    "The earlier run was made with version {Version}, and the registrations are others: the two cannot be told apart.",
    FixSv = "Kör den nya versionen en gång på de gamla filerna, och ange den körningen som previous.",
    Fix = "Run the new version once on the old files, and name that run as previous.")]
public sealed record PreviousOfOtherVersion(string Version) : Notice;

/// <summary>The extract is of the same day as last time, so that a difference can only be the list of withheld homes. It is told to whoever runs the command, and stands in no file.</summary>
[Notice(
    Severity.Warning,
    "Folkbokföringen är från samma dag som förra gången, men underlaget är ett annat: den som har båda listorna kan se vilka hem som har undantagits.",
    "The registrations are of the same day as last time, and yet not the same: who holds both lists can see which homes were withheld.",
    FixSv = "Lämna den nya listan bara till dem vars gamla lista har samlats in, eller ta ett nytt uttag.",
    Fix = "Hand the new list only to those who had the old one collected, or take a new extract.")]
public sealed record SameExtractAsPrevious : Notice;

/// <summary>The earlier run had a list of withheld homes, and this one has none: their homes may be listed. It is told to whoever runs the command, and stands in no file.</summary>
[Notice(
    Severity.Error,
    "Förra körningen hade en lista över undantagna hem, och den här har ingen: de hemmen kan stå på listan.",
    "The earlier run had a list of withheld homes, and this one has none: those homes may be listed.",
    FixSv = "Lämna inte ut listan. Ange källan withheld och kör igen.",
    Fix = "Hand the list to nobody. Name the source withheld and run again.")]
public sealed record WithheldListGone : Notice;

/// <summary>Most candidates of the earlier run have ids that today's building register does not know.</summary>
[Notice(
    Severity.Error,
    "Bara {Known} av förra körningens {All} kandidater finns i dagens byggnadsregister: husen verkar ha numrerats om. Ingen jämförelse görs.",
    "Only {Known} of the {All} candidates of the earlier run are in today's building register: the buildings seem to have been numbered anew. Nothing is compared.",
    FixSv = "Ange en källa med samma byggnads-id som förra gången, eller ta bort previous.",
    Fix = "Name a source with the building ids of last time, or leave previous out.")]
public sealed record PreviousOtherIds(int Known, int All) : Notice;

/// <summary>The earlier results should have been deleted by now.</summary>
[Notice(
    Severity.Warning,
    "Förra körningens resultat skulle ha gallrats efter {Day}.",
    "The results of the earlier run were to be deleted after {Day}.",
    FixSv = "Gallra dem när jämförelsen är gjord.",
    Fix = "Delete them when the comparison is made.")]
public sealed record PreviousToBeDeleted(string Day) : Notice;

/// <summary>More than one row in twenty is gone.</summary>
[Notice(
    Severity.Warning,
    "Källan har {Now} rader, över 5 % färre än de {Before} i förra körningen.",
    "The source has {Now} rows, over 5 % fewer than the {Before} of the earlier run.",
    FixSv = "Jämför med leveransbeskedet: en avklippt fil eller en mindre beställning ser ut så. Är det rätt, behöver inget göras.",
    Fix = "Compare with the note of delivery: a cut file or a smaller order looks like that. If it is right, nothing is to be done.")]
public sealed record SourceShrank(long Now, long Before) : Notice;

using HousingInventory.Diagnostics;

namespace HousingInventory.Import;

[Notice(Severity.Warning,
    "Koordinaterna står med axlarna omkastade; de har vänts.",
    "The coordinates stand with swapped axes; they were turned.",
    FixSv = "Kontrollera ett känt hus på kartan. Be leverantören om öst före nord.",
    Fix = "Check a known house on the map. Ask the supplier for easting before northing.")]
public sealed record AxesSwapped : Notice;

[Notice(Severity.Warning,
    "Koordinaterna läses som {Used}; filen anger {Stated}.",
    "The coordinates are read as {Used}; the file states {Stated}.",
    FixSv = "Kontrollera ett känt hus på kartan och ange crs för källan.",
    Fix = "Check a known house on the map and state the source's crs.")]
public sealed record CrsRecognised(string Used, string Stated) : Notice;

[Notice(Severity.Warning,
    "Posten kan inte läsas: {Why}.",
    "The record cannot be read: {Why}.",
    FixSv = "Rätta posten i källan, eller beställ filen på nytt.",
    Fix = "Mend the record in the source, or order the file again.")]
public sealed record BrokenRecord(string Why) : Notice;

[Notice(Severity.Warning,
    "Poster i befolkningsuttaget kan inte läsas ({Count} st).",
    "Records of the population extract cannot be read ({Count}).",
    FixSv = "Kör 'check --register-officer' hos registeransvarig: där visas raderna.",
    Fix = "Run 'check --register-officer' at the register officer's: it shows the rows.")]
public sealed record BrokenResidentRecords(long Count) : Notice;

[Notice(Severity.Error,
    "Folkbokföringen är avskalad till nycklar och antal, men ingen lista över undantagna hus är angiven. Rader om skyddade personer finns inte i en sådan fil, så deras hem ser ut att sakna folkbokförda.",
    "The residents are reduced to keys and counts, but no list of withheld homes is named. Rows of protected persons are not in such a file, so their homes look as if nobody were registered.",
    FixSv = "Be registeransvarig om withheld.csv, som 'reduce' skriver bredvid den avskalade filen, och ange den som källa av typen withheld. Lämna inte ut resultatet dessförinnan.",
    Fix = "Ask the register officer for withheld.csv, which 'reduce' writes beside the reduced file, and name it as a source of type withheld. Pass no result on before that.")]
public sealed record WithheldListMissing : Notice;

[Notice(Severity.Warning,
    "Posten saknar geometri.",
    "The record has no geometry.",
    FixSv = "Rätta posten i källan.",
    Fix = "Mend the record in the source.")]
public sealed record NoPlace : Notice;

[Notice(Severity.Warning,
    "Koordinaterna passar inte {Used}, som de övriga poster har.",
    "The coordinates do not fit {Used}, which the other records have.",
    FixSv = "Rätta posten i källan: en siffra kan saknas, eller så står den i ett annat koordinatsystem.",
    Fix = "Mend the record in the source: a digit may be missing, or it stands in another CRS.")]
public sealed record CoordinatesMisfit(string Used) : Notice;

[Notice(Severity.Warning,
    "Byggnadens kontur är ogiltig och har lagats.",
    "The building's outline is invalid and was mended.",
    FixSv = "Rätta konturen i byggnadsregistret.",
    Fix = "Mend the outline in the building register.")]
public sealed record OutlineMended : Notice;

[Notice(Severity.Warning,
    "Posten är ingen linje och kan inte användas som väg.",
    "The record is no line and cannot be used as a road.",
    FixSv = "Ange vägarnas lager med \"layer\".",
    Fix = "Name the layer of roads with \"layer\".")]
public sealed record NotALine : Notice;

[Notice(Severity.Warning,
    "Posten är ingen yta och kan inte användas.",
    "The record is no area and cannot be used.",
    FixSv = "Beställ data som ytor; byggnader finns så i Byggnad Nedladdning.",
    Fix = "Order the data as areas; Byggnad Nedladdning has buildings so.")]
public sealed record NotAnArea : Notice;

[Notice(Severity.Warning,
    "Zonen säger inte hur många turer den har och används inte.",
    "The zone does not say how many trips it has and is not used.",
    FixSv = "Ange turer_per_vecka, eller dagar (mån-fre) och tider (08:10, 13:10).",
    Fix = "State trips_per_week, or days (mon-fri) and times (08:10, 13:10).")]
public sealed record ZoneWithoutTrips : Notice;

[Notice(Severity.Info,
    "Ändamålet '{Purpose}' är okänt; byggnaden räknas inte som bostad.",
    "The purpose '{Purpose}' is unknown; the building does not count as housing.",
    FixSv = "Kontrollera i byggnadsregistret om huset är en bostad.",
    Fix = "Check in the building register whether the house is a dwelling.")]
public sealed record UnknownPurpose(string Purpose) : Notice;

[Notice(Severity.Warning,
    "Källan har ingen kolumn för ändamål: varje byggnad räknas som bostad.",
    "The source has no column for purposes: every building counts as a dwelling.",
    FixSv = "Ange kolumnen med \"columns\": { \"purpose\": \"...\" }, eller lägg bara bostäder i filen.",
    Fix = "Name the column with \"columns\": { \"purpose\": \"...\" }, or put only dwellings in the file.")]
public sealed record EveryBuildingIsHousing : Notice;

[Notice(Severity.Info,
    "OpenStreetMap säger bara 'building=yes' om {Count} byggnader; de räknas som bostad när de inte är något annat.",
    "OpenStreetMap says only 'building=yes' of {Count} buildings; they count as dwellings unless they are something else.",
    FixSv = "Använd Lantmäteriets byggnader där de finns.",
    Fix = "Use Lantmäteriet's buildings where there are any.")]
public sealed record PurposeGuessed(long Count) : Notice;

[Notice(Severity.Warning,
    "Källan är från {Day}, mer än 90 dagar från befolkningsuttaget.",
    "The source is of {Day}, over 90 days from the population extract.",
    FixSv = "Beställ en ny leverans: hus och folkbokföring ska vara från samma tid.",
    Fix = "Order a new delivery: houses and registrations should be of the same time.")]
public sealed record DatesApart(string Day) : Notice;

[Notice(Severity.Warning,
    "Källans datum är okänt.",
    "The date of the source is unknown.",
    FixSv = "Ange \"extracted\" för källan.",
    Fix = "State \"extracted\" for the source.")]
public sealed record DateUnknown : Notice;

[Notice(Severity.Warning,
    "Ändamål, ansvarig eller gallringsdatum saknas i konfigurationen.",
    "Purpose, responsible or delete-after is missing in the configuration.",
    FixSv = "Ange purpose, responsible och deleteAfter: behandlingen rör personuppgifter om ägare.",
    Fix = "State purpose, responsible and deleteAfter: the processing concerns personal data about owners.")]
public sealed record PurposeMissing : Notice;

[Notice(Severity.Warning,
    "Filen anger {Stated} poster men {Read} lästes.",
    "The file states {Stated} records but {Read} were read.",
    FixSv = "Leveransen kan vara avbruten: beställ den på nytt.",
    Fix = "The delivery may be cut off: order it again.")]
public sealed record RecordCountDiffers(long Stated, long Read) : Notice;

[Notice(Severity.Warning,
    "Kategorin saknas för ett serviceställe.",
    "A service place has no category.",
    FixSv = "Ange kolumnen med \"columns\": { \"category\": \"...\" } eller rätta raden.",
    Fix = "Name the column with \"columns\": { \"category\": \"...\" } or mend the row.")]
public sealed record ServiceWithoutCategory : Notice;

[Notice(Severity.Warning,
    "Källan har inga rader.",
    "The source has no rows.",
    FixSv = "Ska den vara tom, ta bort den ur konfigurationen; annars beställ eller exportera den på nytt.",
    Fix = "If it should be empty, take it out of the configuration; else order or export it again.")]
public sealed record SourceIsEmpty : Notice;

[Notice(Severity.Info,
    "Filen säger inte vad ställena är; efter filens namn räknas alla som '{Category}'.",
    "The file does not say what the places are; by its name all count as '{Category}'.",
    FixSv = "Stämmer det inte: ange \"category\" för källan.",
    Fix = "If that is wrong, state the source's \"category\".")]
public sealed record CategoryFromName(string Category) : Notice;

[Notice(Severity.Info,
    "Skolenheten är inte i drift ({Status}).",
    "The school is not in operation ({Status}).",
    FixSv = "Inget behöver göras; vilande och planerade enheter räknas inte.",
    Fix = "Nothing needs to be done; resting and planned units do not count.")]
public sealed record ServiceNotActive(string Status) : Notice;

[Notice(Severity.Warning,
    "Uppföljningens rad har ett okänt läge '{State}'.",
    "The follow-up row has an unknown state '{State}'.",
    FixSv = "Använd något av: Ej påbörjad, Kontaktad, Ägaren intresserad, Ägaren tackar nej, Kontakta inte, Används, Olämpligt, Ianspråktaget (eller not-started, contacted, interested, declined, do-not-contact, in-use, unsuitable, taken).",
    Fix = "Use one of: not-started, contacted, interested, declined, do-not-contact, in-use, unsuitable, taken.")]
public sealed record UnknownState(string State) : Notice;

[Notice(Severity.Warning,
    "Raden anger varken ref eller building_id.",
    "The row has neither a ref nor a building_id.",
    FixSv = "Fyll i kolumnen ref från urvalslistan.",
    Fix = "Fill in the column ref from the shortlist.")]
public sealed record FollowUpWithoutKey : Notice;

[Notice(Severity.Warning,
    "Uppföljningens rad har ett datum som inte går att läsa. Raden räknas utan det.",
    "The follow-up row has a date that cannot be read. The row counts without it.",
    FixSv = "Skriv datumet som åååå-mm-dd.",
    Fix = "Write the date as yyyy-mm-dd.")]
public sealed record FollowUpDateUnclear : Notice;

[Notice(Severity.Warning,
    "Uppföljningens anteckning är längre än 200 tecken och har kortats i resultaten.",
    "The note of the follow-up is longer than 200 characters and was cut in the results.",
    FixSv = "Skriv anteckningen kortare.",
    Fix = "Write the note shorter.")]
public sealed record FollowUpNoteCut : Notice;

[Notice(Severity.Warning,
    "Radens svar är inget av dem som förstås, och räknas som att svar saknas.",
    "The answer in the row is none of those that are understood, and counts as no answer.",
    FixSv = "Skriv används, sommar, ruin, borta, ser oanvänt ut eller vet ej.",
    Fix = "Write used, summer, ruin, gone, looks unused or unknown.")]
public sealed record UnknownAnswer : Notice;

[Notice(Severity.Warning,
    "Underlaget används inte: rättslig grund (basis) saknas.",
    "The evidence is not used: its legal ground (basis) is missing.",
    FixSv = "Ange \"basis\" för källan när dataskyddsombudet har godkänt den.",
    Fix = "State \"basis\" for the source once the data protection officer has agreed.")]
public sealed record EvidenceWithoutBasis : Notice;

[Notice(Severity.Warning,
    "{Count} celler saknar värde: de har ett fel som #SAKNAS!, eller en formel vars värde aldrig sparades.",
    "{Count} cells have no value: they hold an error such as #N/A, or a formula whose value was never saved.",
    FixSv = "Öppna arbetsboken i Excel, rätta felen, spara den och kör igen.",
    Fix = "Open the workbook in Excel, mend the errors, save it and run again.")]
public sealed record CellsWithoutValue(long Count) : Notice;

[Notice(Severity.Warning,
    "{Sheets} blad till i arbetsboken har {Rows} rader som inte lästs: deras rubriker är andra än det lästa bladets.",
    "{Sheets} more sheets of the workbook hold {Rows} rows that were not read: their headings differ from those of the sheet that was.",
    FixSv = "Ge bladen samma rubriker, ange bladet med \"layer\", eller ta bort de blad som inte ska vara med.",
    Fix = "Give the sheets the same headings, name the sheet with \"layer\", or take out the sheets that do not belong.")]
public sealed record SheetsNotRead(int Sheets, long Rows) : Notice;

[Notice(Severity.Error,
    "Filen är ett delsvar från en tjänst: den har {Held} av {Stated} poster.",
    "The file is a partial answer of a service: it holds {Held} of {Stated} records.",
    FixSv = "Hämta alla sidor, eller beställ hela lagret som fil.",
    Fix = "Fetch every page, or order the whole layer as a file.")]
public sealed record AnswerIsPart(long Held, long Stated) : Notice;

[Notice(Severity.Error,
    "Filen är ett delsvar från en tjänst: den har {Held} poster och säger själv att det finns fler.",
    "The file is a partial answer of a service: it holds {Held} records and says itself that there are more.",
    FixSv = "Hämta alla sidor, eller beställ hela lagret som fil.",
    Fix = "Fetch every page, or order the whole layer as a file.")]
public sealed record AnswerGoesOn(long Held) : Notice;

[Notice(Severity.Info,
    "{Count} texter var kodade två gånger som UTF-8 (BjÃ¶rn) och har lästs som de var menade.",
    "{Count} texts were encoded twice as UTF-8 (BjÃ¶rn) and were read as they were meant.",
    FixSv = "Inget behöver göras; be leverantören spara filen som UTF-8.",
    Fix = "Nothing needs to be done; ask the supplier to save the file as UTF-8.")]
public sealed record TextEncodedTwice(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} adresser har förlorat bokstäver: frågetecken står för å, ä eller ö. De kopplas bara där ett enda namn passar.",
    "{Count} addresses lost letters: question marks stand for å, ä or ö. They link only where a single name fits.",
    FixSv = "Be om uttaget på nytt, sparat som UTF-8.",
    Fix = "Ask for the extract again, saved as UTF-8.")]
public sealed record LettersLost(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} rader har ett personnummer som inte är helt (födelsedatum, dolda siffror, 1,96E+11). Det pekar inte ut någon, så dubbletter bland dem hittas inte.",
    "{Count} rows have a person number that is no whole one (a birth date, masked digits, 1.96E+11). It identifies nobody, so duplicates among them are not found.",
    FixSv = "Be om hela nummer eller om pseudonymer, och spara kolumnen som text.",
    Fix = "Ask for whole numbers or for pseudonyms, and save the column as text.")]
public sealed record PersonNumbersNotWhole(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} rader har ett personnummer eller en pseudonym som fler än tio rader delar. Det pekar inte ut någon, och varje rad räknas.",
    "{Count} rows have a person number or pseudonym that over ten rows share. It identifies nobody, and every row counts.",
    FixSv = "Be om uttaget med ett eget nummer eller en egen pseudonym för varje person.",
    Fix = "Ask for the extract with a number or pseudonym of its own for every person.")]
public sealed record PersonNumbersShared(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} byggnader ligger i en annan kommun än folkbokföringsuttaget gäller ({Told}). De är inte med: de skulle se ut att sakna folkbokförda.",
    "{Count} buildings lie in another municipality than the population extract is of ({Told}). They are left out: nobody would seem to be registered there.",
    FixSv = "Inget behöver göras; beställ folkbokföringen för den kommunen också om dess hus ska vara med.",
    Fix = "Nothing needs to be done; order the registrations of that municipality too if its homes are to be part of it.")]
public sealed record BuildingsElsewhere(long Count, string Told) : Notice;

[Notice(Severity.Warning,
    "{Count} rader har en kommun som inte går att läsa. De räknas som kommunens egna.",
    "{Count} rows have a municipality that cannot be read. They count as the municipality's own.",
    FixSv = "Skriv kommunens kod med fyra siffror, eller dess namn.",
    Fix = "Write the municipality's code with four digits, or its name.")]
public sealed record MunicipalitiesNotRead(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} rader har en dag som inte går att läsa. En person med flera sådana rader räknas på varje ställe.",
    "{Count} rows have a day that cannot be read. A person with several such rows counts in each place.",
    FixSv = "Skriv dagar som åååå-mm-dd; ######## betyder att kolumnen var för smal när den sparades.",
    Fix = "Write days as yyyy-mm-dd; ######## means that the column was too narrow when it was saved.")]
public sealed record DaysNotRead(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} husnummer har gjorts om till dagar av ett kalkylprogram. De läses som intervall: 5 juli är 5-7.",
    "{Count} house numbers were turned into days by a spreadsheet. They are read as spans: 5 July is 5-7.",
    FixSv = "Spara kolumnen med nummer som text, och kontrollera några av dem mot källan.",
    Fix = "Save the column of numbers as text, and check some of them against the source.")]
public sealed record HouseNumbersWereDays(long Count) : Notice;

[Notice(Severity.Warning,
    "{Count} av {All} adresser har varken läge, byggnad eller fastighet: de leder bara till ett hus om lägenhetsregistret säger vilket.",
    "{Count} of {All} addresses have neither a place, a building nor a property: they lead to a house only where a dwelling register says which.",
    FixSv = "Ange vilka kolumner lägena står i: \"columns\": { \"x\": \"...\", \"y\": \"...\" }, eller byggnadens id: \"columns\": { \"building\": \"...\" }.",
    Fix = "Name the columns of the places: \"columns\": { \"x\": \"...\", \"y\": \"...\" }, or of the building's id: \"columns\": { \"building\": \"...\" }.")]
public sealed record AddressesWithoutPlace(long Count, long All) : Notice;

[Notice(Severity.Warning,
    "{Rows} rader delar id med rader långt bort (över 1 000 m). Id:t säger inget; var och en räknas som en egen byggnad.",
    "{Rows} rows share an id with rows far away (over 1,000 m). The id says nothing; each counts as a building of its own.",
    FixSv = "Exportera lagret med id som text: ett kalkylprogram avrundar långa nummer.",
    Fix = "Export the layer with its id as text: a spreadsheet rounds long numbers.")]
public sealed record BuildingIdsShared(long Rows) : Notice;

[Notice(Severity.Warning,
    "Ingen kolumn med byggnadens id känns igen, så ref följer husets kontur: ändras konturen tappas uppföljningen.{Proposal}",
    "No column with the building's id is recognised, so ref follows the outline: when that changes, the follow-up is lost.{Proposal}",
    FixSv = "Ange kolumnen med \"columns\": { \"id\": \"...\" }.",
    Fix = "Name the column with \"columns\": { \"id\": \"...\" }.")]
public sealed record BuildingIdsNotFound(string Proposal) : Notice;

[Notice(Severity.Error,
    "Filen kan vara avklippt: sista raden saknar radslut, eller slutar inne i ett citat.",
    "The file may be cut off: its last line has no end, or stops within quotation marks.",
    FixSv = "Jämför antalet rader med leveransbeskedet. Är filen hel: lägg till ett radslut sist. Annars: hämta eller exportera den på nytt.",
    Fix = "Compare the number of rows with the note of delivery. If the file is whole, add a line end at its end; else fetch or export it again.")]
public sealed record SourceMayBeCut : Notice;

[Notice(Severity.Warning,
    "Byggnadens kontur har för många hörn eller korsar sig själv för ofta och används inte.",
    "The building's outline has too many corners, or crosses itself too often, and is not used.",
    FixSv = "Rätta konturen i byggnadsregistret. Är den riktig: höj limits.outlineCorners.",
    Fix = "Mend the outline in the building register. If it is right, raise limits.outlineCorners.")]
public sealed record OutlineTooComplex : Notice;

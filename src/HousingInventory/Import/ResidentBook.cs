using HousingInventory.Formats;
using HousingInventory.Model;

namespace HousingInventory.Import;

/// <summary>
/// Keeps the books on a population extract: every row is used, or left out for one of four reasons. Rows of one person count once: the newest registration,
/// else the first in the order of its keys, so that the order of the rows does not matter.
/// </summary>
internal sealed class ResidentBook(SourceFile file, Batch into)
{
    private long _broken;
    private long _unidentified;
    private long _unreadDays;
    private long _lostLetters;
    private readonly List<(int Row, int YearFirst, int DayFirst)> _sixDigits = [];
    private bool _yearInFront;
    private bool _dayInFront;

    /// <summary>Enters the current row.</summary>
    public void Enter(ResidentRows row)
    {
        if (row.Fault is not null)
        {
            _broken++;
            NotPlaceable(row);
            return;
        }

        if (row.IsDeregistered)
        {
            file.Info.Leave("deregistered");
            return;
        }

        RegistrationKey key = PlacelessKeys.Usable(row.Key, row.HasFictitiousProperty);
        if (file.Municipalities.Count > 0 && key.Municipality is { } code && !file.Municipalities.Contains(code))
        {
            file.Info.Leave("other-municipality");
            return;
        }

        if (row.IsProtected)
        {
            // The row says no more than that somebody is protected, but where it does lead to a home, that home must not be told empty.
            PlacelessKeys.Withhold(key, into.Withheld);
            NotPlaceable(row);
            return;
        }

        if (!key.CanLead)
        {
            NotPlaceable(row);
            return;
        }

        UInt128? person = row.Person(file.Hasher, file.AsOfGuess);
        int registeredOn = row.RegisteredOn;
        _unidentified += person is null && row.HasPersonText ? 1 : 0;
        if (row.SixDigits is (not 0, not 0) and (int yearFirst, int dayFirst))
        {
            _yearInFront |= dayFirst == DayText.Unreadable && yearFirst != DayText.Unreadable;
            _dayInFront |= yearFirst == DayText.Unreadable && dayFirst != DayText.Unreadable;
            _sixDigits.Add((into.ResidentRows.Count, yearFirst, dayFirst));
        }

        _unreadDays += registeredOn == DayText.Unreadable ? 1 : 0;
        _lostLetters += HasLostLetters(key.AddressText) ? 1 : 0;
        into.ResidentRows.Add(new ResidentRow(person ?? 0, into.Registrations.IndexOf(key), row.Persons, registeredOn, File: 0));
        file.Info.Used++;
    }

    /// <summary>After the last row.</summary>
    public void Close(ResidentRows rows)
    {
        file.Info.Layout = rows.Layout;
        file.Info.Extracted ??= rows.Extracted;
        TurnSixDigits();
        if (rows.LooksLikeChangeFile)
        {
            throw file.Refuse("looks like notices of change, which say nothing about those who did not move; order a full extract of the municipality.");
        }

        if (rows.StatedCount is { } stated && stated != file.Info.Read)
        {
            file.Notice(new RecordCountDiffers(stated, file.Info.Read));
        }

        if (_broken > 0)
        {
            file.Notice(new BrokenResidentRecords(_broken));
        }

        if (_unidentified > 0)
        {
            file.Notice(new PersonNumbersNotWhole(_unidentified));
        }

        if (_unreadDays + rows.UnreadDays is > 0 and long unreadDays)
        {
            file.Notice(new DaysNotRead(unreadDays));
        }

        if (_lostLetters > 0)
        {
            file.Notice(new LettersLost(_lostLetters));
        }
    }

    // Six digits have the year in front unless one of the column can only have the day there. Where some can only be the one and some the other, only these are sure.
    private void TurnSixDigits()
    {
        foreach ((int at, int yearFirst, int dayFirst) in _dayInFront ? _sixDigits : [])
        {
            int before = into.ResidentRows[at].RegisteredOn;
            int day = yearFirst == DayText.Unreadable ? dayFirst : dayFirst == DayText.Unreadable ? yearFirst : _yearInFront ? DayText.Unreadable : dayFirst;
            into.ResidentRows[at] = into.ResidentRows[at] with { RegisteredOn = day };
            _unreadDays += (day == DayText.Unreadable ? 1 : 0) - (before == DayText.Unreadable ? 1 : 0);
        }
    }

    // A question mark beside a letter; in a text that asks something it stands behind a word.
    private static bool HasLostLetters(string? address)
    {
        for (int at = address.AsSpan().IndexOfAny('?', '\uFFFD'); at >= 0 && at + 1 < address!.Length; at++)
        {
            if (address[at] is '?' or '\uFFFD' && char.IsLetter(address[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private void NotPlaceable(ResidentRows row)
    {
        into.Registrations.NotPlaceable += row.Fault is null ? row.Persons : 1;
        file.Info.Leave("not-placeable");
    }
}

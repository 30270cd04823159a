using System.Numerics;

namespace HousingInventory.Routing.Transit;

/// <summary>The dates of one service as a bit per day, from 1990 to 2149. Dates outside are not kept: no timetable means them.</summary>
internal sealed class ServiceDates
{
    /// <summary>Number of the first day that can be held.</summary>
    public static readonly int FirstHeld = new DateOnly(1990, 1, 1).DayNumber;

    /// <summary>Number of the last day that can be held.</summary>
    public static readonly int LastHeld = new DateOnly(2149, 12, 31).DayNumber;

    private ulong[] _words = [];
    private int _firstWord;

    /// <summary>Whether no date is held.</summary>
    public bool IsEmpty => First is null;

    /// <summary>Day number of the first date; null if none.</summary>
    public int? First
    {
        get
        {
            int word = Array.FindIndex(_words, w => w != 0);
            return word < 0 ? null : DayOf(word, BitOperations.TrailingZeroCount(_words[word]));
        }
    }

    /// <summary>Day number of the last date; null if none.</summary>
    public int? Last
    {
        get
        {
            int word = Array.FindLastIndex(_words, w => w != 0);
            return word < 0 ? null : DayOf(word, 63 - BitOperations.LeadingZeroCount(_words[word]));
        }
    }

    /// <summary>Whether the service runs on a day.</summary>
    public bool Runs(int day)
    {
        int bit = day - FirstHeld;
        int word = (bit >> 6) - _firstWord;
        return bit >= 0 && (uint)word < (uint)_words.Length && (_words[word] & (1UL << (bit & 63))) != 0;
    }

    /// <summary>Adds a date; false if it cannot be held.</summary>
    public bool Add(int day)
    {
        if (day < FirstHeld || day > LastHeld)
        {
            return false;
        }

        int bit = day - FirstHeld;
        Cover(bit >> 6);
        _words[(bit >> 6) - _firstWord] |= 1UL << (bit & 63);
        return true;
    }

    /// <summary>Takes a date out, if it is there.</summary>
    public void Remove(int day)
    {
        if (Runs(day))
        {
            int bit = day - FirstHeld;
            _words[(bit >> 6) - _firstWord] &= ~(1UL << (bit & 63));
        }
    }

    /// <summary>The dates of this service that the other does not have.</summary>
    public ServiceDates Without(ServiceDates other)
    {
        ServiceDates left = new() { _firstWord = _firstWord, _words = (ulong[])_words.Clone() };
        for (int i = 0; i < left._words.Length; i++)
        {
            int there = i + _firstWord - other._firstWord;
            if ((uint)there < (uint)other._words.Length)
            {
                left._words[i] &= ~other._words[there];
            }
        }

        return left;
    }

    /// <summary>The dates of either.</summary>
    public ServiceDates With(ServiceDates other)
    {
        ServiceDates all = new() { _firstWord = _firstWord, _words = (ulong[])_words.Clone() };
        for (int i = 0; i < other._words.Length; i++)
        {
            if (other._words[i] != 0)
            {
                all.Cover(i + other._firstWord);
                all._words[i + other._firstWord - all._firstWord] |= other._words[i];
            }
        }

        return all;
    }

    /// <summary>Whether both hold the same dates.</summary>
    public bool IsSameAs(ServiceDates other) => Without(other).IsEmpty && other.Without(this).IsEmpty;

    /// <summary>Whether there is a date that both have.</summary>
    public bool Meets(ServiceDates other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            int there = i + _firstWord - other._firstWord;
            if ((uint)there < (uint)other._words.Length && (_words[i] & other._words[there]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private int DayOf(int word, int bit) => FirstHeld + ((word + _firstWord) << 6) + bit;

    private void Cover(int word)
    {
        if (_words.Length == 0)
        {
            _firstWord = word;
            _words = new ulong[1];
            return;
        }

        int first = Math.Min(word, _firstWord);
        int last = Math.Max(word, _firstWord + _words.Length - 1);
        if (last - first + 1 > _words.Length)
        {
            ulong[] wider = new ulong[last - first + 1];
            _words.CopyTo(wider, _firstWord - first);
            (_words, _firstWord) = (wider, first);
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;

namespace HousingInventory.Link;

/// <summary>What of a written address is there for the post: postal code and town, box. Sets those words aside. Scratch memory of <see cref="AddressReader"/>.</summary>
internal sealed class AddressForPost(AddressTokens tokens)
{
    /// <summary>Numbered places of the post, in front of an address or behind it.</summary>
    private static readonly FrozenSet<string> Boxes = FrozenSet.Create(StringComparer.Ordinal, "BOX", "POSTBOX", "FACK", "PL", "POSTLÅDA", "PLÅDA", "PB", "LBL", "LANTBREVLÅDA", "BREVLÅDA", "POSTFACK", "LANTBR");

    /// <summary>Postal code that stood in the text, 0 when none.</summary>
    public int PostalCode { get; private set; }

    /// <summary>Where the post town, or whatever else stood behind the number, starts in the text, and how long it is.</summary>
    public (int Start, int Length) Town { get; set; }

    /// <summary>Whether a postal code stood in front of its town and the street, all in one line.</summary>
    public bool CodeInFront { get; private set; }

    /// <summary>Sets it aside.</summary>
    public void SetAside()
    {
        (PostalCode, Town, CodeInFront) = (0, (0, 0), false);
        Postal();
        PostBoxes();
    }

    // "931 30 ORT", "93130 ORT", "SE-931 30 ORT", from the second word on or as a line of its own; the town goes with it. In front of a street in one line only
    // the code goes, since nothing tells where the town ends.
    private void Postal()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.IsDropped(i))
            {
                continue;
            }

            ReadOnlySpan<char> token = tokens[i];
            token = token.StartsWith("SE-", StringComparison.Ordinal) ? token[3..] : token.StartsWith("S-", StringComparison.Ordinal) ? token[2..] : token;
            bool digits = token.Length > 0 && !token.ContainsAnyExceptInRange('0', '9');
            int next = i + 1;
            bool two = digits && token.Length == 3 && tokens.IsDigits(next) && tokens[next].Length == 2;
            if (!two && !(digits && token.Length == 5))
            {
                continue;
            }

            int town = two ? next + 1 : next;
            bool townFollows = town < tokens.Count && char.IsLetter(tokens[town][0]) && tokens[town].Length > 1;
            bool ownLine = tokens.IsFirstOfLine(i);
            int end = i;
            while (end < tokens.Count && tokens.Line(end) == tokens.Line(i))
            {
                end++;
            }

            bool streetBehind = townFollows && NumberIn(town + 1, end);
            if ((i == 0 && !tokens.HasLines && !streetBehind) || (!townFollows && !ownLine && (two || token[0] == '0')))
            {
                continue;
            }

            PostalCode = int.Parse(token, CultureInfo.InvariantCulture);
            if (two)
            {
                PostalCode = (PostalCode * 100) + int.Parse(tokens[next], CultureInfo.InvariantCulture);
            }

            bool inFront = ownLine && streetBehind;
            int line = i;
            while (line > 0 && tokens.Line(line - 1) == tokens.Line(i))
            {
                line--;
            }

            if (!ownLine && streetBehind && !NumberIn(line, i))
            {
                // "ORT 931 30 STREET 7": the town stands in front of its code.
                Town = (tokens.Start(line), tokens.End(i - 1) - tokens.Start(line));
                for (int j = line; j < town; j++)
                {
                    tokens.Drop(j);
                }

                return;
            }

            for (int j = i; j < (inFront ? town : end); j++)
            {
                tokens.Drop(j);
            }

            CodeInFront = inFront;
            if (town < end && !inFront)
            {
                Town = (tokens.Start(town), tokens.End(end - 1) - tokens.Start(town));
            }

            return;
        }
    }

    private bool NumberIn(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens.StartsWithDigit(i))
            {
                return true;
            }
        }

        return false;
    }

    // "BOX12" and "PL1234" are one word; a place of the post has more figures than a square has houses.
    private void GluedBoxes()
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            int digit = tokens[i].IndexOfAnyInRange('0', '9');
            if (digit > 1 && Boxes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens[i][..digit]) && !tokens[i][digit..].ContainsAnyExceptInRange('0', '9') && (tokens[i][..digit] is not "PL" || tokens[i].Length - digit >= 4))
            {
                tokens.Split(i, digit);
            }
        }
    }

    // "BOX 12", "PL 1234": in front of an address or behind it. "STATIONS PL 6" is a square: there only a number as postmen have them counts.
    private void PostBoxes()
    {
        GluedBoxes();
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens.IsDropped(i) || !tokens.IsOneOf(i, Boxes))
            {
                continue;
            }

            if (tokens.IsDigits(i + 1) && !tokens.IsDropped(i + 1) && (tokens.IsFirstOfLine(i) || tokens[i] is not "PL" || tokens[i + 1].Length >= 4))
            {
                BoxNumber(i);
            }
            else if (tokens.IsFirstOfLine(i) && !tokens.HasNext(i) && tokens[i] is not "PL" && tokens.HasOtherLine(tokens.Line(i)))
            {
                tokens.Drop(i);
            }
        }

        PostOffice();
    }

    // "MOHEDEN PL 1234 7": taken out where the number of the house stands behind it, else set aside. A number of four figures may be written in two.
    private void BoxNumber(int i)
    {
        bool inTheMidst = !tokens.IsFirstOfLine(i) && tokens.HasNext(i + 1) && tokens.StartsWithDigit(i + 2) && !tokens.HasNumberBefore(i);
        if (inTheMidst)
        {
            tokens.Remove(i + 1);
            tokens.Remove(i);
            return;
        }

        bool isTwo = tokens[i + 1].Length == 1 && tokens.HasNext(i + 1) && tokens.IsDigits(i + 2) && tokens[i + 2].Length == 3;
        tokens.Drop(i);
        tokens.Drop(i + 1);
        if (isTwo)
        {
            tokens.Drop(i + 2);
        }
    }

    // "P.O. BOX 12" leaves the two letters, or the one word, in front of the box.
    private void PostOffice()
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            if (tokens.IsDropped(i) && tokens[i] is "BOX" && tokens.IsFirstOfLine(i - (tokens[i - 1] is "O" && i > 1 ? 2 : 1)))
            {
                if (tokens[i - 1] is "PO")
                {
                    tokens.Drop(i - 1);
                }
                else if (i > 1 && tokens[i - 1] is "O" && tokens[i - 2] is "P")
                {
                    tokens.Drop(i - 1);
                    tokens.Drop(i - 2);
                }
            }
        }
    }
}

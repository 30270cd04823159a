using System.Globalization;

namespace HousingInventory.Tests.Towns;

/// <summary>A plot of <see cref="OtherTown"/> with the address and the property that belong to it; metres.</summary>
internal sealed record OtherPlot(double X, double Y, double Width, double Depth, bool North, string Area, int Number, string Code, string PostTown, string Designation, bool Village)
{
    public string? Farm { get; init; }

    public string? NumberText(string letter = "") => Number == 0 ? null : Number.ToString(CultureInfo.InvariantCulture) + letter;
}

/// <summary>How people of <see cref="OtherTown"/> write their address: mostly as the register does, else shortened, misspelt, run together or with more than asked.</summary>
internal sealed class OtherWriting(Random random)
{
    public string Write(OtherPlot p, string? number, bool hasAddress)
    {
        string area = p.Area;
        string whole = string.Join(' ', new[] { area, p.Farm, number }.Where(s => s is not null));
        if (!hasAddress)
        {
            return Chance(0.3) ? "" : area.ToUpperInvariant();
        }

        string text = random.Next(100) switch
        {
            < 72 => whole,
            < 80 => string.Join(' ', new[] { Short(area), p.Farm, number }.Where(s => s is not null)),
            < 83 => Misspelt(whole),
            < 86 => whole + Pick(" LGH 1101", " 1 TR", " NB", ", LGH 1001", " 2TR ÖG", " lgh1201"),
            < 88 => "C/O EXEMPELSSON " + whole,
            < 90 when p.Farm is not null => p.Farm + (number is null ? "" : " " + number),
            < 91 when p.Farm is not null => p.Farm + ", " + area,
            < 92 => whole.Replace(" ", "", StringComparison.Ordinal),
            < 94 => whole + ", " + p.Code[..3] + " " + p.Code[3..] + " " + p.PostTown,
            < 95 when p.Village && number is not null => p.PostTown + " " + number,
            < 97 when number is not null && char.IsLetter(number[^1]) => string.Join(' ', new[] { area, p.Farm, number[..^1], number[^1..] }.Where(s => s is not null)),
            < 98 => area.Replace(" ", "-", StringComparison.Ordinal) + whole[area.Length..],
            _ => whole,
        };
        return Chance(0.7) ? text.ToUpperInvariant() : text;
    }

    private string Short(string area)
    {
        string shorter = area.Replace("gatan", Pick("g", "g.", "gat."), StringComparison.Ordinal).Replace("vägen", Pick("v", "v.", "väg"), StringComparison.Ordinal)
            .Replace("stigen", Pick("st", "stig"), StringComparison.Ordinal).Replace("gränd", "gr", StringComparison.Ordinal).Replace("torget", "torg", StringComparison.Ordinal);
        return shorter.Replace("Norra ", Pick("N ", "N. ", "Norra "), StringComparison.Ordinal).Replace("Södra ", Pick("S ", "S. "), StringComparison.Ordinal)
            .Replace("Östra ", Pick("Ö ", "Ö. "), StringComparison.Ordinal).Replace("Västra ", Pick("V ", "V. "), StringComparison.Ordinal)
            .Replace("Sankt ", Pick("S:t ", "St "), StringComparison.Ordinal).Replace("Gamla ", Pick("G:a ", "Gla "), StringComparison.Ordinal);
    }

    private string Misspelt(string text)
    {
        int at = random.Next(1, Math.Max(2, text.IndexOf(' ') > 3 ? text.IndexOf(' ') - 1 : text.Length - 2));
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + Pick('a', 'o', 'i') + text[(at + 1)..],
        };
    }

    private bool Chance(double share) => random.NextDouble() < share;

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];
}

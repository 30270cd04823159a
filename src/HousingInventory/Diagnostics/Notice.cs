using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using NetTopologySuite.Geometries;

namespace HousingInventory.Diagnostics;

/// <summary>
/// Something wrong in the data, or worth knowing. A notice is a record whose parameters are its values; its code is the type's name in snake case, and its
/// texts stand in <see cref="NoticeAttribute"/>. It is made where the fault is seen and never thrown. A notice about residents carries no row, no place and
/// no text of theirs: only counts.
/// </summary>
public abstract record Notice
{
    private static readonly ConcurrentDictionary<Type, string> Codes = new();

    /// <summary>Id of the source it is about, null when it is about the run.</summary>
    public string? Source { get; init; }

    /// <summary>1-based record number in that source, for a sheet or text the row as a spreadsheet program shows it; null when none. Always null for residents.</summary>
    public long? Row { get; init; }

    /// <summary>Id of the building, address, stop ... it is about; null when none. Never of a registered or withheld building.</summary>
    public string? Feature { get; init; }

    /// <summary>Where it is, in the working CRS; null when nowhere.</summary>
    public Point? Place { get; init; }

    /// <summary>The stable code, for example <c>ambiguous_address</c>.</summary>
    public string Code => CodeOf(GetType());

    /// <summary>How much it matters.</summary>
    public Severity Severity => TextsOf(GetType()).Severity;

    /// <summary>The stable code of a notice type.</summary>
    public static string CodeOf(Type type) => Codes.GetOrAdd(type, static t => SnakeCase(t.Name));

    /// <summary>Severity and texts of a notice type.</summary>
    /// <exception cref="InvalidOperationException">The type has no <see cref="NoticeAttribute"/>; a house test sees to it that each has.</exception>
    public static NoticeAttribute TextsOf(Type type) =>
        type.GetCustomAttribute<NoticeAttribute>() ?? throw new InvalidOperationException($"{type.Name} needs [Notice(...)].");

    /// <summary>All notice types, by code.</summary>
    public static IReadOnlyList<Type> Catalogue() =>
        [.. typeof(Notice).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Notice)) && !t.IsAbstract).OrderBy(CodeOf, StringComparer.Ordinal)];

    /// <summary>The sentence, with this notice's values in it.</summary>
    public string Text(Language language) => Fill(language == Language.Sv ? TextsOf(GetType()).Sv : TextsOf(GetType()).En, language);

    /// <summary>What to do about it, with this notice's values in it.</summary>
    public string Remedy(Language language) => Fill(language == Language.Sv ? TextsOf(GetType()).FixSv : TextsOf(GetType()).Fix, language);

    private string Fill(string template, Language language)
    {
        StringBuilder text = new(template.Length + 32);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text.Append(template, at, open - at);
            object? value = GetType().GetProperty(template[(open + 1)..close])?.GetValue(this);
            // A reader of files says in English why a record is broken.
            text.Append(value switch
            {
                string word => ErrorWords.In(word, language),
                decimal number when language == Language.Sv => number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            });
            at = close + 1;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private static string SnakeCase(string name)
    {
        StringBuilder code = new(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && code.Length > 0)
            {
                code.Append('_');
            }

            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }
}

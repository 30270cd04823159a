using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HousingInventory.Formats;

/// <summary>
/// What an error says: an English sentence with its values apart, so that it can be told in another language. An interpolated text becomes one by itself where a
/// parameter is of this type, else by <see cref="Of"/>; values are written without a culture. A value that is a sentence itself, or a word that has a translation, is told in the same language.
/// </summary>
/// <param name="literalLength">As the compiler has it; not used.</param>
/// <param name="formattedCount">As the compiler has it; not used.</param>
[InterpolatedStringHandler]
public sealed class Sentence(int literalLength, int formattedCount)
{
    private readonly StringBuilder _template = new(literalLength + (3 * formattedCount));
    private readonly List<object> _values = new(formattedCount);

    /// <summary>The English text with {0}, {1} ... in the places of the values: the key by which translations are found.</summary>
    public string Template => _template.ToString();

    /// <summary>A text without values; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Sentence?(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Sentence sentence = new(text.Length, 0);
        sentence.AppendLiteral(text);
        return sentence;
    }

    /// <summary>A sentence from its template and values, where both are known apart.</summary>
    public static Sentence From(string template, IReadOnlyList<string> values)
    {
        Sentence sentence = template;
        sentence._values.AddRange(values);
        return sentence;
    }

    /// <summary>An interpolated text, where the compiler would make a string of it.</summary>
    public static Sentence Of(Sentence text) => text;

    public void AppendLiteral(string text) => _template.Append(text);

    public void AppendFormatted<T>(T value) => Append(value, null);

    public void AppendFormatted<T>(T value, string? format) => Append(value, format);

    /// <summary>The text in a language.</summary>
    /// <param name="translations">By English template; null for English. A template that is not there stays English.</param>
    public string In(IReadOnlyDictionary<string, string>? translations)
    {
        string template = Template;
        if (translations is not null && translations.TryGetValue(template, out string? translated))
        {
            template = translated;
        }

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

            bool isValue = int.TryParse(template.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < _values.Count;
            text.Append(template, at, open - at);
            if (isValue)
            {
                text.Append(_values[index] is Sentence inner ? inner.In(translations) : translations?.GetValueOrDefault((string)_values[index]) ?? _values[index]);
            }

            at = isValue ? close + 1 : open + 1;
            text.Append(isValue ? "" : "{");
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>In English.</summary>
    public override string ToString() => In(null);

    private void Append<T>(T value, string? format)
    {
        _template.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value switch
        {
            Sentence sentence => sentence,
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        });
    }
}

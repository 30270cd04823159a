using System.Xml;

namespace HousingInventory.Formats;

/// <summary>Turns what zip and XML readers throw on damaged bytes into one sentence.</summary>
internal static class XlsxDamage
{
    public const string Sentence = "The workbook is damaged; open it in Excel or LibreOffice and save it again.";

    public static void Guard(Action read) => Guard<object?>(
        () =>
        {
            read();
            return null;
        },
        Sentence);

    public static T Guard<T>(Func<T> read, string sentence)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new DataFormatException(sentence, e);
        }
    }

    /// <summary>True for the exceptions that zip and XML readers are known to throw on bytes that are not what they should be.</summary>
    public static bool IsDamage(Exception e) =>
        e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or FormatException or OverflowException;
}

using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace HousingInventory.SystemTests;

/// <summary>
/// A copy of a foreign feed whose agencies say Sweden's time zone, so that its printed times stand as they are. A plain count by a script knows no clocks; what
/// other zones come to has tests of its own.
/// </summary>
internal static partial class SwedishClock
{
    /// <summary>Copies a feed into a folder; gives the copy's path.</summary>
    public static string Copy(string feed, string folder)
    {
        string path = Path.Combine(folder, Path.GetFileName(feed));
        File.WriteAllBytes(path, File.ReadAllBytes(feed));
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Update);
        if (zip.Entries.FirstOrDefault(e => e.Name == "agency.txt") is { } agency)
        {
            string name = agency.FullName, text;
            using (StreamReader reader = new(agency.Open(), Encoding.UTF8))
            {
                text = reader.ReadToEnd();
            }

            agency.Delete();
            using StreamWriter writer = new(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(Zone().Replace(text, "Europe/Stockholm"));
        }

        return path;
    }

    [GeneratedRegex(@"(?<=^|[,""\s])(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/[A-Za-z_]+(/[A-Za-z_]+)?(?=$|[,""\s])", RegexOptions.Multiline)]
    private static partial Regex Zone();
}

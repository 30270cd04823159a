using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text;
using HousingInventory.Diagnostics;
using HousingInventory.Formats;

namespace HousingInventory.Verbs;

/// <summary>
/// Every word that the tool itself can write: the texts in its program, its notices and what is packed with it. Such a word in a result proves nothing, though
/// somebody may be called so (Max, Dag, Stark).
/// </summary>
internal static class ToolWords
{
    private static readonly Lazy<IReadOnlySet<string>> Words = new(Collect);

    /// <summary>The words in their one form.</summary>
    public static IReadOnlySet<string> All => Words.Value;

    private static HashSet<string> Collect()
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (Assembly assembly in (Assembly[])[typeof(ToolWords).Assembly, typeof(DataFile).Assembly])
        {
            Literals(assembly, words);
            foreach (string name in assembly.GetManifestResourceNames())
            {
                using StreamReader reader = new(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                words.UnionWith(FoldedText.Words(reader.ReadToEnd()));
            }
        }

        // Words of the closed lists stand in attributes, which are no literals of a program.
        foreach (CustomAttributeData attribute in typeof(ToolWords).Assembly.GetTypes().Where(static t => t.IsEnum).SelectMany(static t => t.GetFields()).SelectMany(static f => f.GetCustomAttributesData()))
        {
            words.UnionWith(attribute.ConstructorArguments.Select(static a => a.Value).OfType<string>().SelectMany(FoldedText.Words));
        }

        foreach (Type notice in Notice.Catalogue())
        {
            NoticeAttribute texts = Notice.TextsOf(notice);
            words.UnionWith(FoldedText.Words($"{texts.Sv} {texts.En} {texts.FixSv} {texts.Fix} {Notice.CodeOf(notice)}"));
        }

        return words;
    }

    private static unsafe void Literals(Assembly assembly, HashSet<string> words)
    {
        if (!assembly.TryGetRawMetadata(out byte* blob, out int length))
        {
            return;
        }

        MetadataReader metadata = new(blob, length);
        for (UserStringHandle literal = MetadataTokens.UserStringHandle(1); !literal.IsNil; literal = metadata.GetNextHandle(literal))
        {
            words.UnionWith(FoldedText.Words(metadata.GetUserString(literal)));
        }

        foreach (TypeDefinitionHandle type in metadata.TypeDefinitions)
        {
            words.UnionWith(FoldedText.Words(metadata.GetString(metadata.GetTypeDefinition(type).Name)));
        }
    }
}

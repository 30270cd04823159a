using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HousingInventory.Formats;

namespace HousingInventory.Cli;

/// <summary>What <c>--help</c> prints, in the language of the command: what a verb does, how it is written, and each of its words.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    private const int Column = 26;
    private const int Width = 100;

    /// <summary>Takes the place of the parser's own help, which knows no Swedish.</summary>
    public static void Use(Command root) => root.Options.OfType<HelpOption>().Single().Action = new HelpText();

    /// <summary>Help is given whatever else is wrong with the words.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.Write(Of(parseResult.CommandResult.Command));
        return Commands.Done;
    }

    /// <summary>The whole text for one command.</summary>
    internal static string Of(Command command)
    {
        StringWriter text = new() { NewLine = "\n" };
        string name = command is RootCommand ? "housing-inventory" : $"housing-inventory {command.Name}";
        text.WriteLine(Spoken.In(command.Description ?? ""));
        text.WriteLine();
        string words = string.Concat(command.Arguments.Select(Placeholder).Select(static p => " " + p));
        text.WriteLine(Spoken.In($"Usage: {name}{words}{(command.Subcommands.Count > 0 ? Spoken.In(" VERB") : "")}{Spoken.In(" [options]")}"));
        Table(text, "Verbs:", command.Subcommands.Select(static c => (c.Name, c.Description)));
        Table(text, "Arguments:", command.Arguments.Select(a => (Placeholder(a), a.Description)));
        IEnumerable<Option> options = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(static p => p.Options.Where(static o => o.Recursive)));
        Table(text, "Options:", options.Where(static o => !o.Hidden).Select(static o => (o.Name, o.Description)));
        return text.ToString();
    }

    private static string Placeholder(Argument argument) => argument.Name.ToUpperInvariant() + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    private static void Table(StringWriter text, Sentence heading, IEnumerable<(string Name, string? Said)> rows)
    {
        (string Name, string? Said)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        text.WriteLine();
        text.WriteLine(Spoken.In(heading));
        foreach ((string name, string? said) in all)
        {
            string line = ("  " + name).PadRight(Column);
            foreach (string word in Spoken.In(said ?? "").Split(' '))
            {
                if (line.Length + word.Length >= Width)
                {
                    text.WriteLine(line.TrimEnd());
                    line = new string(' ', Column);
                }

                line += line.Length == Column || line[^1] == ' ' ? word + " " : " " + word + " ";
            }

            text.WriteLine(line.TrimEnd());
        }
    }
}

using System.CommandLine;
using HousingInventory.Configuration;

namespace HousingInventory.Cli;

/// <summary><c>schema</c>: the JSON Schema of the configuration.</summary>
internal static class SchemaVerb
{
    public static Command Command()
    {
        Command command = new("schema", "JSON Schema of the configuration, for editors.");
        command.SetAction(_ =>
        {
            Console.Out.Write(ConfigSchema.Text());
            return Commands.Done;
        });
        return command;
    }
}

using System.Text.Json.Nodes;
using HousingInventory.Configuration;
using HousingInventory.Model;

namespace HousingInventory.Difference;

/// <summary>What is replaced as one, in the order in which it is: what happened in the world before what we changed ourselves.</summary>
internal enum Group
{
    /// <summary>Residents and withheld homes, of which only today's are ever read, and the version of the tool.</summary>
    Registrations,
    Registers,
    Timetable,
    Rules,
    FollowUp,
}

/// <summary>Which sources and members of the configuration make up a group, and what tells that one is as it was.</summary>
internal static class Groups
{
    /// <summary>The groups of which both sides can be tried.</summary>
    public static readonly Group[] Replaced = [Group.Registers, Group.Timetable, Group.Rules, Group.FollowUp];

    private static readonly string[] TimetableMembers = ["asOf", "days", "serviceDays"];

    /// <summary>Members that decide nothing about who is on the list; every other one, also one that is new, is a rule.</summary>
    private static readonly string[] Silent =
    [
        "$schema", "title", "purpose", "responsible", "deleteAfter", "language", "sources", "outputs", "references", "analyses", "criteria", "shortlist", "robustness",
        "limits", "plan", "previous", "centre", "base", "scenarios", "costs", "whatIf",
    ];

    /// <summary>Members of a source that say how it is called, and not what is in it.</summary>
    private static readonly string[] Naming = ["id", "path", "extracted", "licence", "connection"];

    /// <summary>The group of a source; null for what no list depends on.</summary>
    public static Group? Of(string sourceType) => sourceType switch
    {
        "residents" or "withheld" => Group.Registrations,
        "buildings" or "addresses" or "properties" or "dwellings" or "evidence" or "holiday-areas" or "localities" => Group.Registers,
        "timetable" => Group.Timetable,
        "followup" => Group.FollowUp,
        _ => null,
    };

    public static ChangeCause CauseOf(Group group) => group switch
    {
        Group.Registers => ChangeCause.Registers,
        Group.Timetable => ChangeCause.Timetable,
        Group.Rules => ChangeCause.Rules,
        Group.FollowUp => ChangeCause.FollowUp,
        _ => ChangeCause.Registrations,
    };

    /// <summary>Members of a configuration that belong to a group, as text to compare.</summary>
    public static string Members(InventoryConfig config, Group group)
    {
        JsonObject all = System.Text.Json.JsonSerializer.SerializeToNode(config with { Sources = [] }, MemberJson.Options)!.AsObject();
        foreach (string name in all.Select(m => m.Key).ToArray())
        {
            bool isTimetable = TimetableMembers.Contains(name);
            if (group switch { Group.Timetable => !isTimetable, Group.Rules => isTimetable || Silent.Contains(name), _ => true })
            {
                all.Remove(name);
            }
        }

        return all.ToJsonString(MemberJson.Options);
    }

    /// <summary>What a source says of how it is read, without its name and place.</summary>
    public static string Members(Import.Source source)
    {
        JsonObject all = System.Text.Json.JsonSerializer.SerializeToNode(source, MemberJson.Options)!.AsObject();
        Array.ForEach(Naming, name => all.Remove(name));
        return all.ToJsonString(MemberJson.Options);
    }
}

using HousingInventory.Configuration;
using HousingInventory.Diagnostics;
using HousingInventory.Flag;
using HousingInventory.Import;
using HousingInventory.Link;
using HousingInventory.Model;
using HousingInventory.Prepare;

namespace HousingInventory.Difference;

/// <summary>Which groups a list is made with in their old form; every other one is today's.</summary>
internal readonly record struct World(bool OldRegisters, bool OldTimetable, bool OldRules, bool OldFollowUp)
{
    /// <summary>The same with a group in its old form, or in today's.</summary>
    public World With(Group group, bool old) => group switch
    {
        Group.Registers => this with { OldRegisters = old },
        Group.Timetable => this with { OldTimetable = old },
        Group.Rules => this with { OldRules = old },
        Group.FollowUp => this with { OldFollowUp = old },
        _ => this,
    };
}

/// <summary>The list of a world.</summary>
/// <param name="Registers">Its registers.</param>
/// <param name="Linkage">Today's registrations linked to them.</param>
/// <param name="Listed">Ids of the candidates.</param>
/// <param name="Evidence">Other evidence about use.</param>
internal sealed record WorldList(Registers Registers, Linkage Linkage, IReadOnlySet<string> Listed, IReadOnlyList<Evidence> Evidence);

/// <summary>
/// Makes the list of each world that is asked for, with today's registrations in all of them. What two worlds share is made once: at most one further reading,
/// and a linkage for each pair of registers and rules of linking.
/// </summary>
internal sealed class Worlds
{
    private readonly EarlierInputs _earlier;
    private readonly LoadedConfig _loaded;
    private readonly Delivery _today;
    private readonly Answers _answers;
    private readonly DateOnly _earlierDay;
    private readonly CancellationToken _cancellation;
    private readonly bool _sameFrame;
    private readonly bool _sameLinking;
    private readonly Dictionary<World, WorldList> _lists = [];
    private readonly Dictionary<(bool Old, bool OldFrame), Delivery> _deliveries = [];
    private readonly Dictionary<(bool Old, bool OldFrame), Registers> _registers = [];
    private readonly Dictionary<(bool Old, bool OldFrame, bool OldLinking), Linkage> _linkages = [];

    public Worlds(PreviousRun previous, EarlierInputs earlier, LoadedConfig loaded, Delivery today, Answers answers, CancellationToken cancellation)
    {
        (_earlier, _loaded, _today, _answers, _earlierDay, _cancellation) = (earlier, loaded, today, answers, previous.AsOf, cancellation);
        _sameFrame = earlier.Config.Crs == loaded.Config.Crs && earlier.Config.Municipality.SequenceEqual(loaded.Config.Municipality);
        _sameLinking = earlier.Config.Linkage == loaded.Config.Linkage;
        _lists[default] = new WorldList(answers.Question.Registers, answers.Linkage, Ids(answers.Question.Registers, answers.Flags), answers.Question.Papers.Evidence);
    }

    /// <summary>The list of a world.</summary>
    /// <exception cref="InputException">An old input cannot be read or linked any more.</exception>
    public WorldList Of(World world)
    {
        if (!_lists.TryGetValue(world, out WorldList? list))
        {
            _lists[world] = list = Make(world);
        }

        return list;
    }

    private WorldList Make(World world)
    {
        // Nothing of these runs is told: their notices are about files of last time.
        Run quiet = new(cancellation: _cancellation);
        bool oldFrame = world.OldRules && !_sameFrame;
        InventoryConfig rules = world.OldRules ? _earlier.Config : _loaded.Config;
        InventoryConfig days = world.OldTimetable ? _earlier.Config : _loaded.Config;
        bool oldRegisters = world.OldRegisters && !_earlier.SameSources.Contains(Group.Registers), oldFeeds = world.OldTimetable && !_earlier.SameSources.Contains(Group.Timetable);
        Delivery delivery = Read(oldRegisters, oldFrame);
        Registers registers = RegistersOf(oldRegisters, oldFrame);
        Linkage linkage = LinkageOf(oldRegisters, oldFrame, world.OldRules && !_sameLinking, rules);
        SurroundingRules surrounding = (rules with { Days = days.Days, ServiceDays = days.ServiceDays }).SurroundingRules(world.OldTimetable ? _earlierDay : _answers.Question.AsOf);
        Surroundings around = Surrounding.ForFilter(delivery, Read(oldFeeds, oldFrame), registers.Extent, surrounding, quiet);
        Papers papers = new(Read(world.OldFollowUp && !_earlier.SameSources.Contains(Group.FollowUp), oldFrame).Papers.FollowUps, [], delivery.Papers.Evidence);
        Flags flags = Flagging.Flag(registers, linkage, around, papers, _answers.Question.ExtractedOn, rules.Candidates, rules.Expected, quiet);
        return new WorldList(registers, linkage, Ids(registers, flags), papers.Evidence);
    }

    private Delivery Read(bool old, bool oldFrame)
    {
        if (!old && !oldFrame)
        {
            return _today;
        }

        if (!_deliveries.TryGetValue((old, oldFrame), out Delivery? delivery))
        {
            SourceFrame frame = (oldFrame ? _loaded with { Config = _loaded.Config with { Crs = _earlier.Config.Crs, Municipality = _earlier.Config.Municipality } } : _loaded).SourceFrame();
            IReadOnlyList<(string Id, Source Source)> sources = old
                ? _earlier.Of(group => _earlier.Changed.Contains(group) && !_earlier.SameSources.Contains(group))
                : [.. _loaded.SourcesFor(SourceReader.Run).Where(s => Groups.Of(Doors.TypeOf(s.Source)) is not (null or Group.Registrations))];
            _deliveries[(old, oldFrame)] = delivery = Importing.Import(sources, frame, new Run(cancellation: _cancellation));
        }

        return delivery;
    }

    private Registers RegistersOf(bool old, bool oldFrame)
    {
        if (!old && !oldFrame)
        {
            return _answers.Question.Registers;
        }

        if (!_registers.TryGetValue((old, oldFrame), out Registers? registers))
        {
            _registers[(old, oldFrame)] = registers = Registering.Join(Read(old, oldFrame), new Run(cancellation: _cancellation), needsHousing: false);
        }

        return registers;
    }

    private Linkage LinkageOf(bool old, bool oldFrame, bool oldLinking, InventoryConfig rules)
    {
        if (!old && !oldFrame && !oldLinking)
        {
            return _answers.Linkage;
        }

        if (!_linkages.TryGetValue((old, oldFrame, oldLinking), out Linkage? linkage))
        {
            _linkages[(old, oldFrame, oldLinking)] = linkage = Linking.Link(
                RegistersOf(old, oldFrame), _today.Registrations, _today.Withheld, rules.Linkage, new Run(cancellation: _cancellation));
        }

        return linkage;
    }

    private static HashSet<string> Ids(Registers registers, Flags flags) => [.. flags.Candidates.Select(c => registers.Buildings[c].Id)];
}

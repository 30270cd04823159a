namespace HousingInventory.Routing.Transit;

/// <summary>What transfers.txt says, resolved to posts, calls and trips. Empty arrays where it says nothing.</summary>
internal sealed class TransferTable
{
    /// <summary>No rule for this post: the default holds.</summary>
    public const int Default = -1;

    /// <summary>A change that may not be made (type 3).</summary>
    public const int Forbidden = int.MaxValue;

    /// <summary>Seconds for a change at each post, or <see cref="Default"/>, or <see cref="Forbidden"/>.</summary>
    public int[] ChangeS { get; init; } = [];

    /// <summary>Rules for two different posts, ascending by from, then to: whole seconds from arrival to departure, or <see cref="Forbidden"/>.</summary>
    public (int From, int To, int Seconds)[] Pairs { get; init; } = [];

    /// <summary>Rules for certain trips or lines, the most specific first: the first that fits a change counts.</summary>
    public TransferRule[] Rules { get; init; } = [];

    /// <summary>Trips that passengers may ride on into without getting off (type 4).</summary>
    public (int FromTrip, int ToTrip)[] Joins { get; init; } = [];
}

namespace HousingInventory.Model;

/// <summary>The answer for one building.</summary>
public enum Status : byte
{
    NotHousing,
    Registered,
    NobodyRegistered,
    Secondary,
    Undetermined,
}

/// <summary>Keys of the closed lists, as they stand in results.</summary>
public static class Keys
{
    /// <summary>The key of a status: <c>nobody-registered</c> ...</summary>
    public static string Of(Status status) => status switch
    {
        Status.NotHousing => "not-housing",
        Status.Registered => "registered",
        Status.NobodyRegistered => "nobody-registered",
        Status.Secondary => "secondary",
        _ => "undetermined",
    };

    /// <summary>The key of a reason: <c>no-registration-found</c> ...</summary>
    public static string Of(Doubt doubt) => doubt switch
    {
        Doubt.None => "no-registration-found",
        Doubt.UnplacedOnProperty => "unplaced-on-property",
        Doubt.SharedAddress => "shared-address",
        Doubt.UncertainAddress => "uncertain-address",
        Doubt.OutOfReach => "out-of-reach",
        Doubt.UnlinkedNearby => "unlinked-nearby",
        Doubt.ExtractHasAHole => "extract-has-a-hole",
        Doubt.InUse => "in-use",
        _ => "linkage-too-low",
    };
}

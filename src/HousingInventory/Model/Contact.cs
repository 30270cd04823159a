namespace HousingInventory.Model;

/// <summary>How far a contact with the owner of a home has come, as the follow-up tells it; the same for the report and for what a plan expects of open contacts.</summary>
/// <param name="HasAnswered">Whether the owner has said anything.</param>
/// <param name="IsInterested">Whether the owner is or was interested, as far as the last row says.</param>
/// <param name="IsSeen">Whether somebody has looked at the house.</param>
/// <param name="GaveHome">Whether it has become a home of the municipality's.</param>
/// <param name="WasWronglyListed">Whether it turned out to be used, or not to be had.</param>
/// <param name="IsResolved">Whether it has ended, has given a home, or has been silent for so long that silence counts as no.</param>
public readonly record struct Contact(bool HasAnswered, bool IsInterested, bool IsSeen, bool GaveHome, bool WasWronglyListed, bool IsResolved)
{
    /// <summary>The contact of a row; null where nobody has been contacted.</summary>
    /// <param name="row">The last row about the home.</param>
    /// <param name="silentAfterDays">Days without a change after which silence counts as no.</param>
    /// <param name="asOf">The day the answer is for.</param>
    public static Contact? Of(FollowUp row, int silentAfterDays, DateOnly asOf)
    {
        if (row.ContactedOn is null && row.State == FollowUpState.NotStarted)
        {
            return null;
        }

        bool gaveHome = row is { State: FollowUpState.Taken, Offer: not null };
        DateOnly? last = ((DateOnly?[])[row.ContactedOn, row.InspectedOn]).Max();
        bool isSilent = last is { } day && day.AddDays(silentAfterDays) < asOf;
        return new Contact(
            row.State is not (FollowUpState.NotStarted or FollowUpState.Contacted), row.State == FollowUpState.Interested || gaveHome, row.InspectedOn is not null, gaveHome,
            row.State is FollowUpState.InUse or FollowUpState.Unsuitable,
            gaveHome || row.State is not (FollowUpState.Contacted or FollowUpState.Interested) || isSilent);
    }
}

using HousingInventory.Model;

namespace HousingInventory.Plan.Balance;

/// <summary>How far a contact with an owner has come.</summary>
public enum ContactState
{
    Contacted,
    Interested,
    Seen,
}

/// <summary>How contacts of a state have ended so far, and how many are open.</summary>
/// <param name="State">The furthest state of the open ones.</param>
/// <param name="Open">Contacts that are not resolved.</param>
/// <param name="Homes">Of the resolved ones that passed the state, those that gave a home.</param>
/// <param name="Resolved">Resolved contacts that passed the state.</param>
/// <param name="A">a of the Beta that stands for what is believed, experience included.</param>
/// <param name="B">b of it.</param>
public sealed record StageRate(ContactState State, int Open, int Homes, int Resolved, double A, double B)
{
    public double Mean => A / (A + B);
}

/// <summary>How many homes the contacts of the follow-up will give.</summary>
/// <param name="Rates">By state.</param>
/// <param name="Homes">Homes from all open contacts, however late.</param>
/// <param name="LeadMonths">Share of future homes that have come by the end of each month from now; the last is 1.</param>
public sealed record Yield(IReadOnlyList<StageRate> Rates, Likelihood Homes, IReadOnlyList<double> LeadMonths)
{
    /// <summary>Homes that have come by the end of the m-th month from now, counted from 1.</summary>
    public Likelihood By(int month) => month < 1 ? Likelihood.None : Homes.Thinned(month <= LeadMonths.Count ? LeadMonths[month - 1] : 1);

    /// <summary>The smallest number of further letters that gives this many homes with this probability; null when over 100,000.</summary>
    public int? LettersFor(int homes, double certainty)
    {
        StageRate contacted = Rates[0];
        (int low, int high) = (homes, 1);
        while (Enough(high) is false)
        {
            high *= 2;
            if (high > 100_000)
            {
                return null;
            }
        }

        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Enough(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;

        bool Enough(int letters) => Likelihood.OfContacts(letters, contacted.A, contacted.B).AtLeast(homes) >= certainty - 1e-12;
    }

    /// <summary>
    /// Reads the states of the follow-up. A contact counts once, in its furthest state, and is resolved when it has ended, has given a home, or has been silent
    /// for long.
    /// </summary>
    public static Yield Of(IEnumerable<FollowUp> followUps, YieldConfig config, DateOnly asOf)
    {
        int[] open = new int[3];
        int[] homes = new int[3];
        int[] resolved = new int[3];
        foreach (Contact contact in followUps.Select(f => Contact.Of(f, config.SilentAfterDays, asOf)).OfType<Contact>())
        {
            ContactState furthest = contact.IsSeen ? ContactState.Seen : contact.IsInterested ? ContactState.Interested : ContactState.Contacted;
            if (!contact.IsResolved)
            {
                open[(int)furthest]++;
                continue;
            }

            for (int state = 0; state <= (int)furthest; state++)
            {
                resolved[state]++;
                homes[state] += contact.GaveHome ? 1 : 0;
            }
        }

        return Of(config, open, homes, resolved);
    }

    /// <summary>The same from counts by state.</summary>
    public static Yield Of(YieldConfig config, int[] open, int[] homes, int[] resolved)
    {
        List<StageRate> rates = [];
        Likelihood all = Likelihood.None;
        foreach (ContactState state in Enum.GetValues<ContactState>())
        {
            (double a, double b) = Prior(config, state);
            int s = (int)state;
            StageRate rate = new(state, open[s], homes[s], resolved[s], a + homes[s], b + resolved[s] - homes[s]);
            rates.Add(rate);
            all = all.With(Likelihood.OfContacts(rate.Open, rate.A, rate.B));
        }

        double sum = config.LeadMonths.Sum();
        double so = 0;
        return new Yield(rates, all, [.. config.LeadMonths.Select((m, i) => i == config.LeadMonths.Count - 1 ? 1 : (so += m) / sum)]);
    }

    /// <summary>
    /// What is believed before there is experience: 48 of 1,400 in Ödeshög and Falkenberg, worth 29 contacts only; 3 of 12 in Ödeshög; nothing known.
    /// </summary>
    private static (double A, double B) Prior(YieldConfig config, ContactState state)
    {
        string key = state.ToString().ToLowerInvariant();
        return config.Priors.TryGetValue(key, out IReadOnlyList<double>? said) ? (said[0], said[1]) : state switch
        {
            ContactState.Contacted => (1, 28),
            ContactState.Interested => (1, 3),
            _ => (1, 1),
        };
    }
}

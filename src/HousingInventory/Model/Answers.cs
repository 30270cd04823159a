namespace HousingInventory.Model;

/// <summary>All that the answer is made from but registrations and withheld keys.</summary>
/// <param name="AsOf">The day the answer is for.</param>
/// <param name="Registers">The registers.</param>
/// <param name="Surroundings">Roads, buses, services and named areas.</param>
/// <param name="Papers">What is known of single homes from elsewhere.</param>
/// <param name="Books">What was read from where.</param>
public sealed record Question(DateOnly AsOf, Registers Registers, Surroundings Surroundings, Papers Papers, Books Books)
{
    /// <summary>The day of the population extract; of several the oldest, and the day of the answer where none is dated.</summary>
    public DateOnly ExtractedOn => Books.Files.Where(f => f.Type == "residents").Select(f => f.Extracted ?? AsOf).DefaultIfEmpty(AsOf).Min();
}

/// <summary>The question with the counts that it is answered from. No person is left in it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Linkage">Counts by building.</param>
public sealed record Linked(Question Question, Linkage Linkage);

/// <summary>The answer for every building.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Linkage">Counts by building.</param>
/// <param name="Flags">Statuses, and which are candidates.</param>
public sealed record Answers(Question Question, Linkage Linkage, Flags Flags);

using System.Collections;
using System.Reflection;
using HousingInventory.Export;
using HousingInventory.Import;
using HousingInventory.Model;

namespace HousingInventory.Tests.House;

/// <summary>The walls between the folders, by what the compiled types name; and what must not be reached through any of them.</summary>
public sealed class WallTests
{
    /// <summary>Each folder may name those before it.</summary>
    private static readonly string[] Order =
        ["Diagnostics", "Model", "Import", "Prepare", "Link", "Flag", "Score", "Rank", "Export", "Analyses", "Configuration", "Difference", "Verbs"];

    private static readonly Assembly Product = typeof(Pipeline).Assembly;

    [Fact]
    public void No_folder_names_one_that_comes_after_it()
    {
        List<string> offenders = [];
        foreach (Type type in Product.GetTypes().Where(t => Place(t) >= 0))
        {
            offenders.AddRange(TypeReferences.Of(type).Where(named => Place(named) > Place(type)).Select(named => $"{type.FullName} names {named.FullName}"));
        }

        Assert.True(offenders.Count == 0, string.Join('\n', offenders));
    }

    [Fact]
    public void The_walls_are_told_by_what_is_compiled_and_not_by_what_is_written()
    {
        // Written without its namespace, in the body of a method, and as an argument of a type.
        Assert.Contains(typeof(ResultsFolder), TypeReferences.Of(typeof(Pipeline)));
        Assert.Contains(typeof(Batch), TypeReferences.Of(typeof(Source)));
        Assert.Contains(typeof(BuildingRow), TypeReferences.Of(typeof(Batch)));
    }

    [Fact]
    public void Nobody_but_the_pipeline_and_the_verbs_names_the_pipeline()
    {
        List<string> offenders = [.. Product.GetTypes().Where(t => Place(t) >= 0 && Place(t) < Array.IndexOf(Order, "Verbs") && TypeReferences.Of(t).Contains(typeof(Pipeline))).Select(t => t.FullName!)];
        Assert.True(offenders.Count == 0, string.Join('\n', offenders));
    }

    [Fact]
    public void No_registration_resident_row_or_withheld_key_can_be_reached_from_results()
    {
        HashSet<Type> reached = [];
        Reach(typeof(Results), reached);

        // The search gets somewhere: to what stands in arrays, lists and derived criteria.
        Assert.Contains(typeof(Building), reached);
        Assert.Contains(typeof(HousingInventory.Score.UsefulDayCriterion), reached);
        Type[] forbidden = [typeof(Registrations), typeof(RegistrationKey), typeof(ResidentRow), typeof(WithheldKey), typeof(Batch), typeof(Delivery)];
        Assert.All(forbidden, f => Assert.DoesNotContain(f, reached));
    }

    [Fact]
    public void A_disposed_delivery_holds_neither_registrations_nor_keys_nor_rows()
    {
        Delivery delivery = new(new Batch());
        Assert.Empty(delivery.Withheld);
        delivery.Dispose();
        Assert.Throws<ObjectDisposedException>(() => delivery.Registrations);
        Assert.All(typeof(Delivery).GetFields(BindingFlags.Instance | BindingFlags.NonPublic), f => Assert.True(f.GetValue(delivery) is null or Papers or Books));
    }

    [Fact]
    public void Every_list_of_a_batch_is_added_up_and_handed_on()
    {
        PropertyInfo[] lists = [.. typeof(Batch).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(List<>))];
        Assert.True(lists.Length > 15);
        Batch all = new();
        Batch part = new();
        foreach (PropertyInfo list in lists)
        {
            Type element = list.PropertyType.GetGenericArguments()[0];
            ((IList)list.GetValue(part)!).Add(element.IsValueType ? Activator.CreateInstance(element) : null);
        }

        part.Notices.Add(new SourceIsEmpty());
        all.Add(part);
        Delivery delivery = new(all);
        object[] handedOn = [.. ((object[])[delivery, delivery.Papers, delivery.Books]).SelectMany(o => o.GetType().GetProperties().Where(p => p.CanRead && p.GetIndexParameters().Length == 0).Select(p => p.GetValue(o)!))];
        Assert.All(lists, list =>
        {
            Assert.True(((IList)list.GetValue(all)!).Count == 1, $"{list.Name} is not in Batch.Add");
            Assert.True(list.Name == nameof(Batch.AddressesElsewhere) || handedOn.Contains(list.GetValue(all)), $"{list.Name} is not in Delivery");
        });
        Assert.Equal(1, all.Notices.Counts["source_is_empty"]);
    }

    private static int Place(Type type)
    {
        string[] parts = (type.Namespace ?? "").Split('.');
        return parts is ["HousingInventory", { } folder, ..] ? Array.IndexOf(Order, folder) : -1;
    }

    private static void Reach(Type type, HashSet<Type> reached)
    {
        if (type.HasElementType)
        {
            Reach(type.GetElementType()!, reached);
            return;
        }

        foreach (Type argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Reach(argument, reached);
        }

        if (type.Assembly.GetName().Name?.StartsWith("HousingInventory", StringComparison.Ordinal) != true || !reached.Add(type))
        {
            return;
        }

        for (Type? at = type; at is not null; at = at.BaseType)
        {
            Array.ForEach(at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly), f => Reach(f.FieldType, reached));
        }

        foreach (Type derived in type.Assembly.GetTypes().Where(t => t.BaseType == type))
        {
            Reach(derived, reached);
        }
    }
}

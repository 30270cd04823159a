namespace HousingInventory.SystemTests.PostGis;

/// <summary>All tests with a database share one server, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PostGisTests : ICollectionFixture<PostGisCluster>
{
    public const string Name = "PostGIS";
}

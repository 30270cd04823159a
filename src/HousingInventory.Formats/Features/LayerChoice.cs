namespace HousingInventory.Formats;

/// <summary>Picks the layer that is meant.</summary>
internal static class LayerChoice
{
    /// <summary>The layer of this name, compared without case; without a name, the only layer.</summary>
    /// <exception cref="DataFormatException">No such layer, no layer at all, or several and none named.</exception>
    public static LayerInfo Choose(IReadOnlyList<LayerInfo> layers, string? name)
    {
        if (layers.Count == 0)
        {
            throw new DataFormatException("The file holds no layer and no table; check that the download is whole.");
        }

        string names = string.Join(", ", layers.Select(static l => l.Name));
        if (name is null)
        {
            return layers.Count == 1 ? layers[0] : throw new DataFormatException($"The file holds {layers.Count} layers ({names}); say which one with \"layer\".");
        }

        return layers.FirstOrDefault(l => l.Name == name)
            ?? layers.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataFormatException($"The file holds no layer '{name}'; it holds {names}.");
    }
}

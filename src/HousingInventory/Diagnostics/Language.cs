namespace HousingInventory.Diagnostics;

/// <summary>The language of labels and sentences. Keys are English in both.</summary>
public enum Language
{
    Sv,
    En,
}

using HousingInventory.Diagnostics;

namespace HousingInventory.Verbs;

/// <summary>The words of a search through results, in the language of the command: where something stands, and why a place cannot be looked into.</summary>
internal sealed class ProofWords(Language language)
{
    public string Say(string sv, string en) => language == Language.Sv ? sv : en;

    /// <summary>What a place holds that it must not; never the thing itself.</summary>
    public string Of(ProofHit what) => what switch
    {
        ProofHit.Withheld => Say(
            "en undantagen nyckel, eller ett undantaget hems id, adress, fastighet eller läge", "a withheld key, or the id, address, property or place of a withheld home"),
        ProofHit.Row => Say("en rad ur den avskalade filen", "a row of the reduced file"),
        _ => Say("ett värde ur en rad i folkbokföringen", "a value of a resident row"),
    };
}

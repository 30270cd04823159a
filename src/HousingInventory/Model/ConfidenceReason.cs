namespace HousingInventory.Model;

/// <summary>What moves the strength of the ground of an answer, in this order.</summary>
public enum ConfidenceReason : byte
{
    [Term("no-own-address", "huset har ingen egen adress", "the house has no address of its own")]
    NoOwnAddress,

    [Term("address-not-sure", "adressens koppling till huset är osäker", "the tie between address and house is not sure")]
    AddressNotSure,

    [Term("no-property", "fastigheten är okänd", "the property is unknown")]
    NoProperty,

    [Term("unlinked-nearby", "folkbokföringar i närheten kunde inte kopplas", "registrations nearby could not be linked")]
    UnlinkedNearby,

    [Term("few-linked", "få folkbokföringar kunde kopplas i hela kommunen", "few registrations linked in the whole municipality")]
    FewLinked,

    /// <summary>Whether somebody is registered in one of them does not matter: a registration of the property could be of either.</summary>
    [Term("others-on-property", "huset saknar adress och andra hus står på fastigheten", "the house has no address, and other houses stand on the property")]
    OthersOnProperty,

    [Term("evidence-of-use", "annat underlag tyder på att huset används", "other evidence suggests that the house is used")]
    EvidenceOfUse,

    [Term("evidence-of-disuse", "annat underlag tyder på att huset inte används", "other evidence suggests that the house is not used")]
    EvidenceOfDisuse,

    [Term("many-unplaced", "många personer kunde inte placeras i körningen", "many persons could not be placed in this run")]
    ManyUnplaced,
}

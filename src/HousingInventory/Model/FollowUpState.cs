namespace HousingInventory.Model;

/// <summary>How far the work with a home has come, in the order of the work.</summary>
public enum FollowUpState : byte
{
    [Term("not-started", "Ej påbörjad", "Not started")]
    NotStarted,

    [Term("contacted", "Kontaktad", "Contacted")]
    Contacted,

    [Term("interested", "Ägaren intresserad", "Owner interested")]
    Interested,

    [Term("declined", "Ägaren tackar nej", "Owner declined")]
    Declined,

    [Term("do-not-contact", "Kontakta inte", "Do not contact")]
    DoNotContact,

    [Term("in-use", "Används", "In use")]
    InUse,

    [Term("unsuitable", "Olämpligt", "Unsuitable")]
    Unsuitable,

    [Term("taken", "Ianspråktaget", "Taken")]
    Taken,
}

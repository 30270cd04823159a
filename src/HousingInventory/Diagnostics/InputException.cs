namespace HousingInventory.Diagnostics;

/// <summary>
/// What was asked cannot be done with what was given: one English line that says what is wrong, where, and how to mend it. Ends the command with exit code 2
/// and no stack trace. It never quotes a row of residents.
/// </summary>
public sealed class InputException : Exception
{
    public InputException(string message)
        : base(message)
    {
    }

    public InputException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

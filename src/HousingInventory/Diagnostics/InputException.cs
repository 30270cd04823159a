namespace HousingInventory.Diagnostics;

/// <summary>
/// What was asked cannot be done with what was given: one English line that says what is wrong, where, and how to mend it. Ends the command with exit code 2
/// and no stack trace. It never quotes a row of residents.
/// </summary>
public sealed class InputException : Exception
{
    public InputException(string message)
        : base(OneLine(message))
    {
    }

    public InputException(string message, Exception inner)
        : base(OneLine(message), inner)
    {
    }

    // It may name what the user wrote, and that may hold a line end.
    private static string OneLine(string message) =>
        message.Any(char.IsControl) ? string.Create(message.Length, message, static (into, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                into[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        }) : message;
}

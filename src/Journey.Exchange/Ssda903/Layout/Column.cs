namespace Journey.Exchange.Ssda903.Layout;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Free text, such as an identifier or a postcode.</summary>
    Text,

    /// <summary>A code of a list.</summary>
    Code,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A date whose day, month or year may be unknown, written with the letter z.</summary>
    PartDate,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>A column of a file, and whether it is part of the key of a row.</summary>
public sealed record Column(string Name, ColumnKind Kind, bool IsKey = false);

namespace Journey.Record.Codes;

/// <summary>Code sets of keeping the record; our own.</summary>
public static class KeepingCodes
{
    /// <summary>Why a record is kept for as long as it is.</summary>
    public static CodeSet Basis { get; } = new(
        "retention-basis",
        "the grounds for keeping a record",
        new("lookedAfter", "Looked after"),
        new("cpp", "Protection plan"),
        new("cin", "Child in need"),
        new("adoption", "Adoption"));

    /// <summary>Why a record may not be disposed of.</summary>
    public static CodeSet Hold { get; } = new(
        "retention-hold",
        "the grounds for a hold",
        new("inquiry", "Inquiry"),
        new("litigation", "Legal action"),
        new("sar", "Request of the person for the record"));

    /// <summary>How much of a record was disposed of.</summary>
    public static CodeSet DisposalScope { get; } = new(
        "disposal-scope",
        "the extents of a disposal",
        new("whole", "The whole record but for ids and dates"),
        new("words", "Names, addresses and free text"));

    /// <summary>How a record was disposed of.</summary>
    public static CodeSet DisposalMethod { get; } = new(
        "disposal-method",
        "the ways of disposal",
        new("keyDestroyed", "Key destroyed"),
        new("masked", "Masked"));
}

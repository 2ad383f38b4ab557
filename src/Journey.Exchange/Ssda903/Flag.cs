namespace Journey.Exchange.Ssda903;

/// <summary>Something to look at that stops nothing; row 0 means the whole file.</summary>
public sealed record Flag(string File, int Row, string? Column, string Code, string Sentence);

using Journey.Record.Children;

namespace Journey.Exchange.Ssda903.Reading;

/// <summary>What came of reading a set: <see cref="SetRefused"/> or <see cref="SetRead"/>.</summary>
public abstract record ReadOutcome
{
    private protected ReadOutcome()
    {
    }
}

/// <summary>The whole set is refused. The sentence names files, rows, columns and codes, never what stands in a row.</summary>
public sealed record SetRefused(Refusal Refusal) : ReadOutcome;

/// <summary>The set as read.</summary>
/// <param name="Set">Every readable row.</param>
/// <param name="Rejects">The rows that cannot be read.</param>
/// <param name="Files">One count for each file given, in the order of the layout.</param>
/// <param name="Flags">What was read and deserves a look.</param>
/// <param name="Digest">The set's <see cref="ReturnDigest"/>.</param>
public sealed record SetRead(
    ReturnSet Set,
    IReadOnlyList<Reject> Rejects,
    IReadOnlyList<FileCount> Files,
    IReadOnlyList<Flag> Flags,
    string Digest)
    : ReadOutcome;

/// <summary>Rows read from a file: its conventional name, the name it came under, and its rows.</summary>
public sealed record FileCount(string File, string Name, int Rows, int Rejected);

/// <summary>A row that cannot be read, as it stood; <paramref name="Row"/> is the line on which it starts, the heading being line 1.</summary>
public sealed record Reject(string File, int Row, string? Column, string Code, string Sentence, IReadOnlyList<string> Fields);

using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Workforce;

/// <summary>A worker in post, found by number.</summary>
public sealed record Post(string Number) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Number;
}

/// <summary>The terms of a post.</summary>
public sealed record Terms(string Kind, decimal Fte, string Role, string? Team);

/// <summary>Why a worker left, and where to.</summary>
public sealed record PostClosing(string Reason, string? Destination);

/// <summary>A worker is away, for a reason.</summary>
public sealed record Absence(string Kind);

/// <summary>A worker was supervised, found by the supervisor.</summary>
public sealed record Supervision(string Supervisor, bool Reflective, int Cases) : IKeyed
{
    /// <inheritdoc/>
    public string Key() => Supervisor;
}

/// <summary>Lanes of a worker's own record.</summary>
public static class WorkforceLanes
{
    /// <summary>In post or not.</summary>
    public static Lane<Post> InPost { get; } = Lane<Post>.Exclusive("in-post", closing: typeof(PostClosing));

    /// <summary>Terms, while the post lasts.</summary>
    public static Lane<Terms> Terms { get; } = Lane<Terms>.Exclusive("terms", InPost);

    /// <summary>Absences, each until the worker returns.</summary>
    public static Lane<Absence> Absences { get; } = Lane<Absence>.Overlapping("absences");

    /// <summary>Supervision.</summary>
    public static Lane<Supervision> Supervisions { get; } = Lane<Supervision>.Point("supervisions");
}

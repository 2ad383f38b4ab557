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

/// <summary>Lanes of a worker's own record.</summary>
public static class WorkforceLanes
{
    /// <summary>In post or not.</summary>
    public static Lane<Post> InPost { get; } = Lane<Post>.Exclusive("in-post", closing: typeof(PostClosing));

    /// <summary>Terms, while the post lasts.</summary>
    public static Lane<Terms> Terms { get; } = Lane<Terms>.Exclusive("terms", InPost);
}

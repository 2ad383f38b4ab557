using Journey.Record.Bitemporal;

namespace Journey.Record.Facts.Education;

/// <summary>A plan was asked for, to be issued by a day.</summary>
public sealed record EhcpRequest(string By, DateOnly DueOn);

/// <summary>Whether a plan was issued.</summary>
public sealed record EhcpAnswer(bool Issued, string? Reason);

/// <summary>A plan, and the need it is for.</summary>
public sealed record Ehcp(string PrimaryNeed);

/// <summary>Why a plan ceased.</summary>
public sealed record EhcpClosing(string Reason);

/// <summary>A yearly review of a plan.</summary>
public sealed record EhcpReview(string Outcome);

/// <summary>Lanes of education, health and care plans.</summary>
public static class EhcpLanes
{
    /// <summary>Requests, each open until a plan is issued or refused.</summary>
    public static Lane<EhcpRequest> Requests { get; } = Lane<EhcpRequest>.Overlapping("ehcp-requests", typeof(EhcpAnswer));

    /// <summary>The plan.</summary>
    public static Lane<Ehcp> Plan { get; } = Lane<Ehcp>.Exclusive("ehcp", closing: typeof(EhcpClosing));

    /// <summary>Reviews of the plan.</summary>
    public static Lane<EhcpReview> Reviews { get; } = Lane<EhcpReview>.Point("ehcp-reviews");
}

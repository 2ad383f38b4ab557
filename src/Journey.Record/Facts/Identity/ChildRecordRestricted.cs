using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;

namespace Journey.Record.Facts.Identity;

/// <summary>Only the teams named may see the record.</summary>
public sealed record ChildRecordRestricted(
    string Reason,
    IReadOnlyList<string> AllowedTeams,
    string DecidedBy,
    DateOnly From) : IFact<ChildRecordRestricted>
{
    /// <inheritdoc/>
    public static string Name => "child_record_restricted.v1";

    /// <inheritdoc/>
    public static string Noun => "restrictions";

    /// <inheritdoc/>
    public static IReadOnlyList<Lane> Lanes { get; } = [IdentityLanes.Restriction];

    /// <inheritdoc/>
    public static IReadOnlyList<Rule<ChildRecordRestricted>> Rules { get; } =
    [
        Guards.Known<ChildRecordRestricted>(RecordCodes.Restriction, "unknown-code", f => f.Reason),
        Guards.Said<ChildRecordRestricted>("name of who decided", f => f.DecidedBy),
        new("nobody-allowed", "Name at least one team that may see the record.", q => q.Fact.AllowedTeams.All(string.IsNullOrWhiteSpace)),
    ];

    /// <inheritdoc/>
    public static ChildRecordRestricted Example => new("staffChild", ["Safeguarding North"], "A. Manager", new DateOnly(2025, 5, 12));

    /// <inheritdoc/>
    public DateOnly EffectiveFrom() => From;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [new(IdentityLanes.Restriction, new Restriction(Reason, string.Join("; ", AllowedTeams)), From)];

    /// <inheritdoc/>
    public string Sentence() =>
        $"The record was restricted from {Words.Date(From)}, {Words.Label(RecordCodes.Restriction, Reason)}; open to: "
        + $"{Words.List(AllowedTeams)}.";
}

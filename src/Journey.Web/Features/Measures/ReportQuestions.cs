using Journey.Record.Bitemporal;
using Journey.Record.Clocks;
using Journey.Record.Facts.Workforce;
using Journey.Record.Measures;
using Journey.Store.Projections;
using Journey.Store.Reading;
using Journey.Web.Access;
using Journey.Web.Hosting;
using Journey.Web.Http;

namespace Journey.Web.Features.Measures;

/// <summary>A step of a funnel, or a figure told beside it. Shares are of the first step and of the one before.</summary>
public sealed record FunnelLine(
    string Name, string Measure, int Version, decimal Count, decimal? Denominator, decimal? Result, decimal? OfFirst, decimal? OfBefore);

/// <summary>A funnel in a window: its steps in order, and the figures beside it.</summary>
public sealed record FunnelAnswer(
    BasisView Basis, string Code, string Title, WindowView Window, IReadOnlyList<FunnelLine> Steps, IReadOnlyList<FunnelLine> Beside) : IAnswer;

/// <summary>How agencies answered requests in a window.</summary>
public sealed record PartnerAnswer(BasisView Basis, WindowView Window, IReadOnlyList<PartnerResponse> Agencies) : IAnswer;

/// <summary>By whom or what lateness is grouped.</summary>
public enum LatenessBy
{
    /// <summary>The kind of fact.</summary>
    Kind,

    /// <summary>Who recorded it.</summary>
    Worker,

    /// <summary>The team of whoever recorded it, on the day of recording.</summary>
    Team,
}

/// <summary>How late facts were recorded in a window of knowledge, by group.</summary>
public sealed record GroupLatenessAnswer(BasisView Basis, WindowView Known, LatenessBy By, IReadOnlyList<GroupLateness> Groups) : IAnswer;

/// <summary>M29: of what happened in a window, what was recorded more than five working days later, by kind of fact.</summary>
public sealed record RecordingDebtAnswer(BasisView Basis, WindowView Window, IReadOnlyList<RecordingDebt> Kinds) : IAnswer;

/// <summary>Figures that belong together: funnels, agencies' answers, lateness by who recorded, and what was recorded late.</summary>
public sealed class ReportQuestions(Gate gate, SegmentReader segments, ChildReader records)
{
    /// <summary>Every funnel.</summary>
    public static IReadOnlyList<Funnel> Funnels { get; } = [Funnel.FrontDoor, Funnel.Protection, Funnel.Care];

    /// <summary>A funnel.</summary>
    public async Task<Outcome<FunnelAnswer>> FunnelAsync(
        Person person, string authority, string code, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        Funnels.FirstOrDefault(f => string.Equals(f.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } funnel
            ? Problems.FunnelUnknown(code)
            : await gate.ManyAsync<FunnelAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, $"funnel {funnel.Code}"), async (seen, ct) =>
            {
                if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
                {
                    return problem;
                }

                var children = await ReadAsync(seen, funnel.Lanes, ct);
                var steps = funnel.Over(children, period, WorkingCalendar.Latest);
                var beside = funnel.Beside.Select(m => Figure.Over(m, children, period));
                return new Counted<FunnelAnswer>(
                    new FunnelAnswer(
                        seen.View, funnel.Code, funnel.Title, WindowView.Of(period),
                        [.. steps.Select(s => Line(s.Step.Name, s.Figure, Share(s.OfFirst), Share(s.OfBefore)))],
                        [.. beside.Select(f => Line(f.Measure.Title, f, null, null))]),
                    steps.SelectMany(s => s.Figure.Contributions).Where(c => c.InCohort).Select(c => c.Subject).Distinct().Count());
            }, cancellation);

    /// <summary>How each agency answered.</summary>
    public Task<Outcome<PartnerAnswer>> PartnersAsync(Person person, string authority, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        gate.ManyAsync<PartnerAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, "partner response"), async (seen, ct) =>
        {
            if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
            {
                return problem;
            }

            var children = await ReadAsync(seen, PartnerResponse.Lanes, ct);
            return new Counted<PartnerAnswer>(new PartnerAnswer(seen.View, WindowView.Of(period), PartnerResponse.Of(children, period)), children.Count);
        }, cancellation);

    /// <summary>How late facts were recorded, by kind, by who recorded them or by that worker's team.</summary>
    public async Task<Outcome<GroupLatenessAnswer>> LatenessAsync(
        Person person, string authority, string? grouped, AskedWindow known, Asked asked, CancellationToken cancellation)
    {
        if (!Choices.Read<LatenessBy>("by", grouped).Has(out var choice, out var unknown))
        {
            return unknown;
        }

        var by = choice.Value ?? LatenessBy.Kind;
        return await gate.ManyAsync<GroupLatenessAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, $"lateness by {by}"), async (seen, ct) =>
        {
            if (!known.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
            {
                return problem;
            }

            var recorded = new List<RecordedBy>();
            await foreach (var child in records.AllAsync(authority, seen.Basis.Position, ct))
            {
                recorded.AddRange(M25LatenessBy.Of(child, period));
            }

            var teams = by == LatenessBy.Team ? await TeamsAsync(seen, ct) : null;
            Func<RecordedBy, string?> group = by switch
            {
                LatenessBy.Kind => r => r.Fact.Kind,
                LatenessBy.Worker => r => r.Actor,
                _ => r => r.Actor is { } actor ? teams!(actor, r.Fact.KnownOn) ?? "none" : null,
            };
            return new Counted<GroupLatenessAnswer>(
                new GroupLatenessAnswer(
                    seen.View, WindowView.Of(period), by,
                    [.. M25LatenessBy.Figure(recorded, group, WorkingCalendar.Latest).Select(g => g with { ShareOver = decimal.Round(g.ShareOver, 6) })]),
                recorded.Select(r => r.Fact.Child).Distinct().Count());
        }, cancellation);
    }

    /// <summary>M29.</summary>
    public Task<Outcome<RecordingDebtAnswer>> DebtAsync(Person person, string authority, AskedWindow window, Asked asked, CancellationToken cancellation) =>
        gate.ManyAsync<RecordingDebtAnswer>(new Ask(person, Permissions.ReadMeasures, authority, asked, "recording debt"), async (seen, ct) =>
        {
            if (!window.Resolve(seen.Basis.ValidAt).Has(out var period, out var problem))
            {
                return problem;
            }

            var recorded = new List<Recorded>();
            await foreach (var child in records.AllAsync(authority, seen.Basis.Position, ct))
            {
                recorded.AddRange(M29RecordingDebt.Of(child, period));
            }

            return new Counted<RecordingDebtAnswer>(
                new RecordingDebtAnswer(
                    seen.View, WindowView.Of(period), [.. M29RecordingDebt.Figure(recorded, WorkingCalendar.Latest).Select(d => d with { Share = decimal.Round(d.Share, 6) })]),
                recorded.Select(r => r.Child).Distinct().Count());
        }, cancellation);

    private static FunnelLine Line(string name, Figure figure, decimal? ofFirst, decimal? ofBefore) => new(
        name, figure.Measure.Code, figure.Measure.Version, figure.Numerator, figure.Denominator, figure.Result is { } r ? decimal.Round(r, 6) : null, ofFirst, ofBefore);

    private static decimal? Share(decimal? share) => share is { } s ? decimal.Round(s, 6) : null;

    private async Task<List<Timelines>> ReadAsync(SeenMany seen, IReadOnlyCollection<Lane> lanes, CancellationToken cancellation)
    {
        var cohort = await segments.ReadAsync(seen.Basis.Authority, lanes, seen.Basis.Position, cancellation: cancellation);
        return [.. cohort.Members.Values.OrderBy(m => m.Id).Select(m => m.Timelines)];
    }

    /// <summary>The team of a worker's number on a day.</summary>
    private async Task<Func<string, DateOnly, string?>> TeamsAsync(SeenMany seen, CancellationToken cancellation)
    {
        var workers = (await ReadAsync(seen, [WorkforceLanes.InPost, WorkforceLanes.Terms], cancellation))
            .SelectMany(w => w[WorkforceLanes.InPost].Select(i => (Post: i, Worker: w)))
            .ToLookup(x => x.Post.As<Post>().Number, StringComparer.Ordinal);
        return (number, day) => workers[number].Where(x => x.Post.Period.Contains(day)).Select(x => x.Worker.At(WorkforceLanes.Terms, day)?.Team).FirstOrDefault(t => t is not null);
    }
}

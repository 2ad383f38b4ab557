using Journey.Exchange.Ssda903.Layout;
using Journey.Exchange.Ssda903.Loading;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Codes;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Returns;

namespace Journey.Exchange.Ssda903.Deriving;

/// <summary>The rows of one child in the return of a year.</summary>
internal sealed class ChildDerivation(ChildRecord record, int year, Loads loads, Tallied agreement)
{
    private readonly Period _window = Period.Year(year);
    private readonly HashSet<Guid> _exported = [];
    private readonly IReadOnlyList<CareEpisode> _all = CareEpisodes.Of(record.Timeline);

    public List<Row> Rows { get; } = [];

    public List<LeftOut> LeftOut { get; } = [];

    public List<RowFlag> Flags { get; } = [];

    private string Child { get; } = ReturnChildren.LaChildIdOf(record) ?? record.Id.ToString("N")[..20];

    private DateOnly LastDay => _window.To.AddDays(-1);

    private Birth? Birth => Last(IdentityLanes.Birth);

    private IReadOnlyList<StatedElsewhere> Elsewhere { get; } =
        record.Facts<IdentityStated>().Select(f => f.Fact.Elsewhere).FirstOrDefault() ?? [];

    public void Derive()
    {
        var episodes = _all.Where(e => e.Period.Touches(_window)).ToList();
        foreach (var episode in episodes)
        {
            Episode(episode);
        }

        if (episodes.Count > 0)
        {
            Items(episodes);
        }

        var careLeaver = CareLeaverItems();
        if (episodes.Count > 0 || careLeaver)
        {
            Header();
        }

        LeaveOut();
    }

    private void Episode(CareEpisode e)
    {
        var fact = record.Find<EpisodeStated>(e.Fact);
        var ended = e is { IsOpen: false, Silent: false } && e.To <= _window.To;
        var (rec, reason) = ended ? (e.Rec, e.ReasonPlaceChange)
            : fact is { Dec: null } ? (fact.Rec, fact.ReasonPlaceChange)
            : (null, null);
        var row = new EpisodeRow(
            Child, e.From, e.Rne, e.LegalStatus, e.Need, e.Place is null ? null : CareCodes.Place.In(e.Place, year), e.Provider,
            ended ? e.To : null, rec, reason, e.HomePostcode, e.Postcode, e.Urn);
        Put(row, e.Fact);
        if (e.Silent && e.To <= _window.To)
        {
            Flags.Add(new RowFlag("episodes.csv", row, "not-reported", "Implied: the next return does not report this episode. Its end is not known."));
        }

        if (e.Stated)
        {
            Agree(e, ended);
        }
    }

    /// <summary>Compares what was stated with what the lanes alone give.</summary>
    private void Agree(CareEpisode e, bool ended)
    {
        var before = _all.LastOrDefault(b => b != e && b.From <= e.From && b.To <= e.From);
        var rne = CareEpisodes.DerivedRne(e, before);
        agreement.Add("RNE", e.Rne, rne);
        Contradicts(e, "RNE", e.Rne, rne);
        if (!ended)
        {
            return;
        }

        var next = _all.FirstOrDefault(n => n != e && n.From >= e.To);
        var continues = next?.From == e.To;
        var closing = record.Timeline(CareLanes.Care).LastOrDefault(i => i.To == e.To)?.Closing as CareClosing;
        var rec = continues && closing?.Rec is null or "X1" ? "X1" : closing?.Rec;
        agreement.Add("REC", e.Rec, rec);
        Contradicts(e, "REC", e.Rec, rec);
        var moved = continues && next is not null && CareEpisodes.DerivedRne(next, e) is "P" or "B" or "T" or "U"
            && !CareCodes.IsTemporary(e.Place) && !CareCodes.IsTemporary(next.Place);
        var reason = moved
            ? (record.Timeline(Journey.Record.Facts.Placements.PlacementLanes.Placement).LastOrDefault(i => i.To == e.To)?.Closing as CareClosing)?.ReasonPlaceChange
            : null;
        agreement.Add("REASON_PLACE_CHANGE", e.ReasonPlaceChange, reason);
        Contradicts(e, "REASON_PLACE_CHANGE", e.ReasonPlaceChange, reason);
    }

    private void Contradicts(CareEpisode e, string column, string? stated, string? derived)
    {
        if (stated != derived)
        {
            Flags.Add(new RowFlag(
                "episodes.csv", Rows[^1], "stated-differs",
                $"{column}: stated {stated ?? "blank"}, the record gives {derived ?? "blank"}. The stated value is used."));
        }
    }

    private void Items(List<CareEpisode> episodes)
    {
        foreach (var mapping in Mappings.All.Where(m => m.File.ExistsIn(year) && m.File != ReturnFiles.Episodes && m.File != ReturnFiles.Oc3))
        {
            foreach (var belief in record.Beliefs.Where(b => b.Assertion is IFact fact && mapping.Is(fact)))
            {
                if (InYear(mapping, belief, episodes))
                {
                    var row = Row(mapping, belief);
                    Put(row, belief.FactId);
                    if (OutsideCohort(belief, episodes) is { } why)
                    {
                        Flags.Add(new RowFlag(mapping.File.Name, Rows[^1], "outside-cohort", why));
                    }
                }
            }
        }
    }

    /// <summary>Whether a fact of a file belongs to the year, given that the child has an episode in it.</summary>
    private bool InYear(Mapping mapping, Belief belief, List<CareEpisode> episodes) => belief.Assertion switch
    {
        HealthOutcomesRecorded outcomes => outcomes.Year == year,
        AdoptersMatched matched => matched.ReturnYear is { } stated ? stated == year : Adopted(episodes),
        PreviousPermanenceRecorded => StartedCare(episodes) || loads.States(belief, year),
        _ => Dated(mapping, belief) || (belief.Assertion is ImmigrationStatusRecorded or AdoptionDecisionMade && loads.States(belief, year)),
    };

    /// <summary>A day or span in the year: from no later than its last day, and if ended, not before its first.</summary>
    private bool Dated(Mapping mapping, Belief belief)
    {
        var from = ((IFact)belief.Assertion).EffectiveFrom();
        if (mapping.EndColumns.Count == 0 && belief.Assertion is not ImmigrationStatusRecorded)
        {
            return _window.Contains(from);
        }

        return from < _window.To && (EndOf(mapping, belief) is not { } end || (end >= _window.From && (end > _window.From || mapping.File == ReturnFiles.Missing || from == end)));
    }

    private DateOnly? EndOf(Mapping mapping, Belief belief) => belief.Assertion switch
    {
        ImmigrationStatusRecorded status => status.To,
        _ => mapping.EndOf(WithStatedEnd(mapping, belief)) ?? LaneEnd(belief),
    };

    /// <summary>The end of an allocation that nobody stated is the day on which the next worker took over.</summary>
    private DateOnly? LaneEnd(Belief belief) =>
        belief.Assertion is WorkerAllocated
        && record.Timeline(AllocationLanes.SocialWorker).LastOrDefault(i => i.FactId == belief.FactId) is { IsOpen: false } interval
            ? interval.To
            : null;

    private Row WithStatedEnd(Mapping mapping, Belief belief)
    {
        var row = mapping.ToRow(Child, (IFact)belief.Assertion, year);
        var end = mapping.EndColumns.Count == 0 ? null : record.Beliefs.FirstOrDefault(b => b.Assertion is IFact f && mapping.Ends(f) == belief.FactId);
        return end is null ? row : mapping.WithEnd(row, (IFact)end.Assertion);
    }

    /// <summary>The row as the year shows it: an end after the year is blank.</summary>
    private Row Row(Mapping mapping, Belief belief)
    {
        var row = WithStatedEnd(mapping, belief);
        if (row is SocialWorkerRow { SwDec: null } allocation)
        {
            row = allocation with { SwDec = LaneEnd(belief) };
        }

        var last = mapping.File == ReturnFiles.Missing ? LastDay : _window.To;
        return mapping.EndOf(row) > last ? mapping.WithEndOf(row, null) : row;
    }

    private bool CareLeaverItems()
    {
        var any = false;
        var mapping = Mappings.All.Single(m => m.File == ReturnFiles.Oc3);
        foreach (var (factId, status) in record.Facts<CareLeaverStatusRecorded>().Where(f => _window.Contains(f.Fact.On)))
        {
            Put(mapping.ToRow(Child, status, year), factId);
            any = true;
            if (Birth?.Born is { } born && (born.AddYears(17) > status.On || born.AddYears(22) <= status.On))
            {
                Flags.Add(new RowFlag("oc3.csv", Rows[^1], "outside-cohort", "The child is not 17 to 21 on that birthday."));
            }
        }

        return any;
    }

    private void Header()
    {
        var identity = record.Beliefs.FirstOrDefault(b => b.Assertion is IdentityStated);
        var mother = Last(IdentityLanes.Motherhood);
        Put(
            new HeaderRow(
                Child, IdentityCodes.SexIn(Last(IdentityLanes.Sex)?.Code, year), Birth?.Born, Last(IdentityLanes.Ethnicity)?.Code,
                Last(IdentityLanes.Upn)?.Value, mother is null ? null : mother.IsMother ? 1 : 0, mother?.ChildsDateOfBirth),
            identity?.FactId ?? Guid.Empty);
    }

    /// <summary>Accounts for every row that the return of the year stated and that is not above.</summary>
    private void LeaveOut()
    {
        foreach (var belief in record.Beliefs.Where(b => loads.States(b, year) && !_exported.Contains(b.FactId)))
        {
            if (belief.Assertion is IdentityStated { InHeader: true } identity)
            {
                LeftOut.Add(new LeftOut("header.csv", Identity.ToRow(identity, year), LeftOutReason.NoEpisode));
            }
            else if (belief.Assertion is RowKept kept && kept.Year == year)
            {
                continue;
            }
            else if (Mappings.All.FirstOrDefault(m => m.Is((IFact)belief.Assertion)) is { } mapping)
            {
                LeftOut.Add(new LeftOut(mapping.File.Name, Stated(mapping, belief), Reason(mapping, belief)));
            }
        }

        foreach (var repeated in loads.Latest(year)?.Return.Repeated ?? [])
        {
            if (record.Find(repeated.FactId) is { } belief && Mappings.All.FirstOrDefault(m => m.Is((IFact)belief.Assertion)) is { } mapping)
            {
                LeftOut.Add(new LeftOut(mapping.File.Name, Stated(mapping, belief), LeftOutReason.StatedTwice));
            }
        }
    }

    private Row Stated(Mapping mapping, Belief belief) => Completed(Row(mapping, belief));

    private LeftOutReason Reason(Mapping mapping, Belief belief) => belief.Assertion switch
    {
        HealthOutcomesRecorded or AdoptersMatched or PreviousPermanenceRecorded or ImmigrationStatusRecorded or AdoptionDecisionMade => LeftOutReason.NoEpisode,
        _ => Dated(mapping, belief) ? LeftOutReason.NoEpisode : LeftOutReason.OutsideYear,
    };

    private string? OutsideCohort(Belief belief, List<CareEpisode> episodes) => belief.Assertion switch
    {
        HealthOutcomesRecorded when !LookedAfterForAYear() => "The child was not looked after for the twelve months to 31 March.",
        PreviousPermanenceRecorded when !StartedCare(episodes) => "The child did not start to be looked after in the year.",
        AdoptersMatched when !Adopted(episodes) => "The child was not adopted in the year.",
        ImmigrationStatusRecorded status when status.From >= _window.To || status.To <= _window.From => "The status does not hold in the year.",
        _ => null,
    };

    private bool StartedCare(List<CareEpisode> episodes) => episodes.Exists(e => e.Rne == "S" && _window.Contains(e.From));

    private bool Adopted(List<CareEpisode> episodes) => episodes.Exists(e => e.Rec is "E11" or "E12" && e is { IsOpen: false, Silent: false } && e.To > _window.From && e.To <= _window.To);

    private bool LookedAfterForAYear()
    {
        var day = _window.To;
        foreach (var episode in _all.Where(e => !e.IsShortBreak).Reverse())
        {
            if (episode.From < day && episode.To >= day)
            {
                day = episode.From;
            }
        }

        return day <= _window.From;
    }

    private T? Last<T>(Lane<T> lane)
        where T : class =>
        (record.Timeline(lane).LastOrDefault(i => i.Period.Contains(LastDay)) ?? record.Timeline(lane).LastOrDefault(i => i.From <= LastDay))?.As<T>();

    private void Put(Row row, Guid fact)
    {
        Rows.Add(Completed(row));
        _exported.Add(fact);
    }

    private Row Completed(Row row) => Identity.Complete(row, year, Birth?.Born, Last(IdentityLanes.Sex)?.Code, Elsewhere);
}

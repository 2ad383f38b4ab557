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
    private readonly List<Belief> _beliefs = [.. record.Beliefs];
    private readonly IReadOnlyList<CareEpisode> _all = CareEpisodes.Of(record.Timeline);
    private Dictionary<Guid, Belief>? _ends;
    private Birth?[]? _birth;
    private Sex?[]? _sex;

    public List<Row> Rows { get; } = [];

    public List<LeftOut> LeftOut { get; } = [];

    public List<RowFlag> Flags { get; } = [];

    private string Child { get; } = ReturnChildren.LaChildIdOf(record) ?? record.Id.ToString("N")[..20];

    private DateOnly LastDay => _window.To.AddDays(-1);

    private DateOnly? Born => (_birth ??= [Last(IdentityLanes.Birth)])[0]?.Born;

    private string? Sex => (_sex ??= [Last(IdentityLanes.Sex)])[0]?.Code;

    private IReadOnlyList<StatedElsewhere> Elsewhere { get; } =
        record.Facts<IdentityStated>().Select(f => f.Fact.Elsewhere).FirstOrDefault() ?? [];

    public void Derive()
    {
        var episodes = _all.Where(e => e.Period.Touches(_window) && !(record.Find(e.Fact) is { } belief && loads.LeftOutBy(record, belief, year))).ToList();
        foreach (var episode in episodes)
        {
            Episode(episode);
        }

        var kept = Kept(ReturnFiles.Episodes);
        kept.ForEach(k => Put(k));
        var inCare = episodes.Count + kept.Count > 0;
        if (inCare)
        {
            Items(episodes);
        }

        if (CareLeaverItems(inCare) || inCare)
        {
            Header();
        }

        LeaveOut();
    }

    private void Episode(CareEpisode e)
    {
        var fact = record.Find<EpisodeStated>(e.Fact);
        var row = e.Stated && StatedBeyond(e) is { } beyond ? (beyond.Dec, beyond.Rec, beyond.ReasonPlaceChange)
            : e is { IsOpen: false, Silent: false } && e.To <= _window.To ? ((DateOnly?)e.To, e.Rec, e.ReasonPlaceChange)
            : fact is { Dec: null } ? (null, fact.Rec, fact.ReasonPlaceChange)
            : (null, null, null);
        Put(
            new EpisodeRow(
                Child, e.From, e.Rne, e.LegalStatus, e.Need, PlaceOf(e), e.Provider, row.Item1, row.Item2, row.Item3, e.HomePostcode, e.Postcode, e.Urn),
            e.Fact);
        if (e.Silent && e.To <= _window.To)
        {
            Flag("not-reported", "Implied: the next return does not report this episode. Its end is not known.");
        }

        if (row.Item1 > _window.To)
        {
            Flag("stated-differs", "DEC: the return states an end after its year. The stated value is used.");
        }

        if (e.Stated)
        {
            Agree(e, row.Item1 is not null);
        }

        void Flag(string code, string sentence) => Flags.Add(new RowFlag("episodes.csv", Rows[^1], code, sentence));
    }

    private string? PlaceOf(CareEpisode e) =>
        e.Place is null ? null
        : record.Find(e.Fact) is { Assertion: EpisodeStated } belief && loads.StatedIn(record, belief) == year ? e.Place
        : CareCodes.Place.In(e.Place, year);

    /// <summary>The end after the year that the year's own return states; null when it states none.</summary>
    private EpisodeRow? StatedBeyond(CareEpisode e) =>
        record.Find(e.Fact) is { } belief && EndIsOf(belief, year)
        && WithStatedEnd(Mappings.Of(ReturnFiles.Episodes), belief) is EpisodeRow { Dec: { } dec } row && dec > _window.To && (e.To >= dec || e.Silent)
            ? row
            : null;

    /// <summary>True when the return of a year made the statement that holds the end.</summary>
    private bool EndIsOf(Belief belief, int stating) => loads.StatedIn(record, Ends.GetValueOrDefault(belief.FactId) ?? belief) == stating;

    private Dictionary<Guid, Belief> Ends
    {
        get
        {
            if (_ends is null)
            {
                _ends = [];
                foreach (var belief in _beliefs)
                {
                    foreach (var mapping in belief.Assertion.Endings().Any() ? Mappings.All : [])
                    {
                        if (mapping.Ends((IFact)belief.Assertion) is { } started)
                        {
                            _ends.TryAdd(started, belief);
                        }
                    }
                }
            }

            return _ends;
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
        foreach (var belief in _beliefs)
        {
            if (Mappings.Of((IFact)belief.Assertion) is not { } mapping || mapping.File == ReturnFiles.Episodes || mapping.File == ReturnFiles.Oc3
                || loads.LeftOutBy(record, belief, year) || !(mapping.File.ExistsIn(year) || loads.States(belief, year)) || !InYear(mapping, belief, episodes))
            {
                continue;
            }

            Put(Row(mapping, belief), belief.FactId);
            if (OutsideCohort(belief, episodes) is { } why)
            {
                Flags.Add(new RowFlag(mapping.File.Name, Rows[^1], "outside-cohort", why));
            }
        }

        foreach (var file in ReturnFiles.All.Where(f => f != ReturnFiles.Episodes && f != ReturnFiles.Oc3 && f != ReturnFiles.Header))
        {
            Kept(file).ForEach(k => Put(k));
        }
    }

    /// <summary>The rows of a file that the return of the year states and no fact of their own kind gives back.</summary>
    private List<Belief> Kept(FileLayout file) =>
        [.. _beliefs.Where(b => b.Assertion is RowKept kept && kept.Year == year && kept.File == file.Name)];

    private void Put(Belief kept)
    {
        Rows.Add(KeptRows.ToRow((RowKept)kept.Assertion));
        _exported.Add(kept.FactId);
        Flags.Add(new RowFlag(ReturnFiles.Of(Rows[^1]).Name, Rows[^1], "row-incomplete", "The row lacks what its file needs, or contradicts another. It is given as it was stated."));
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
        belief is { Assertion: WorkerAllocated, Recorded.Origin.Load: null }
        && record.Timeline(AllocationLanes.SocialWorker).LastOrDefault(i => i.FactId == belief.FactId) is { IsOpen: false } interval
            ? interval.To
            : null;

    private Row WithStatedEnd(Mapping mapping, Belief belief)
    {
        var row = loads.Stated(mapping, Child, record, belief, year);
        return Ends.TryGetValue(belief.FactId, out var end) ? mapping.WithEnd(row, (IFact)end.Assertion) : row;
    }

    /// <summary>The row as the year shows it: an end after the year is blank, unless the year's own return states it.</summary>
    private Row Row(Mapping mapping, Belief belief)
    {
        var row = WithStatedEnd(mapping, belief);
        if (row is SocialWorkerRow { SwDec: null } allocation)
        {
            row = allocation with { SwDec = LaneEnd(belief) };
        }

        var last = mapping.File == ReturnFiles.Missing ? LastDay : _window.To;
        return mapping.EndOf(row) > last && !EndIsOf(belief, year) ? mapping.WithEndOf(row, null) : row;
    }

    private bool CareLeaverItems(bool inCare)
    {
        var any = false;
        var mapping = Mappings.Of(ReturnFiles.Oc3);
        foreach (var belief in _beliefs)
        {
            if (belief.Assertion is not CareLeaverStatusRecorded status || !_window.Contains(status.On) || loads.LeftOutBy(record, belief, year))
            {
                continue;
            }

            Put(mapping.ToRow(Child, status, year), belief.FactId);
            any = true;
            if (Born is { } born && status.On.Year - born.Year - (status.On < born.AddYears(status.On.Year - born.Year) ? 1 : 0) is < 17 or > 21)
            {
                Flags.Add(new RowFlag("oc3.csv", Rows[^1], "outside-cohort", "The child is not 17 to 21 on that birthday."));
            }
        }

        if (any || inCare)
        {
            Kept(ReturnFiles.Oc3).ForEach(k => Put(k));
        }

        return any;
    }

    /// <summary>The header row, unless the return of the year states other rows of the child and no header row.</summary>
    private void Header()
    {
        var identity = _beliefs.Find(b => b.Assertion is IdentityStated);
        if (identity is not null && !(identity.Assertion is IdentityStated { InHeader: true } && loads.States(identity, year))
            && _beliefs.Exists(b => loads.States(b, year)))
        {
            return;
        }

        var mother = Last(IdentityLanes.Motherhood);
        Put(
            new HeaderRow(
                Child, IdentityCodes.SexIn(Sex, year), Born, Last(IdentityLanes.Ethnicity)?.Code,
                Last(IdentityLanes.Upn)?.Value, mother is null ? null : mother.IsMother ? 1 : 0, mother?.ChildsDateOfBirth),
            identity?.FactId ?? Guid.Empty);
        Kept(ReturnFiles.Header).ForEach(k => Put(k));
    }

    /// <summary>Accounts for every row that the return of the year stated and that is not above.</summary>
    private void LeaveOut()
    {
        foreach (var belief in _beliefs.Where(b => !_exported.Contains(b.FactId) && loads.States(b, year)))
        {
            if (RowOf(belief) is { } left)
            {
                LeftOut.Add(new LeftOut(ReturnFiles.Of(left).Name, left, Reason(belief)));
            }
        }

        foreach (var repeated in loads.Latest(year)?.Return.Repeated ?? [])
        {
            if (record.Find(LoadIds.Standing(repeated.FactId, record.IsWithdrawn)) is { } belief && RowOf(belief) is { } row)
            {
                LeftOut.Add(new LeftOut(ReturnFiles.Of(row).Name, row, LeftOutReason.StatedTwice));
            }
        }
    }

    private Row? RowOf(Belief belief) => belief.Assertion switch
    {
        IdentityStated { InHeader: true } identity => Completed(Identity.ToRow(identity, year)),
        RowKept kept => kept.Year == year ? KeptRows.ToRow(kept) : null,
        IFact fact when Mappings.Of(fact) is { } mapping => Completed(Row(mapping, belief)),
        _ => null,
    };

    private LeftOutReason Reason(Belief belief) => belief.Assertion switch
    {
        IdentityStated or RowKept or HealthOutcomesRecorded or AdoptersMatched or PreviousPermanenceRecorded or ImmigrationStatusRecorded or AdoptionDecisionMade => LeftOutReason.NoEpisode,
        IFact fact => Dated(Mappings.Of(fact)!, belief) ? LeftOutReason.NoEpisode : LeftOutReason.OutsideYear,
        _ => LeftOutReason.NoEpisode,
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
        (record.Timeline(lane).LastOrDefault(i => i.Period.Contains(LastDay))
            ?? record.Timeline(lane).LastOrDefault(i => i.From <= LastDay)
            ?? record.Timeline(lane).FirstOrDefault(i => record.Find(i.FactId)?.Assertion is IdentityStated))?.As<T>();

    private void Put(Row row, Guid fact)
    {
        Rows.Add(Completed(row));
        _exported.Add(fact);
    }

    private Row Completed(Row row) => Identity.Complete(row, year, Born, Sex, Elsewhere);
}

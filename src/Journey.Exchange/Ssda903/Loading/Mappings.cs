using Journey.Exchange.Ssda903.Layout;
using Journey.Record.Children;
using Journey.Record.Facts.Adoption;
using Journey.Record.Facts.Allocations;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Health;
using Journey.Record.Facts.Identity;
using Journey.Record.Facts.LeavingCare;
using Journey.Record.Facts.Legal;
using Journey.Record.Facts.Missing;
using Journey.Record.Facts.Reviews;

namespace Journey.Exchange.Ssda903.Loading;

/// <summary>The mappings of every file but the header, which states the child's identity.</summary>
internal static class Mappings
{
    public static IReadOnlyList<Mapping> All { get; } =
    [
        new Episodes(), new Reviews(), new Uasc(), new Oc2(), new Oc3(), new Ad1(), new Placed(), new PreviousPermanence(), new MissingEpisodes(),
        new SocialWorkers(), new DolOrders(),
    ];

    private static readonly Dictionary<FileLayout, Mapping> ByFile = All.ToDictionary(m => m.File);

    /// <summary>The mapping of a file.</summary>
    public static Mapping Of(FileLayout file) => ByFile[file];

    /// <summary>The mapping of a fact; null when no row of these files states such a fact.</summary>
    public static Mapping? Of(IFact fact) => All.FirstOrDefault(m => m.Is(fact));

    private sealed class Episodes : Mapping<EpisodeRow, EpisodeStated>
    {
        public override FileLayout File => ReturnFiles.Episodes;

        public override IReadOnlyList<string> EndColumns => ["DEC", "REC", "REASON_PLACE_CHANGE"];

        public override DateOnly? EndOf(Row row) => ((EpisodeRow)row).Dec;

        public override IFact ToEnd(Guid start, Row row) => row is EpisodeRow { Dec: { } dec } r
            ? new EpisodeEnded(start, dec, r.Rec, r.ReasonPlaceChange)
            : throw new ArgumentException("The row states no end.", nameof(row));

        public override Guid? Ends(IFact fact) => (fact as EpisodeEnded)?.Episode;

        public override Row WithEnd(Row row, IFact end) =>
            (EpisodeRow)row with { Dec = ((EpisodeEnded)end).Dec, Rec = ((EpisodeEnded)end).Rec, ReasonPlaceChange = ((EpisodeEnded)end).ReasonPlaceChange };

        public override Row WithEndOf(Row row, Row? other) =>
            (EpisodeRow)row with { Dec = ((EpisodeRow?)other)?.Dec, Rec = ((EpisodeRow?)other)?.Rec, ReasonPlaceChange = ((EpisodeRow?)other)?.ReasonPlaceChange };

        protected override EpisodeStated? Fact(EpisodeRow r, RowContext context) => r.Decom is not { } decom
            ? null
            : new EpisodeStated(
                decom, r.Rne, r.Ls, r.Cin, r.Place, r.PlaceProvider, r.Dec, r.Rec, r.ReasonPlaceChange, r.HomePost, r.PlPost, r.Urn);

        protected override EpisodeRow Row(string child, EpisodeStated f, int year) => new(
            child, f.Decom, f.Rne, f.LegalStatus, f.Need, f.Place, f.Provider, f.Dec, f.Rec, f.ReasonPlaceChange, f.HomePostcode, f.Postcode, f.Urn);
    }

    private sealed class Reviews : Mapping<ReviewRow, LacReviewHeld>
    {
        public override FileLayout File => ReturnFiles.Reviews;

        protected override LacReviewHeld? Fact(ReviewRow r, RowContext context) =>
            r.Review is { } held ? new LacReviewHeld(held, r.ReviewCode, null, null, []) : null;

        protected override ReviewRow Row(string child, LacReviewHeld f, int year) => new(child, null, f.HeldOn, f.Participation);
    }

    private sealed class Uasc : Mapping<UascRow, ImmigrationStatusRecorded>
    {
        public override FileLayout File => ReturnFiles.Uasc;

        public override bool OneAYear => true;

        public override bool OneForLife => true;

        public override bool Is(IFact fact) => fact is ImmigrationStatusRecorded { Status: "UASC" };

        protected override ImmigrationStatusRecorded Fact(UascRow r, RowContext context) =>
            new("UASC", context.Born ?? context.InCareFrom, r.Duc);

        protected override ImmigrationStatusRecorded Restated(ImmigrationStatusRecorded made, ImmigrationStatusRecorded existing) =>
            made with { From = existing.From };

        protected override UascRow Row(string child, ImmigrationStatusRecorded f, int year) => new(child, null, null, f.To);
    }

    private sealed class Oc2 : Mapping<Oc2Row, HealthOutcomesRecorded>
    {
        public override FileLayout File => ReturnFiles.Oc2;

        public override bool OneAYear => true;

        public override bool Lasts => false;

        protected override HealthOutcomesRecorded Fact(Oc2Row r, RowContext context) => new(
            context.Year, r.SdqScore, r.SdqReason, r.Convicted, r.HealthCheck, r.Immunisations, r.TeethCheck, r.HealthAssessment, r.SubstanceMisuse,
            r.InterventionReceived, r.InterventionOffered);

        protected override Oc2Row Row(string child, HealthOutcomesRecorded f, int year) => new(
            child, null, f.SdqScore, f.SdqReason, f.Convicted, f.HealthCheck, f.Immunisations, f.TeethCheck, f.HealthAssessment, f.SubstanceMisuse,
            f.InterventionReceived, f.InterventionOffered);
    }

    private sealed class Oc3 : Mapping<Oc3Row, CareLeaverStatusRecorded>
    {
        public override FileLayout File => ReturnFiles.Oc3;

        public override bool OneAYear => true;

        public override bool Lasts => false;

        protected override CareLeaverStatusRecorded Fact(Oc3Row r, RowContext context) =>
            new(r.InTouch, r.Activ, r.Accom, Birthday(r.Dob ?? context.Born, context.Year));

        protected override CareLeaverStatusRecorded Restated(CareLeaverStatusRecorded made, CareLeaverStatusRecorded existing) =>
            made with { On = existing.On };

        protected override Oc3Row Row(string child, CareLeaverStatusRecorded f, int year) => new(child, null, f.InTouch, f.Activity, f.Accommodation);

        /// <summary>The birthday in the year; 29 February falls on 28 February in other years.</summary>
        private static DateOnly Birthday(DateOnly? born, int year)
        {
            if (born is not { } birth)
            {
                return new DateOnly(year, 3, 31);
            }

            var inSpring = birth.AddYears(year - birth.Year);
            return inSpring <= new DateOnly(year, 3, 31) ? inSpring : birth.AddYears(year - 1 - birth.Year);
        }
    }

    private sealed class Ad1 : Mapping<Ad1Row, AdoptersMatched>
    {
        public override FileLayout File => ReturnFiles.Ad1;

        public override bool OneAYear => true;

        public override bool Lasts => false;

        public override int YearOf(IFact fact) => ((AdoptersMatched)fact).ReturnYear ?? base.YearOf(fact);

        protected override AdoptersMatched Fact(Ad1Row r, RowContext context) => new(
            r.DateInt, r.DateMatch, r.FosterCare is { } foster ? foster != 0 : null, Whole(r.NbAdoptr), r.SexAdoptr, r.LsAdoptr, context.Year);

        private static int? Whole(decimal? number) => number is >= 0 and <= 1000 && number == decimal.Truncate(number.Value) ? (int)number : null;

        protected override Ad1Row Row(string child, AdoptersMatched f, int year) => new(
            child, null, f.DecisionOn, f.MatchedOn, f.FosterCarer is { } foster ? (foster ? 1 : 0) : null, f.NumberOfAdopters, f.SexesOfAdopters,
            f.LegalStatusOfAdopters);
    }

    private sealed class Placed : Mapping<PlacedForAdoptionRow, AdoptionDecisionMade>
    {
        public override FileLayout File => ReturnFiles.PlacedForAdoption;

        public override bool OneAYear => true;

        public override IReadOnlyList<string> EndColumns => ["DATE_PLACED_CEASED", "REASON_PLACED_CEASED"];

        public override string? StartOf(Row row) => ((PlacedForAdoptionRow)row).DatePlaced is { } placed ? Values.Written(placed) : null;

        public override DateOnly? EndOf(Row row) => ((PlacedForAdoptionRow)row).DatePlacedCeased;

        public override IFact ToEnd(Guid start, Row row) => row is PlacedForAdoptionRow { DatePlacedCeased: { } ceased } r
            ? new AdoptionDecisionReversed(start, Text(r.ReasonPlacedCeased), ceased)
            : throw new ArgumentException("The row states no end.", nameof(row));

        public override Guid? Ends(IFact fact) => (fact as AdoptionDecisionReversed)?.Decision;

        public override Row WithEnd(Row row, IFact end) => (PlacedForAdoptionRow)row with
        {
            DatePlacedCeased = ((AdoptionDecisionReversed)end).On,
            ReasonPlacedCeased = Blank(((AdoptionDecisionReversed)end).Reason),
        };

        public override Row WithEndOf(Row row, Row? other) => (PlacedForAdoptionRow)row with
        {
            DatePlacedCeased = ((PlacedForAdoptionRow?)other)?.DatePlacedCeased,
            ReasonPlacedCeased = ((PlacedForAdoptionRow?)other)?.ReasonPlacedCeased,
        };

        protected override AdoptionDecisionMade Fact(PlacedForAdoptionRow r, RowContext context) =>
            new(r.DatePlaced, null, null, r.DatePlacedCeased, r.ReasonPlacedCeased, context.Year);

        protected override AdoptionDecisionMade Restated(AdoptionDecisionMade made, AdoptionDecisionMade existing) =>
            made with { ReturnYear = existing.ReturnYear };

        protected override PlacedForAdoptionRow Row(string child, AdoptionDecisionMade f, int year) =>
            new(child, null, f.On, f.ReversedOn, f.ReversedBecause);
    }

    private sealed class PreviousPermanence : Mapping<PreviousPermanenceRow, PreviousPermanenceRecorded>
    {
        public override FileLayout File => ReturnFiles.PreviousPermanence;

        public override bool OneAYear => true;

        public override bool OneForLife => true;

        protected override PreviousPermanenceRecorded Fact(PreviousPermanenceRow r, RowContext context) =>
            new(r.PrevPerm, r.LaPerm, r.DatePerm, context.InCareFrom);

        protected override PreviousPermanenceRecorded Restated(PreviousPermanenceRecorded made, PreviousPermanenceRecorded existing) =>
            made with { From = existing.From };

        protected override PreviousPermanenceRow Row(string child, PreviousPermanenceRecorded f, int year) =>
            new(child, null, f.Code, f.Authority, f.Date);
    }

    private sealed class MissingEpisodes : Mapping<MissingRow, WentMissing>
    {
        public override FileLayout File => ReturnFiles.Missing;

        public override IReadOnlyList<string> EndColumns => ["MIS_END"];

        public override DateOnly? EndOf(Row row) => ((MissingRow)row).MisEnd;

        public override IFact ToEnd(Guid start, Row row) => row is MissingRow { MisEnd: { } end }
            ? new MissingEnded(start, end, null, null)
            : throw new ArgumentException("The row states no end.", nameof(row));

        public override Guid? Ends(IFact fact) => (fact as MissingEnded)?.Missing;

        public override Row WithEnd(Row row, IFact end) => (MissingRow)row with { MisEnd = ((MissingEnded)end).ReturnedOn };

        public override Row WithEndOf(Row row, Row? other) => (MissingRow)row with { MisEnd = ((MissingRow?)other)?.MisEnd };

        protected override WentMissing? Fact(MissingRow r, RowContext context) =>
            r.MisStart is { } from ? new WentMissing(Text(r.Missing), from, null, null, null, null, r.MisEnd) : null;

        protected override MissingRow Row(string child, WentMissing f, int year) => new(child, null, Blank(f.Kind), f.FromDate, f.To);
    }

    private sealed class SocialWorkers : Mapping<SocialWorkerRow, WorkerAllocated>
    {
        public override FileLayout File => ReturnFiles.SocialWorkers;

        public override IReadOnlyList<string> EndColumns => ["SW_DEC"];

        public override bool Is(IFact fact) => fact is WorkerAllocated { Role: Allocation.SocialWorker };

        public override DateOnly? EndOf(Row row) => ((SocialWorkerRow)row).SwDec;

        public override IFact ToEnd(Guid start, Row row) => row is SocialWorkerRow { SwDec: { } end }
            ? new WorkerDeallocated(start, end)
            : throw new ArgumentException("The row states no end.", nameof(row));

        public override Guid? Ends(IFact fact) => (fact as WorkerDeallocated)?.Allocation;

        public override Row WithEnd(Row row, IFact end) => (SocialWorkerRow)row with { SwDec = ((WorkerDeallocated)end).To };

        public override Row WithEndOf(Row row, Row? other) => (SocialWorkerRow)row with { SwDec = ((SocialWorkerRow?)other)?.SwDec };

        protected override WorkerAllocated? Fact(SocialWorkerRow r, RowContext context) => r is { SwDecom: { } from, SwId: { } worker }
            ? new WorkerAllocated(from, worker, Allocation.SocialWorker, null, r.SwReason, r.SwDec)
            : null;

        protected override SocialWorkerRow Row(string child, WorkerAllocated f, int year) => new(child, null, f.Worker, f.From, f.To, f.Reason);
    }

    private sealed class DolOrders : Mapping<DolOrderRow, DolOrderStarted>
    {
        public override FileLayout File => ReturnFiles.DolOrders;

        public override IReadOnlyList<string> EndColumns => ["DOLO_END"];

        public override DateOnly? EndOf(Row row) => ((DolOrderRow)row).DoloEnd;

        public override IFact ToEnd(Guid start, Row row) => row is DolOrderRow { DoloEnd: { } end }
            ? new DolOrderEnded(start, end)
            : throw new ArgumentException("The row states no end.", nameof(row));

        public override Guid? Ends(IFact fact) => (fact as DolOrderEnded)?.Order;

        public override Row WithEnd(Row row, IFact end) => (DolOrderRow)row with { DoloEnd = ((DolOrderEnded)end).On };

        public override Row WithEndOf(Row row, Row? other) => (DolOrderRow)row with { DoloEnd = ((DolOrderRow?)other)?.DoloEnd };

        protected override DolOrderStarted? Fact(DolOrderRow r, RowContext context) =>
            r.DoloStart is { } from ? new DolOrderStarted([], from, r.DoloEnd) : null;

        protected override DolOrderRow Row(string child, DolOrderStarted f, int year) => new(child, null, f.From, f.To);
    }
}

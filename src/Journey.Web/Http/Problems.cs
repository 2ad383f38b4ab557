using System.Globalization;

namespace Journey.Web.Http;

/// <summary>Every problem that the edge itself states. Refusals of rules come from the record with their own codes.</summary>
public static class Problems
{
    /// <summary>An authority that does not exist or was not granted: the two look the same.</summary>
    public static Problem AuthorityUnknown { get; } = new("authority-unknown", 404, "There is no such authority. Check its code.");

    /// <summary>A child that does not exist or may not be seen: the two look the same.</summary>
    public static Problem ChildUnknown { get; } = new("child-unknown", 404, "There is no such child in this authority. Check the identifier.");

    /// <summary>A fact that the record does not know, or that was withdrawn.</summary>
    public static Problem FactUnknown { get; } = new("fact-unknown", 404, "This record believes no such fact at this viewpoint. Check its id and what was known on.");

    /// <summary>An export under pseudonyms where nobody set the key that they are made with.</summary>
    public static Problem PseudonymsOff { get; } =
        new("pseudonyms-off", 404, "There is no longitudinal export here: no key for pseudonyms is set. Whoever runs Journey sets Longitudinal:Key.");

    /// <summary>A team's or an agency's record that does not exist.</summary>
    public static Problem RecordUnknown { get; } = new("record-unknown", 404, "There is no such record in this authority. Check the identifier.");

    /// <summary>A body larger than an act may be.</summary>
    public static Problem BodyTooLarge { get; } = new("body-too-large", 413, "An act is at most 8 megabytes. Send it in parts.");

    /// <summary>A worker that does not exist.</summary>
    public static Problem WorkerUnknown { get; } = new("worker-unknown", 404, "There is no such worker in this authority. Check the identifier.");

    /// <summary>The person's roles do not allow it.</summary>
    public static Problem NotAllowed { get; } = new("not-allowed", 403, "Your role does not allow this. Ask someone whose role does.");

    /// <summary>Nobody is signed in.</summary>
    public static Problem NotSignedIn { get; } = new("not-signed-in", 401, "Sign in first.");

    /// <summary>The access log cannot be written, so nothing is shown.</summary>
    public static Problem AuditUnavailable { get; } =
        new("audit-unavailable", 503, "The access log cannot be written, so nothing is shown. Try again; if it goes on, tell whoever runs Journey.");

    /// <summary>Two ways of saying what was known.</summary>
    public static Problem KnownTwice { get; } = new("known-and-basis", 400, "Give one of knownAt, basis and named.");

    /// <summary>Knowledge of the future.</summary>
    public static Problem KnownInFuture { get; } = new("known-in-future", 400, "Nobody knows yet what will be known then. Give an instant that is not in the future.");

    /// <summary>A token that was not issued here for this authority.</summary>
    public static Problem BasisUnknown { get; } = new("basis-unknown", 400, "This basis was not issued by this record for this authority. Ask without it to get one.");

    /// <summary>A name that no basis has.</summary>
    public static Problem NameUnknown(string name) => new("basis-name-unknown", 404, $"No basis is named '{name}' here. Ask for the list of bases.");

    /// <summary>A name that another basis has.</summary>
    public static Problem NameTaken(string name) =>
        new("basis-name-taken", 409, $"Another basis is named '{name}' already, and names are kept for good. Choose another name.");

    /// <summary>A name that cannot be one.</summary>
    public static Problem NameUnreadable { get; } = new("basis-name-unreadable", 400, "A basis needs a name of 1 to 100 letters, digits or signs, without blanks around it.");

    /// <summary>A later point of knowledge that lies before the earlier one.</summary>
    public static Problem KnowledgeInverted { get; } =
        new("knowledge-inverted", 400, "The earlier point of knowledge lies after the later one. Exchange them.");

    /// <summary>A window that ends before it begins.</summary>
    public static Problem WindowInverted { get; } = new("window-inverted", 400, "The window ends before it begins. Check both dates; the last is not included.");

    /// <summary>A window of no day.</summary>
    public static Problem WindowEmpty { get; } = new("window-empty", 400, "The window holds no day: its last day is not included. Give a later one.");

    /// <summary>No earlier point to compare with.</summary>
    public static Problem EarlierMissing { get; } = new(
        "earlier-missing", 400, "Say what to compare with: fromKnownAt, fromBasis or fromNamed, and for a figure also fromVersion, fromCalendar or a second window.");

    /// <summary>A funnel that does not exist.</summary>
    public static Problem FunnelUnknown(string code) => new("funnel-unknown", 404, $"There is no funnel '{code}'. Ask for the list of funnels.");

    /// <summary>A window that no calendar of the record reaches.</summary>
    public static Problem WindowBeyond { get; } = new("window-beyond", 400, "The window ends outside the years 1900 to 9000. Check its dates.");

    /// <summary>A character that the database cannot keep.</summary>
    public static Problem TextUnreadable { get; } = new("text-unreadable", 400, "The text holds a character that cannot be kept (NUL). Leave it out.");

    /// <summary>A request that is too large.</summary>
    public static Problem RequestTooLarge { get; } = new("request-too-large", 413, "The request is larger than this server takes. Send less.");

    /// <summary>The database is away.</summary>
    public static Problem DatabaseAway { get; } = new("database-away", 503, "The database does not answer. Try again; if it goes on, tell whoever runs Journey.");

    /// <summary>A year beside two dates.</summary>
    public static Problem WindowTwice { get; } = new("window-twice", 400, "Give a year, or a first and a last day, not both.");

    /// <summary>A cursor of another list or of no list.</summary>
    public static Problem CursorUnknown { get; } = new("cursor-unknown", 400, "This cursor does not belong to this list. Begin with the first page.");

    /// <summary>A page size out of range.</summary>
    public static Problem PageSize { get; } = new("page-size", 400, "A page has 1 to 1000 entries.");

    /// <summary>No expected version in the body.</summary>
    public static Problem VersionMissing { get; } =
        new("expected-version-missing", 400, "Give expectedVersion: the version of the record you decided on (0 for a new one).");

    /// <summary>An event id that was used for something else.</summary>
    public static Problem EventUsed { get; } = new("event-id-used", 409, "An event id of this act was already used for something else. Give each new event an id of its own.");

    /// <summary>A lane that the catalogue lacks.</summary>
    public static Problem LaneUnknown(string lane) => new("lane-unknown", 404, $"There is no lane '{lane}'. Ask for the list of lanes.");

    /// <summary>A key where values have none.</summary>
    public static Problem LaneUnkeyed(string lane) =>
        new("lane-unkeyed", 400, $"Values of the lane '{lane}' have no key. Leave it out, or ask for the list of lanes to see which have one.");

    /// <summary>A measure that the catalogue lacks.</summary>
    public static Problem MeasureUnknown(string code) => new("measure-unknown", 404, $"There is no measure '{code}'. Ask for the list of measures.");

    /// <summary>A word that is none of the choices.</summary>
    public static Problem ChoiceUnknown(string name, string text, IEnumerable<string> choices) =>
        new("choice-unknown", 400, $"'{text}' is no choice for {name}. Give one of {string.Join(", ", choices)}.");

    /// <summary>A dimension that does not exist.</summary>
    public static Problem DimensionUnknown(string by) =>
        new("dimension-unknown", 404, $"Figures cannot be broken down by '{by}'. Ask for the list of dimensions.");

    /// <summary>A dimension whose parts may be one person.</summary>
    public static Problem DimensionPersonal { get; } =
        new("dimension-personal", 403, "A part of this breakdown may be one person or family, so it is not given to readers from outside. Choose another one.");

    /// <summary>A series that cannot be made.</summary>
    public static Problem SeriesUnreadable { get; } =
        new("series-unreadable", 400, "A series goes by month, quarter or year, with windows of 1 to 120 months and at most 240 of them. Change one of these.");

    /// <summary>A version of the calendar of working days that was never published.</summary>
    public static Problem CalendarUnknown(int version) =>
        new("calendar-unknown", 404, $"There is no version {version} of the calendar of working days. Leave it out for the one in force.");

    /// <summary>A clock that the catalogue lacks.</summary>
    public static Problem ClockUnknown(string code) => new("clock-unknown", 404, $"There is no clock '{code}'. Ask for the list of clocks.");

    /// <summary>Text that is no status of something due.</summary>
    public static Problem DueStatusUnknown(string text) =>
        new("status-unknown", 400, $"There is no status '{text}'. Write met, late, open, overdue, missed, void or all.");

    /// <summary>A list of codes that does not exist.</summary>
    public static Problem CodesUnknown(string set) => new("codes-unknown", 404, $"There is no list of codes '{set}'. Ask for all of them.");

    /// <summary>A question that the catalogue lacks, or that is about many children where one was named, or the other way round.</summary>
    public static Problem QuestionUnknown(string code) => new("question-unknown", 404, $"There is no question '{code}' here. Ask for the list of questions.");

    /// <summary>A parameter that a question needs.</summary>
    public static Problem ParameterMissing(string name, string means) => new("parameter-missing", 400, $"Give {name}: {means}");

    /// <summary>A parameter of another kind than the question takes.</summary>
    public static Problem ParameterUnreadable(string name, string text, string means) =>
        new("parameter-unreadable", 400, $"{name} cannot be read: '{text}'. Give {means}");

    /// <summary>A parameter that the route does not take.</summary>
    public static Problem ParameterUnknown(string name) =>
        new("parameter-unknown", 400, $"There is no parameter '{name}' here. Check its spelling against the description of the API.");

    /// <summary>Text that is no date.</summary>
    public static Problem DateUnreadable(string name, string text) =>
        new("date-unreadable", 400, $"{name} is not a date that can be read: '{text}'. Write it as 2018-03-31.");

    /// <summary>Text that is neither date nor instant.</summary>
    public static Problem InstantUnreadable(string name, string text) =>
        new("instant-unreadable", 400, $"{name} is neither a date nor an instant: '{text}'. Write 2018-06-30, or 2018-06-30T17:00:00Z.");

    /// <summary>Text that is no year.</summary>
    public static Problem YearUnreadable(string text) =>
        new("year-unreadable", 400, $"'{text}' is not a year. Name it by the March it ends in: 2018 is 1 April 2017 to 31 March 2018.");

    /// <summary>A parameter or a body of another kind than the description says.</summary>
    public static Problem RequestUnreadable(int status) =>
        new("request-unreadable", status, "A parameter or the body cannot be read. Check the request against the description of the API.");

    /// <summary>A body that cannot be read.</summary>
    public static Problem BodyUnreadable(string why) => new("body-unreadable", 400, $"The body cannot be read. {why}");

    /// <summary>The record has moved on.</summary>
    public static Problem VersionStale(long current, Guid? record = null) => new(
        "version-stale",
        412,
        string.Create(CultureInfo.InvariantCulture, $"The record{(record is { } id ? $" {id:D}" : "")} has changed and stands at version {current}. Read it again and decide again."),
        record is null
            ? new Dictionary<string, object?> { ["currentVersion"] = current }
            : new Dictionary<string, object?> { ["currentVersion"] = current, ["record"] = record });

    /// <summary>What the rules looked at kept changing.</summary>
    public static Problem Overtaken { get; } =
        new("overtaken", 409, "What this depends on kept changing while it was decided. Read the record again and send the act again.");

    /// <summary>Two records of one act are one child.</summary>
    public static Problem SameChild { get; } =
        new("same-child", 422, "Two of these records are linked: they are one child. Name one of them, with all the steps.");

    /// <summary>A link that is not known.</summary>
    public static Problem LinkUnknown { get; } = new("link-unknown", 404, "There is no such link on this record. Check its id.");

    /// <summary>Rules of the record refused an act; their own sentences say what to do next.</summary>
    public static Problem Refused(IEnumerable<Record.Children.Refusal> refusals) => new(
        "refused",
        422,
        "The record does not accept this.",
        new Dictionary<string, object?> { ["refusals"] = refusals.ToList() });
}

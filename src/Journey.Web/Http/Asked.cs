using System.Globalization;
using System.Text.RegularExpressions;
using Journey.Record.Bitemporal;
using Journey.Store.Reading;

namespace Journey.Web.Http;

/// <summary>
/// The viewpoint in the caller's words: a day, and an instant or date of knowledge or else a basis token. Nothing given means today, as
/// best known. A day beside a basis asks about that day with the knowledge of the basis. A basis may be given by its token or by the name that
/// somebody gave it.
/// </summary>
public sealed record Asked(string? ValidAt = null, string? KnownAt = null, string? Basis = null, string? Named = null)
{
    /// <summary>Today, as best known.</summary>
    public static Asked Now { get; } = new();
}

/// <summary>A basis in an answer, with the token that repeats it.</summary>
public sealed record BasisView(string Authority, DateOnly ValidAt, long Position, DateTimeOffset? KnownAt, bool Final, string Token)
{
    /// <summary>The basis as answers show it.</summary>
    public static BasisView Of(Basis basis) => new(basis.Authority, basis.ValidAt, basis.Position, basis.KnownAt, basis.Final, BasisToken.Of(basis));
}

/// <summary>An answer that says at which viewpoint it was given.</summary>
public interface IAnswer
{
    /// <summary>The pair of clocks.</summary>
    BasisView Basis { get; }
}

/// <summary>Turns what callers say about time into positions and days.</summary>
public sealed class Viewpoints(KnowledgeClock knowledge, NamedBases named, TimeProvider clock)
{
    /// <summary>Today in London.</summary>
    public DateOnly Today => London.DateOf(clock.GetUtcNow());

    /// <summary>The basis asked for, in an authority that exists.</summary>
    public async Task<Outcome<Basis>> ResolveAsync(string authority, Asked asked, CancellationToken cancellation)
    {
        if (new[] { asked.KnownAt, asked.Basis, asked.Named }.Count(w => w is not null) > 1)
        {
            return Problems.KnownTwice;
        }

        if (!Dates.Read("validAt", asked.ValidAt).Has(out var day, out var problem))
        {
            return problem;
        }

        if (asked.Basis is { } token)
        {
            return BasisToken.Read(token) is { } basis && basis.Authority == authority && await IsTrueAsync(basis, cancellation)
                ? basis with { ValidAt = day.Value ?? basis.ValidAt }
                : Problems.BasisUnknown;
        }

        if (asked.Named is { } name)
        {
            return await named.FindAsync(authority, name, cancellation) is { Basis: var kept }
                ? kept with { ValidAt = day.Value ?? kept.ValidAt }
                : Problems.NameUnknown(name);
        }

        if (!Known(asked.KnownAt).Has(out var known, out problem))
        {
            return problem;
        }

        var at = await knowledge.ResolveAsync(authority, known.Value, cancellation);
        return new Basis(authority, day.Value ?? Today, at.Position, at.KnownAt, at.Final);
    }

    /// <summary>True when the ledger reaches the position, no unit of work is cut there, and an instant said to be final is final there.</summary>
    private async Task<bool> IsTrueAsync(Basis basis, CancellationToken cancellation)
    {
        if (!basis.Final)
        {
            return basis.Position <= await knowledge.HeadAsync(basis.Authority, cancellation)
                && await knowledge.IsBoundaryAsync(basis.Authority, basis.Position, cancellation);
        }

        return basis.KnownAt is { } known && await knowledge.ResolveAsync(basis.Authority, known, cancellation) is { Final: true } at && at.Position == basis.Position;
    }

    /// <summary>An instant as given; a date means all that was known before the next day begins in London.</summary>
    private Outcome<Maybe<DateTimeOffset>> Known(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new Maybe<DateTimeOffset>(null);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day > Today || day == DateOnly.MaxValue ? Problems.KnownInFuture : new Maybe<DateTimeOffset>(London.EndOf(day).AddMicroseconds(-1));
        }

        return Dates.Instant("knownAt", text).Has(out var instant, out var problem)
            ? instant > clock.GetUtcNow() ? Problems.KnownInFuture : new Maybe<DateTimeOffset>(instant)
            : problem;
    }
}

/// <summary>A value that may be left out.</summary>
public sealed record Maybe<T>(T? Value)
    where T : struct;

/// <summary>Reads dates as the wire writes them.</summary>
public static partial class Dates
{
    /// <summary>An instant in UTC, or the problem. Without an offset it is local time in London, which skips an hour in March.</summary>
    public static Outcome<DateTimeOffset> Instant(string name, string text)
    {
        if (!text.Contains('T', StringComparison.Ordinal))
        {
            return Problems.InstantUnreadable(name, text);
        }

        if (Offset().IsMatch(text))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                ? instant.ToUniversalTime()
                : Problems.InstantUnreadable(name, text);
        }

        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 1 and < 9999 && London.ToInstant(local) is { } inLondon
            ? inLondon
            : Problems.InstantUnreadable(name, text);
    }

    /// <summary>A date, nothing when nothing was given, or the problem.</summary>
    public static Outcome<Maybe<DateOnly>> Read(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new Maybe<DateOnly>(null);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Maybe<DateOnly>(day)
            : Problems.DateUnreadable(name, text);
    }

    [GeneratedRegex(@"(Z|[+-]\d\d:?\d\d)$", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();
}

/// <summary>A window in the caller's words: a year named by the March it ends in, or a first day and a last one that is not included.</summary>
public sealed record AskedWindow(string? From = null, string? To = null, string? Year = null)
{
    private const int FirstYear = 1900;

    private const int LastYear = 9000;

    /// <summary>The window, or the problem. Without any words: the twelve months up to and including <paramref name="day"/>.</summary>
    public Outcome<Period> Resolve(DateOnly day)
    {
        if (!string.IsNullOrEmpty(Year))
        {
            return From is null && To is null
                ? int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear
                    ? Period.Year(year)
                    : Problems.YearUnreadable(Year)
                : Problems.WindowTwice;
        }

        if (!Dates.Read("validFrom", From).Has(out var from, out var problem) || !Dates.Read("validTo", To).Has(out var to, out problem))
        {
            return problem;
        }

        if ((to.Value ?? day).Year is < FirstYear or > LastYear)
        {
            return Problems.WindowBeyond;
        }

        var end = to.Value ?? day.AddDays(1);
        var start = from.Value ?? end.AddYears(-1);
        return start > end ? Problems.WindowInverted : start == end ? Problems.WindowEmpty : new Period(start, end);
    }
}

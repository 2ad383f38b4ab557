using System.ComponentModel;
using Journey.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Http;

/// <summary>What every question brings: who asks, and the viewpoint.</summary>
public sealed class Question
{
    /// <summary>The request.</summary>
    public required HttpContext Context { get; init; }

    /// <summary>The authority.</summary>
    [FromRoute(Name = "authority")]
    [Description("ONS code of the authority.")]
    public required string Authority { get; init; }

    /// <summary>The day.</summary>
    [FromQuery(Name = "validAt")]
    [Description("What was true on this day (at its end), such as 2018-03-31. Today when left out.")]
    public string? ValidAt { get; init; }

    /// <summary>The instant of knowledge.</summary>
    [FromQuery(Name = "knownAt")]
    [Description("What was known at this instant, or on this day (before the next begins in London). Best known when left out. Not together with basis.")]
    public string? KnownAt { get; init; }

    /// <summary>The token of an earlier answer.</summary>
    [FromQuery(Name = "basis")]
    [Description("The token of an earlier answer: the same token and question give the same bytes.")]
    public string? Basis { get; init; }

    /// <summary>The name of a basis.</summary>
    [FromQuery(Name = "named")]
    [Description("A basis by the name that somebody gave it, such as '2026 return as submitted'. Not together with knownAt or basis.")]
    public string? Named { get; init; }

    /// <summary>Who asks.</summary>
    public Person Person() => Access.Person.Of(Context.User) ?? throw new InvalidOperationException("Nobody is signed in, yet a policy let the request pass.");

    /// <summary>The viewpoint in the caller's words.</summary>
    public Asked Asked() => new(ValidAt, KnownAt, Basis, Named);
}

/// <summary>Which page of a list.</summary>
public sealed class Paged
{
    /// <summary>Where to go on.</summary>
    [FromQuery(Name = "cursor")]
    [Description("The 'next' of the page before. It keeps that page's viewpoint.")]
    public string? Cursor { get; init; }

    /// <summary>How many.</summary>
    [FromQuery(Name = "size")]
    [Description("Entries on a page, 1 to 1000; 100 when left out.")]
    public int? Size { get; init; }

    /// <summary>The page in the caller's words.</summary>
    public AskedPage Asked() => new(Cursor, Size);
}

/// <summary>A window of days.</summary>
public sealed class Windowed
{
    /// <summary>First day.</summary>
    [FromQuery(Name = "validFrom")]
    [Description("First day of the window. A year before its end when left out.")]
    public string? ValidFrom { get; init; }

    /// <summary>Last day, excluded.</summary>
    [FromQuery(Name = "validTo")]
    [Description("The day after the window's last. The day after validAt when left out.")]
    public string? ValidTo { get; init; }

    /// <summary>A reporting year.</summary>
    [FromQuery(Name = "year")]
    [Description("The year named by the March it ends in: 2018 is 1 April 2017 to 31 March 2018. Not together with the two days.")]
    public string? Year { get; init; }

    /// <summary>The window in the caller's words.</summary>
    public AskedWindow Asked() => new(ValidFrom, ValidTo, Year);
}

/// <summary>A window of days on which something became known.</summary>
public sealed class KnownWindow
{
    /// <summary>First day.</summary>
    [FromQuery(Name = "knownFrom")]
    [Description("First day on which it became known. A year before the end when left out.")]
    public string? KnownFrom { get; init; }

    /// <summary>Last day, excluded.</summary>
    [FromQuery(Name = "knownTo")]
    [Description("The day after the last on which it became known. The day after validAt when left out.")]
    public string? KnownTo { get; init; }

    /// <summary>A reporting year.</summary>
    [FromQuery(Name = "year")]
    [Description("The year named by the March it ends in. Not together with the two days.")]
    public string? Year { get; init; }

    /// <summary>The window in the caller's words.</summary>
    public AskedWindow Asked() => new(KnownFrom, KnownTo, Year);
}

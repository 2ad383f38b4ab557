using System.ComponentModel;
using Journey.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Journey.Web.Features.Changes;

/// <summary>The earlier point of knowledge that an answer is compared with.</summary>
public sealed class Earlier
{
    /// <summary>The instant or day.</summary>
    [FromQuery(Name = "fromKnownAt")]
    [Description("The earlier instant of knowledge, or day (before the next begins in London). Give one of fromKnownAt, fromBasis and fromNamed.")]
    public string? FromKnownAt { get; init; }

    /// <summary>The token of an earlier answer.</summary>
    [FromQuery(Name = "fromBasis")]
    [Description("The token of an earlier answer, for its knowledge.")]
    public string? FromBasis { get; init; }

    /// <summary>The name of a basis.</summary>
    [FromQuery(Name = "fromNamed")]
    [Description("The name of a basis, for its knowledge.")]
    public string? FromNamed { get; init; }

    /// <summary>True when an earlier point was given.</summary>
    public bool IsGiven => FromKnownAt is not null || FromBasis is not null || FromNamed is not null;

    /// <summary>The earlier viewpoint in the caller's words, on the day of the later one.</summary>
    public Asked Asked(string? validAt) => new(validAt, FromKnownAt, FromBasis, FromNamed);
}

namespace Journey.Exchange.Ssda903.Deriving;

/// <summary>Why a row that a return stated is not in the derived one. There are three reasons and no other.</summary>
public enum LeftOutReason
{
    /// <summary>The child has no episode in the year; for header and oc3: and no care-leaver item either.</summary>
    NoEpisode,

    /// <summary>The row is dated outside the year.</summary>
    OutsideYear,

    /// <summary>The row stands twice in the return; this is the second.</summary>
    StatedTwice,
}

/// <summary>A row that the return of the year stated and that the derived one leaves out.</summary>
public sealed record LeftOut(string File, Row Row, LeftOutReason Reason);

/// <summary>A row of the derived return that deserves a look, and why.</summary>
public sealed record RowFlag(string File, Row Row, string Code, string Sentence);

/// <summary>In how many stated episodes a column derived from the lanes alone agrees with what was stated.</summary>
public sealed record Agreement(string Column, int Rows, int Agreeing);

/// <summary>The return of a year as the record gives it at one basis. The rows and those left out are together what was stated.</summary>
public sealed record DerivedReturn(
    int Year, ReturnSet Set, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<RowFlag> Flags, IReadOnlyList<Agreement> Agreement);

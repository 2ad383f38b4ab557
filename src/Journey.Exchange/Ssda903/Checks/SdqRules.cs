namespace Journey.Exchange.Ssda903.Checks;

/// <summary>Strengths and difficulties scores. The ages are those of the public guide.</summary>
internal static class SdqRules
{
    /// <summary>186: aged 4 or over on 1 April, under 17 on 31 March and looked after all year, but neither score nor reason.</summary>
    public static ReturnRule Required { get; } = new(
        "186",
        ["SDQ_SCORE", "SDQ_REASON"],
        "A child looked after all year who is 4 to 16 has a strengths and difficulties score: give the score, or the reason for none.",
        r => r.Set.Oc2.Where(o => !IsStated(o) && r.Birth(o.Child, o.Dob) is { } dob && ReturnInCheck.HasReached(dob, 4, r.Start)
            && !ReturnInCheck.HasReached(dob, 17, r.End) && r.AllYear(o.Child)));

    /// <summary>188: under 4 on 31 March, but a score or a reason.</summary>
    public static ReturnRule TooYoung { get; } = new(
        "188",
        ["SDQ_SCORE", "SDQ_REASON"],
        "The child is under 4 at the end of the year: take the strengths and difficulties score and reason out.",
        r => r.Set.Oc2.Where(o => IsStated(o) && r.Birth(o.Child, o.Dob) is { } dob && !ReturnInCheck.HasReached(dob, 4, r.End)));

    /// <summary>189: 17 or over on 1 April, but a score or a reason.</summary>
    public static ReturnRule TooOld { get; } = new(
        "189",
        ["DOB", "SDQ_SCORE", "SDQ_REASON"],
        "The child is 17 or over at the start of the year: take the strengths and difficulties score and reason out.",
        r => r.Set.Oc2.Where(o => IsStated(o) && ReturnInCheck.HasReached(r.Birth(o.Child, o.Dob), 17, r.Start)));

    private static bool IsStated(Oc2Row row) => row.SdqScore is not null || row.SdqReason is not null;
}

using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903.Checks;

/// <summary>Runs the rules that are looked at before a return goes out. A row that breaks one is still exported.</summary>
public static class ReturnChecks
{
    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<ReturnRule> Rules { get; } =
    [
        EpisodeOrderRules.NotEnded,
        EpisodeCodeRules.UnknownRne,
        EpisodeCodeRules.UnknownPlace,
        EpisodeCodeRules.EndWithoutReason,
        EpisodeCodeRules.UnknownProvider,
        SdqRules.Required,
        SdqRules.TooYoung,
        SdqRules.TooOld,
        EpisodeCodeRules.ProviderNotRequired,
        EpisodeCodeRules.UrnRequired,
        EpisodeCodeRules.UrnNotRequired,
        EpisodeChangeRules.ReasonRequired,
        EpisodeChangeRules.ReasonNotForTemporary,
        EpisodeChangeRules.ReasonWhileOpen,
        EpisodeCodeRules.StartsAndEndsOnOneDay,
        EpisodeChangeRules.TemporaryAtStart,
        EpisodeChangeRules.DoesNotReturn,
        EpisodeCodeRules.AdoptedAtEighteen,
        EpisodeCodeRules.PostcodeInvalid,
        EpisodeOrderRules.StartsAgainOnTheDay,
        EpisodeOrderRules.DoesNotFollow,
        EpisodeChangeRules.LegalStatusOnly,
        EpisodeChangeRules.PlacementOnly,
        EpisodeChangeRules.LegalStatusAndPlacement,
        EpisodeOrderRules.Overlaps,
        EpisodeOrderRules.DoesNotContinueLastYear,
        EpisodeOrderRules.NeedChanges,
        MissingRules.Overlaps,
        MissingRules.AfterCare,
        SocialWorkerRules.UnknownId,
        SocialWorkerRules.LessThanADay,
        SocialWorkerRules.DoesNotFollow,
        SocialWorkerRules.NotAllYear,
        SocialWorkerRules.UnknownReason,
        SocialWorkerRules.NoneAtEnd,
    ];

    /// <summary>The rules that rows of a year's return break, rule by rule.</summary>
    /// <param name="set">The return.</param>
    /// <param name="last">Last year's return, which some rules compare with; null when there is none.</param>
    /// <param name="year">The year of the return, named by the March it ends in.</param>
    public static IReadOnlyList<RuleBreak> Run(ReturnSet set, ReturnSet? last, int year)
    {
        var inCheck = new ReturnInCheck(set, last, year);
        return
        [
            .. Rules.SelectMany(rule => rule.Breaks(inCheck)
                .Select(row => new RuleBreak(rule.Code, ReturnFiles.Of(row).Name, row, rule.Columns, rule.Sentence))),
        ];
    }
}

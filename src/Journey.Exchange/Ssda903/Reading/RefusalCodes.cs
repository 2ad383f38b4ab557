namespace Journey.Exchange.Ssda903.Reading;

/// <summary>Why a whole set is refused.</summary>
public static class RefusalCodes
{
    public const string HeaderMissing = "header-missing";
    public const string EpisodesMissing = "episodes-missing";
    public const string FileUnknown = "file-unknown";
    public const string FileTwice = "file-twice";
    public const string FileTooLarge = "file-too-large";
    public const string FileUnreadable = "file-unreadable";
    public const string YearMismatch = "year-mismatch";
}

/// <summary>Why a row is rejected.</summary>
public static class RejectCodes
{
    public const string ChildMissing = "child-missing";
    public const string DateUnreadable = "date-unreadable";
    public const string NumberUnreadable = "number-unreadable";
    public const string FieldsWrongNumber = "fields-wrong-number";
    public const string EndBeforeStart = "end-before-start";
}

/// <summary>What deserves a look in a set that was read or written.</summary>
public static class FlagCodes
{
    public const string EpisodeOutsideYear = "episode-outside-year";
    public const string FileNotInYear = "file-not-in-year";
    public const string NotUtf8 = "not-utf-8";
    public const string LooksLikeFormula = "looks-like-formula";
}

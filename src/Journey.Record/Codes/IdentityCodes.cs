namespace Journey.Record.Codes;

/// <summary>Code sets of identity (SSDA903 and CIN guides of the collection years named).</summary>
public static class IdentityCodes
{
    /// <summary>Sex, as kept: returns before 2024-25 wrote 1 for M and 2 for F.</summary>
    public static CodeSet Sex { get; } = new("sex", "the sexes", new("M", "Male"), new("F", "Female"), new("U", "Not yet known"));

    /// <summary>Ethnicity.</summary>
    public static CodeSet Ethnicity { get; } = new(
        "ethnicity",
        "the ethnic groups",
        new("WBRI", "White British"),
        new("WIRI", "White Irish"),
        new("WIRT", "Traveller of Irish heritage"),
        new("WOTH", "Any other white background"),
        new("WROM", "Gypsy or Roma"),
        new("MWBC", "White and Black Caribbean"),
        new("MWBA", "White and Black African"),
        new("MWAS", "White and Asian"),
        new("MOTH", "Any other mixed background"),
        new("AIND", "Indian"),
        new("APKN", "Pakistani"),
        new("ABAN", "Bangladeshi"),
        new("AOTH", "Any other Asian background"),
        new("BCRB", "Black Caribbean"),
        new("BAFR", "Black African"),
        new("BOTH", "Any other black background"),
        new("CHNE", "Chinese"),
        new("OOTH", "Any other ethnic background"),
        new("REFU", "Refused"),
        new("NOBT", "Information not yet obtained"));

    /// <summary>First collection year in which returns write M, F and U.</summary>
    private const int LettersFrom = 2025;

    /// <summary>Sex as kept, from what a return states; an unknown code is kept as it is.</summary>
    public static string? SexFrom(string? stated) => stated switch { "1" => "M", "2" => "F", _ => stated };

    /// <summary>Sex as a return of that year writes it.</summary>
    public static string? SexIn(string? code, int year) => year >= LettersFrom ? code : code switch { "M" => "1", "F" => "2", _ => code };
}

using Journey.Exchange.Ssda903.Reading;
using Journey.Record.Children;
using Journey.Store;
using Journey.Web.Http;

namespace Journey.Web.Features.Returns;

/// <summary>Problems of loading and exporting returns; the sentences of refusals come from where they are decided.</summary>
public static class ReturnProblems
{
    /// <summary>The set, or its withdrawal, is refused as a whole.</summary>
    public static Problem Refused(Refusal refusal) => new(refusal.Code, 422, refusal.Sentence);

    /// <summary>Rejected rows in a strict load.</summary>
    public static Problem Rejects(IReadOnlyList<Reject> rejects) => new(
        "rows-rejected", 422, $"{rejects.Count} rows cannot be read, and the load is strict. Mend them, or load without strict.",
        new Dictionary<string, object?> { ["rejects"] = rejects });

    /// <summary>History before what the ledger already knows.</summary>
    public static Problem KnownTooEarly(KnowledgeClockException exception) => new("known-too-early", 422, exception.Message);

    /// <summary>No file of the request could be taken.</summary>
    public static Problem FilesMissing { get; } = new("files-missing", 400, "Send the CSV files of the return as multipart form data.");

    /// <summary>A file that the export does not have.</summary>
    public static Problem FileUnknown(string name) => new("file-unknown", 404, $"There is no file '{name}' in the return of that year.");
}

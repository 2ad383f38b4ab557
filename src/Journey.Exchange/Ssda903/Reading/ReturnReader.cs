using Journey.Exchange.Ssda903.Layout;

namespace Journey.Exchange.Ssda903.Reading;

/// <summary>Reads the files of a return. Whatever can be read is kept; what looks wrong is flagged, and only what cannot be read is rejected.</summary>
public static class ReturnReader
{
    /// <summary>More episodes outside the year than one in this many, and the set is of another year.</summary>
    private const int OneIn = 10;

    /// <summary>Reads a set for a year, named by the March it ends in.</summary>
    public static ReadOutcome Read(
        IReadOnlyList<SourceFile> files,
        int year,
        ReadLimits limits,
        CancellationToken ct,
        IProgress<ReadProgress>? progress = null)
    {
        try
        {
            return ReadSet(files, year, limits, ct, progress);
        }
        catch (RefusedException refused)
        {
            return new SetRefused(refused.Refusal);
        }
    }

    /// <summary>
    /// True when no day of the episode is in the year: it starts after the year's 31 March, or its last day in care, the day before
    /// DEC, is before the year's 1 April.
    /// </summary>
    public static bool IsOutside(EpisodeRow episode, int year) =>
        episode.Decom > new DateOnly(year, 3, 31) || episode.Dec <= new DateOnly(year - 1, 4, 1);

    private static SetRead ReadSet(
        IReadOnlyList<SourceFile> files, int year, ReadLimits limits, CancellationToken ct, IProgress<ReadProgress>? progress)
    {
        var known = Identify(files, limits, ct);
        var set = ReturnSet.Empty;
        var pool = new TextPool();
        List<Reject> rejects = [];
        List<FileCount> counts = [];
        List<Flag> flags = [];
        foreach (var layout in ReturnFiles.All)
        {
            if (!known.TryGetValue(layout, out var file))
            {
                continue;
            }

            var rows = layout.NewList();
            var before = rejects.Count;
            using (var reader = new FileReader(file, limits, ct, progress))
            {
                reader.ReadRows(layout, rows, pool, rejects);
                if (reader.UsedWindows1252)
                {
                    flags.Add(new(
                        file.Name,
                        0,
                        null,
                        FlagCodes.NotUtf8,
                        $"{file.Name} is not UTF-8 and was read as Windows-1252: check letters with accents."));
                }
            }

            if (!layout.ExistsIn(year) && rows.Count > 0)
            {
                flags.Add(new(
                    file.Name,
                    0,
                    null,
                    FlagCodes.FileNotInYear,
                    $"{layout.Name} is not part of the return of {year}; its rows were read all the same."));
            }

            set = rows.Into(set);
            counts.Add(new(layout.Name, file.Name, rows.Count, rejects.Count - before));
        }

        flags.AddRange(OutsideTheYear(set, known[ReturnFiles.Episodes].Name, year));
        return new(set, rejects, counts, flags, ReturnDigest.Of(set));
    }

    private static Dictionary<FileLayout, SourceFile> Identify(IReadOnlyList<SourceFile> files, ReadLimits limits, CancellationToken ct)
    {
        Dictionary<FileLayout, SourceFile> known = [];
        foreach (var file in files)
        {
            if (file.Length > limits.MaxBytes)
            {
                throw Refusals.TooLarge(file, limits);
            }

            using var reader = new FileReader(file, limits, ct, progress: null);
            var headings = reader.Headings;
            var layout = ReturnFiles.WithHeadings(headings) ?? throw Refusals.Unknown(file, headings);
            if (!known.TryAdd(layout, file))
            {
                throw Refusals.Twice(layout, known[layout].Name, file.Name);
            }
        }

        foreach (var needed in new[] { ReturnFiles.Header, ReturnFiles.Episodes })
        {
            if (!known.ContainsKey(needed))
            {
                throw Refusals.Missing(needed);
            }
        }

        return known;
    }

    private static List<Flag> OutsideTheYear(ReturnSet set, string file, int year)
    {
        var outside = set.Episodes.Where(e => IsOutside(e, year)).ToList();
        return outside.Count * OneIn > set.Episodes.Count
            ? throw Refusals.YearMismatch(file, outside.Count, set.Episodes.Count, year)
            : outside.ConvertAll(e => new Flag(
                file,
                e.Line,
                e.Decom > new DateOnly(year, 3, 31) ? "DECOM" : "DEC",
                FlagCodes.EpisodeOutsideYear,
                $"The episode has no day in the year from 1 April {year - 1} to 31 March {year}; it was read all the same."));
    }
}

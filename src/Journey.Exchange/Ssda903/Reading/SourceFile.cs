namespace Journey.Exchange.Ssda903.Reading;

/// <summary>A file to read. <paramref name="Open"/> may be called more than once; the reader disposes what it opens.</summary>
public sealed record SourceFile(string Name, Func<Stream> Open, long? Length = null)
{
    /// <summary>A file of a disk.</summary>
    public static SourceFile At(string path) => new(Path.GetFileName(path), () => File.OpenRead(path), new FileInfo(path).Length);
}

/// <summary>How much is read.</summary>
/// <param name="MaxBytes">The largest file that is read.</param>
public sealed record ReadLimits(long MaxBytes = 256L * 1024 * 1024)
{
    /// <summary>256 MB a file.</summary>
    public static ReadLimits Default { get; } = new();
}

/// <summary>How far the reading of a file has come.</summary>
public sealed record ReadProgress(string File, long Bytes, long? Length);

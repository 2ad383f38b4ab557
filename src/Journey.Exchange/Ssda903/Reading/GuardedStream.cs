namespace Journey.Exchange.Ssda903.Reading;

/// <summary>The bytes of a file while they are text, short enough and still wanted.</summary>
internal sealed class GuardedStream(Stream inner, SourceFile file, ReadLimits limits, IProgress<ReadProgress>? progress, CancellationToken ct)
    : Stream
{
    private const int LongestLine = 1024 * 1024;
    private const int ProgressStep = 1024 * 1024;

    private long _bytes;
    private long _reported;
    private int _line;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        ct.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        _bytes += read;
        if (_bytes > limits.MaxBytes)
        {
            throw Refusals.TooLarge(file, limits);
        }

        Inspect(buffer[..read]);
        if (progress is not null && (read == 0 || _bytes - _reported >= ProgressStep))
        {
            _reported = _bytes;
            progress.Report(new(file.Name, _bytes, file.Length));
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Inspect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            throw Refusals.Unreadable(file, "is not text; save it as CSV (UTF-8) and load it again");
        }

        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            _line += end < 0 ? bytes.Length : end;
            if (_line > LongestLine)
            {
                throw Refusals.Unreadable(file, "has a line of more than 1 MB; save it as CSV with one row to a line and load it again");
            }

            if (end < 0)
            {
                return;
            }

            _line = 0;
            bytes = bytes[(end + 1)..];
        }
    }
}

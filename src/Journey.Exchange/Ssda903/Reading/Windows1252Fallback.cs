using System.Text;

namespace Journey.Exchange.Ssda903.Reading;

/// <summary>Reads what is not UTF-8 as Windows-1252, the other encoding that spreadsheets save in, and remembers that it did.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>True once a byte was not UTF-8.</summary>
    public bool Used { get; private set; }

    /// <summary>The characters that one unreadable sequence can become.</summary>
    public override int MaxCharCount => 4;

    /// <summary>UTF-8, with this for the rest.</summary>
    public Encoding Encoding => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, this);

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(Windows1252Fallback owner) : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Used = true;
            _text = Windows1252.GetString(bytesUnknown);
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset()
        {
            _text = "";
            _next = 0;
        }
    }
}

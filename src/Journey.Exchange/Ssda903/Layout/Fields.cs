namespace Journey.Exchange.Ssda903.Layout;

/// <summary>The values of one row as read, in the order of the layout; used again for the next row.</summary>
internal sealed class Fields(int columns)
{
    private readonly string?[] _texts = new string?[columns];
    private readonly DateOnly?[] _dates = new DateOnly?[columns];
    private readonly decimal?[] _numbers = new decimal?[columns];

    public int Line { get; set; }

    public string Child => _texts[0]!;

    public string? Text(int column) => _texts[column];

    public DateOnly? Date(int column) => _dates[column];

    public decimal? Number(int column) => _numbers[column];

    public void Clear()
    {
        Array.Clear(_texts);
        Array.Clear(_dates);
        Array.Clear(_numbers);
    }

    public void Set(int column, string text) => _texts[column] = text;

    public void Set(int column, DateOnly date) => _dates[column] = date;

    public void Set(int column, decimal number) => _numbers[column] = number;
}

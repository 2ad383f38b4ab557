using CsCheck;

namespace Journey.Record.Tests.Bitemporal;

/// <summary>What every engine must keep, whatever happened.</summary>
internal abstract class Law(string name)
{
    /// <summary>The number of the law in the design, and what it says.</summary>
    public string Name => name;

    /// <summary>Tries random cases; the first that breaks the law is shrunk and thrown with its seed.</summary>
    public abstract void Check(IEngine engine, int cases);

    /// <summary>True when a case that breaks the law is found.</summary>
    public bool IsBrokenBy(IEngine engine, int cases)
    {
        try
        {
            Check(engine, cases);
            return false;
        }
        catch (CsCheckException)
        {
            return true;
        }
    }

    public override string ToString() => name;
}

/// <inheritdoc/>
internal sealed class Law<T>(string name, Gen<T> cases, Func<IEngine, T, bool> holds) : Law(name)
{
    public override void Check(IEngine engine, int count) => cases.Sample(x => holds(engine, x), iter: count, print: x => $"{x}");
}

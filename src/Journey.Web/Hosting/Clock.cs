namespace Journey.Web.Hosting;

/// <summary>The machine's clock, named once; everything else takes a <see cref="TimeProvider"/>.</summary>
public static class Clock
{
#pragma warning disable RS0030 // The composition root names the system clock.
    /// <summary>The machine's clock.</summary>
    public static TimeProvider Machine => TimeProvider.System;
#pragma warning restore RS0030
}

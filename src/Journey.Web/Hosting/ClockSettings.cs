using System.Globalization;
using Journey.Record.Clocks;

namespace Journey.Web.Hosting;

/// <summary>The limits that authorities have set for their clocks.</summary>
public sealed class ClockSettings
{
    /// <summary>Configuration section: <c>Clocks:cpp-visit</c> for every authority, <c>Clocks:E09000027:cpp-visit</c> for one.</summary>
    public const string Section = "Clocks";

    private readonly ClockTargets _all;
    private readonly Dictionary<string, ClockTargets> _own;

    private ClockSettings(ClockTargets all, Dictionary<string, ClockTargets> own) => (_all, _own) = (all, own);

    /// <summary>The limits of an authority: its own, or else those set for every one, or else those of the clocks.</summary>
    public ClockTargets Of(string authority) => _own.GetValueOrDefault(authority, _all);

    /// <summary>Reads the section.</summary>
    /// <exception cref="SettingException">A setting names no limit that can be set, or no number.</exception>
    public static ClockSettings Read(IConfiguration configuration)
    {
        var entries = configuration.GetSection(Section).GetChildren().ToList();
        var all = Read(ClockTargets.Default, entries.Where(e => e.Value is not null));
        return new ClockSettings(
            all, entries.Where(e => e.Value is null).ToDictionary(e => e.Key, e => Read(all, e.GetChildren()), StringComparer.OrdinalIgnoreCase));
    }

    private static ClockTargets Read(ClockTargets targets, IEnumerable<IConfigurationSection> entries)
    {
        foreach (var entry in entries)
        {
            if (!int.TryParse(entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            {
                throw new SettingException($"{entry.Path} is '{entry.Value}': write a number.");
            }

            var (with, refusal) = targets.With(entry.Key, amount);
            targets = with ?? throw new SettingException($"{entry.Path} cannot be set. {refusal}");
        }

        return targets;
    }
}

using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts;

namespace Journey.Record.Tests.Facts;

public sealed partial class CatalogueTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static readonly Guid Id = Guid.Parse("019a0000-0000-7000-8000-00000000000f");

    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string> Names => [.. FactCatalogue.All.Select(f => f.Name)];

    public static TheoryData<string> RetiredNames => [.. FactCatalogue.All.SelectMany(f => f.Retired).Select(r => r.Name)];

    [Fact]
    public void Stored_names_are_unique_retired_ones_included() =>
        FactCatalogue.All.Select(f => f.Name).Concat(FactCatalogue.All.SelectMany(f => f.Retired).Select(r => r.Name)).ShouldBeUnique();

    [Fact]
    public void Every_approved_file_is_of_a_name_live_or_retired()
    {
        var names = FactCatalogue.All.SelectMany(f => f.Retired.Select(r => r.Name).Prepend(f.Name));
        Directory.GetFiles(Path.Combine(Golden.Folder(), "Approved")).Select(f => Path.GetFileName(f).Replace(".approved.json", "", StringComparison.Ordinal))
            .ShouldBe(names, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(RetiredNames))]
    public void A_retired_shape_is_an_earlier_version_and_its_approved_form_is_read_as_todays_fact(string name)
    {
        var fact = FactCatalogue.All.Single(f => f.Retired.Any(r => r.Name == name));
        var (stem, version) = Versioned(name);
        var (liveStem, live) = Versioned(fact.Name);
        stem.ShouldBe(liveStem);
        version.ShouldBeLessThan(live);

        var shape = fact.Retired.Single(r => r.Name == name);
        var json = File.ReadAllText(Path.Combine(Golden.Folder(), "Approved", $"{name}.approved.json")).TrimEnd();
        var stored = JsonSerializer.Deserialize(json, shape.StatementType, Web)!;
        JsonSerializer.Serialize(stored, shape.StatementType, Web).ShouldBe(json, "a retired shape keeps every member that was stored");

        var today = shape.Today(stored);
        today.ShouldBeOfType(fact.EventType);
        today.FactId.ShouldBe(Id);
        today.Correction.ShouldBe(new Correction("mistake", "Read wrongly."));
        ((IFact)today.Assertion).Sentence().ShouldEndWith(".");
    }

    [Fact]
    public void Nouns_are_unique() => FactCatalogue.All.Select(f => f.Noun).ShouldBeUnique();

    [Fact]
    public void Lanes_of_one_name_are_one_lane() => FactCatalogue.All.SelectMany(f => f.Lanes).Distinct().Select(l => l.Name).ShouldBeUnique();

    [Fact]
    public void A_lane_is_on_records_of_one_kind() => FactCatalogue.All.SelectMany(f => f.Lanes.Select(l => (Lane: l, f.Stream))).Distinct()
        .GroupBy(x => x.Lane).ShouldAllBe(lane => lane.Count() == 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_noun_and_lanes_are_written_as_they_are_used(string name)
    {
        var fact = Named(name);
        fact.Name.ShouldMatch("^[a-z0-9_]+\\.v\\d+$");
        fact.Noun.ShouldMatch("^[a-z0-9]+(-[a-z0-9]+)*$");
        fact.Lanes.ShouldAllBe(l => LaneName().IsMatch(l.Name));
        fact.Type.IsSealed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_rules_or_says_why_not(string name)
    {
        var fact = Named(name);
        (fact.Rules.Count > 0).ShouldNotBe(!string.IsNullOrWhiteSpace(fact.NoRule));
        fact.Rules.ShouldAllBe(r => r.Code.Length > 0 && r.Sentence.EndsWith('.') && char.IsUpper(r.Sentence[0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_claims_only_on_its_lanes_and_with_their_values(string name)
    {
        var fact = Named(name);
        foreach (var claim in fact.Example.Claims())
        {
            fact.Lanes.ShouldContain(claim.Lane);
            claim.Value.ShouldBeOfType(claim.Lane.ValueType);
            claim.Closing?.ShouldBeOfType(claim.Lane.ClosingType!);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_speaks_in_one_sentence(string name)
    {
        var sentence = Named(name).Example.Sentence();
        sentence.ShouldEndWith(".");
        sentence.ShouldNotEndWith("..");
        sentence.ShouldNotContain("{");
        char.IsUpper(sentence[0]).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_example_is_judged_and_folded_against_an_empty_record(string name)
    {
        var fact = Named(name);
        var empty = ChildRecord.Empty(Id);
        fact.Judge(empty, Id, fact.Example, Today, Beside.Nothing).ShouldNotContain(r => r.Code == "date-ahead");
        fact.Flag(empty, Id, fact.Example, Today, Beside.Nothing).ShouldAllBe(r => r.FactId == Id);

        var record = empty.With([fact.Asserted(Id, fact.Example, null)]);
        record.Anomalies.ShouldBeEmpty();
        foreach (var lane in fact.Example.Claims().Select(c => c.Lane).Distinct())
        {
            record.Timeline(lane).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_stored_form_is_the_approved_one(string name)
    {
        var fact = Named(name);
        var json = JsonSerializer.Serialize(fact.Asserted(Id, fact.Example, new Correction("mistake", "Read wrongly.")), fact.EventType, Web);
        Golden.Matches(Path.Combine(Golden.Folder(), "Approved", $"{name}.approved.json"), json + "\n");

        var read = (IStatement)JsonSerializer.Deserialize(json, fact.EventType, Web)!;
        JsonSerializer.Serialize(read, fact.EventType, Web).ShouldBe(json);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Long_words_and_unknown_codes_survive(string name)
    {
        var fact = Named(name);
        var odd = Odd(fact.Type);
        var json = JsonSerializer.Serialize(fact.Asserted(Id, odd, null), fact.EventType, Web);
        var read = (IAsserted)JsonSerializer.Deserialize(json, fact.EventType, Web)!;
        JsonSerializer.Serialize(read, fact.EventType, Web).ShouldBe(json);

        var record = ChildRecord.Empty(Id).With([read]);
        Should.NotThrow(() => fact.Flag(record.Without(Id), Id, odd, Today, Beside.Nothing));
        odd.Sentence().ShouldEndWith(".");
        foreach (var lane in record.Lanes)
        {
            Should.NotThrow(() => record.Timeline(lane));
        }
    }

    [Fact]
    public void The_table_of_facts_is_up_to_date()
    {
        var table = new StringBuilder("# Facts\n\nEvery fact of the record, by area.");
        table.Append(" Written from the catalogue by its tests; JOURNEY_APPROVE=1 writes it anew.\n");
        foreach (var area in FactCatalogue.All.GroupBy(f => f.Area).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            table.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n| fact | noun | lanes | rules | in words |\n| --- | --- | --- | --- | --- |\n");
            foreach (var fact in area)
            {
                var lanes = string.Join(", ", fact.Lanes.Select(l => $"{l.Name} ({l.Kind.ToString().ToLowerInvariant()})"));
                var rules = string.Join(", ", fact.Rules.Select(r => r.Code).Distinct());
                table.Append(CultureInfo.InvariantCulture, $"| `{fact.Name}` | {fact.Noun} | {lanes} | {rules} | {fact.Example.Sentence()} |\n");
            }
        }

        var file = Path.GetFullPath(Path.Combine(Golden.Folder(), "..", "..", "..", "src", "Journey.Record", "Facts", "README.md"));
        Golden.Matches(file, table.ToString());
    }

    private static (string Stem, int Version) Versioned(string name) =>
        (name[..name.LastIndexOf(".v", StringComparison.Ordinal)], int.Parse(name[(name.LastIndexOf(".v", StringComparison.Ordinal) + 2)..], CultureInfo.InvariantCulture));

    private static FactType Named(string name) => FactCatalogue.All.Single(f => f.Name == name);

    /// <summary>A fact whose words are long and whose dates, figures and codes nobody would state.</summary>
    internal static IFact Odd(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .Single(c => c.GetParameters() is not [{ } only] || only.ParameterType != type);
        var parameters = constructor.GetParameters();
        return (IFact)constructor.Invoke([.. parameters.Select(p => Odd(Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType, p.Position))]);
    }

    private static object Odd(ConstructorInfo constructor, Type of) => constructor.GetParameters().Length == 0
        ? throw new NotSupportedException($"Say what an odd {of} is.")
        : constructor.Invoke([.. constructor.GetParameters().Select(p => Odd(p.ParameterType, p.Position))]);

    private static object Odd(Type type, int position) => type switch
    {
        _ when type == typeof(string) => position == 0 ? "?Q9" : new string('ü', 100_000),
        _ when type == typeof(DateOnly) => position % 2 == 0 ? DateOnly.MinValue : new DateOnly(9999, 12, 30),
        _ when type == typeof(TimeOnly) => new TimeOnly(2, 30),
        _ when type == typeof(Guid) => Guid.Empty,
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => int.MinValue,
        _ when type == typeof(decimal) => -1.5m,
        _ when type == typeof(IReadOnlyList<string>) => new[] { "?Q9", "?Q9" },
        _ when type == typeof(IReadOnlyList<Guid>) => new[] { Guid.Empty },
        _ when type == typeof(IReadOnlyDictionary<string, int>) => new Dictionary<string, int> { ["?Q9"] = int.MinValue },
        _ when !type.IsGenericType => Odd(type.GetConstructors()[0], type),
        _ => Array.CreateInstance(type.GetGenericArguments()[0], 0),
    };

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex LaneName();
}

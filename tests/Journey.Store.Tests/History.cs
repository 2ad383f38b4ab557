using Journey.Record.Bitemporal;
using Journey.Record.Children;
using Journey.Record.Facts.Care;
using Journey.Record.Facts.Identity;
using Journey.Store.Writing;

namespace Journey.Store.Tests;

/// <summary>
/// An authority's history made up from a seed: children whose episodes are stated, ended, corrected, withdrawn, no longer reported and
/// reported again, late and on one day, one or two children in an act.
/// </summary>
public sealed class History(int seed)
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    private readonly Random _random = new(seed);
    private readonly List<Child> _children = [];
    private readonly List<(Guid Fact, Child One, Child Other)> _links = [];

    public IReadOnlyList<Guid> Children => [.. _children.Select(c => c.Id)];

    /// <summary>The next act, and what to call once it is stored.</summary>
    public (StreamAppend[] Streams, Action Done) Next()
    {
        var acting = new List<Child>();
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            var child = _children.Count == 0 || _random.Next(4) == 0 ? NewChild() : _children[_random.Next(_children.Count)];
            if (!acting.Contains(child))
            {
                acting.Add(child);
            }
        }

        var streams = acting.Select(c => new StreamAppend(c.Id, StreamKind.Child, c.Version, [.. Said(c)])).ToArray();
        return (streams, Done);

        void Done()
        {
            foreach (var stream in streams)
            {
                acting.Single(c => c.Id == stream.Stream).Version += stream.Events.Count;
            }
        }
    }

    /// <summary>The next act that links two children, or withdraws a link, on both records; null while there are not two children.</summary>
    public (StreamAppend[] Streams, Action Done)? NextLink()
    {
        if (_children.Count < 2)
        {
            return null;
        }

        IStatement said;
        Child[] both;
        if (_links.Count > 0 && _random.Next(3) == 0)
        {
            var link = _links[_random.Next(_links.Count)];
            _links.Remove(link);
            (said, both) = (new Withdrawn(link.Fact, "not-the-same-child", "The fathers differ."), [link.One, link.Other]);
        }
        else
        {
            both = [.. _children.OrderBy(_ => _random.Next()).Take(2)];
            var fact = new Guid(Bytes());
            _links.Add((fact, both[0], both[1]));
            said = new Asserted<ChildRecordsLinked>(fact, new ChildRecordsLinked(both[0].Id, both[1].Id, "The same birth certificate.", Day()), null);
        }

        return ([.. both.Select(c => new StreamAppend(c.Id, StreamKind.Child, c.Version, [new Appending(new Guid(Bytes()), said)]))], Done);

        void Done()
        {
            foreach (var child in both)
            {
                child.Version++;
            }
        }
    }

    public DateOnly Day() => Start.AddDays(_random.Next(400));

    public long Position(long head) => _random.NextInt64(head + 1);

    private Child NewChild()
    {
        var child = new Child(new Guid(Bytes()));
        _children.Add(child);
        return child;
    }

    private IEnumerable<Appending> Said(Child child)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            yield return new Appending(new Guid(Bytes()), Statement(child));
        }
    }

    private IStatement Statement(Child child)
    {
        var known = child.Facts.Count == 0 ? Guid.Empty : child.Facts[_random.Next(child.Facts.Count)];
        switch (known == Guid.Empty ? 0 : _random.Next(10))
        {
            case 0 or 1 or 2 or 3:
                child.Facts.Add(known = new Guid(Bytes()));
                return child.Facts.Count == 1 || _random.Next(6) == 0
                    ? new Asserted<IdentityStated>(known, Identity(child), null)
                    : new Asserted<EpisodeStated>(known, Episode(), null);
            case 4 or 5:
                return new Asserted<EpisodeStated>(known, Episode(), new Correction("wrong-date", "Read the letter again."));
            case 6 or 7:
                var end = new Guid(Bytes());
                child.Facts.Add(end);
                return new Asserted<EpisodeEnded>(end, new EpisodeEnded(known, Day(), "X1", null), null);
            case 8:
                return _random.Next(2) == 0 ? new NotReported(known, Day()) : new ReportedAgain(known);
            default:
                return new Withdrawn(known, "never-true", "Another child was meant.");
        }
    }

    private IdentityStated Identity(Child child) =>
        new($"C{child.Id:N}"[..8], true, Day().AddYears(-10), "M", "WBRI", null, null, null, []);

    private EpisodeStated Episode()
    {
        var from = Day();
        DateOnly? to = _random.Next(3) == 0 ? null : from.AddDays(_random.Next(90));
        var status = _random.Next(3) switch { 0 => "C2", 1 => "V2", _ => "E1" };
        return new EpisodeStated(from, "S", status, "N1", _random.Next(2) == 0 ? "U6" : null, "PR1", to, to is null ? null : "X1", null, null, null, null);
    }

    private byte[] Bytes()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return bytes;
    }

    private sealed class Child(Guid id)
    {
        public Guid Id { get; } = id;

        public long Version { get; set; }

        public List<Guid> Facts { get; } = [];
    }
}

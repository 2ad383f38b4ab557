using Journey.Record.Facts.Identity;

namespace Journey.Generator.Telling;

/// <summary>The record is opened, and who the child is.</summary>
public sealed class IdentityChapter : IChapter
{
    /// <inheritdoc/>
    public void Tell(IReadOnlyList<Life> lives)
    {
        foreach (var life in lives.Where(l => l.Course.Needs.Count > 0))
        {
            var (child, on) = (life.Child, life.Course.Needs[0].ReferredOn);
            life.Tell(on, new TimeOnly(9, 0), "opening", new ChildRecordOpened(
                child.LaChildId, child.First, child.Last, child.Born, null, child.Sex, "Referred", on));
        }
    }
}

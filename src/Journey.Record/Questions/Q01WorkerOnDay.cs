using Journey.Record.Bitemporal;
using Journey.Record.Facts;
using Journey.Record.Facts.Allocations;

namespace Journey.Record.Questions;

/// <summary>Question 1.</summary>
public static class Q01WorkerOnDay
{
    /// <summary>The allocated social worker on a day, before and after late recording.</summary>
    public static ChildQuestion Question { get; } = new()
    {
        Number = 1,
        Code = "worker-on-day",
        Title = "Who was the allocated worker on a day, as known on another?",
        Explains = "The allocated social worker at the end of the day, at both points of knowledge, and when that was recorded.",
        Of = Answer,
    };

    private static Answered Answer(OneChild child)
    {
        var rows = child.Both().Select(b => (b.AsKnown, b.Record, Held: b.Record.On(AllocationLanes.SocialWorker, child.Day).FirstOrDefault())).ToList();
        var (then, now) = (rows[0].Held, rows[1].Held);
        var same = then?.As<Allocation>().Worker == now?.As<Allocation>().Worker;
        var sentence = $"On {Words.Date(child.Day)} {Who(then)}, as known then; {(same ? "the same is known now." : $"as known now, {Who(now)}.")}";
        return new Answered(
            sentence,
            [Telling.AsKnown, "worker", "team", "reason", "from", "to", "recordedAt"],
            [
                .. rows.Select(r => child.Row(
                    r.Held is { } held ? [held.FactId] : [],
                    r.AsKnown, r.Held?.As<Allocation>().Worker, r.Held?.As<Allocation>().Team, r.Held?.As<Allocation>().Reason, r.Held?.From, r.Held?.Until(),
                    r.Held is null ? null : r.Record.RecordedAt(r.Held.FactId))),
            ]);
    }

    private static string Who(Interval? held) => held is null ? "no social worker was allocated" : $"{held.As<Allocation>().Worker} was the social worker";
}

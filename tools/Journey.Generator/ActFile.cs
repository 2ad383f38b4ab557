using System.Text.Json;
using Journey.Record.Children;
using Journey.Record.Facts;
using Journey.Store;

namespace Journey.Generator;

/// <summary>The acts as a file: one act a line, in order of recording. Facts stand as they are stored, beside their stored name.</summary>
public static class ActFile
{
    /// <summary>The file's name.</summary>
    public static string Name => "acts.jsonl";

    /// <summary>Writes it.</summary>
    public static void Write(IReadOnlyList<Act> acts, Stream to, IProgress<Making>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(to);
        using var writer = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JourneyJson.Options.Encoder, SkipValidation = true });
        for (var i = 0; i < acts.Count; i++)
        {
            Write(acts[i], writer);
            writer.Flush();
            writer.Reset();
            to.WriteByte((byte)'\n');
            if (i % 1000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new Making("Writing", i, acts.Count));
            }
        }
    }

    private static void Write(Act act, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("at", act.At.UtcDateTime);
        writer.WritePropertyName("actor");
        JsonSerializer.Serialize(writer, act.Actor, JourneyJson.Options);
        if (act.Reason is { } why)
        {
            writer.WriteString("reason", why);
        }

        writer.WriteString("correlation", act.Correlation);
        writer.WriteStartArray("on");
        foreach (var on in act.On)
        {
            writer.WriteStartObject();
            writer.WriteString("record", on.Record);
            writer.WriteString("kind", on.Kind.ToString());
            writer.WriteStartArray("steps");
            foreach (var step in on.Steps)
            {
                Write(step, writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Step step, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("eventId", step.EventId);
        writer.WriteString("factId", step.FactId);
        switch (step)
        {
            case Step.Record recorded:
                Write("record", recorded.Fact, writer);
                break;
            case Step.Correct corrected:
                Write("correct", corrected.Fact, writer);
                writer.WritePropertyName("correction");
                JsonSerializer.Serialize(writer, corrected.Correction, JourneyJson.Options);
                break;
            case Step.Withdraw withdrawn:
                writer.WriteString("verb", "withdraw");
                writer.WriteString("code", withdrawn.Code);
                writer.WriteString("reason", withdrawn.Reason);
                break;
            default:
                throw new InvalidOperationException($"No line for {step.GetType()}.");
        }

        writer.WriteEndObject();
    }

    private static void Write(string verb, IFact fact, Utf8JsonWriter writer)
    {
        writer.WriteString("verb", verb);
        writer.WriteString("name", FactCatalogue.Of(fact).Name);
        writer.WritePropertyName("fact");
        JsonSerializer.Serialize(writer, fact, fact.GetType(), JourneyJson.Options);
    }
}

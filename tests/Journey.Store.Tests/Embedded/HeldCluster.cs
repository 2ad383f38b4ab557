using Journey.Store.Embedded;

namespace Journey.Store.Tests.Embedded;

/// <summary>Turns a second process of these tests into one that holds a cluster until it is killed; does nothing in a plain run.</summary>
public sealed class HeldCluster : IAsyncLifetime
{
    /// <summary>The variable that names the data folder to hold.</summary>
    public const string FolderVariable = "JOURNEY_HELD_FOLDER";

    /// <summary>The file written once the cluster answers.</summary>
    public const string ReadyFile = "ready";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            await using var cluster = await EmbeddedCluster.StartOrAttachAsync(new EmbeddedClusterOptions { DataRoot = folder, Durable = false });
            await File.WriteAllTextAsync(Path.Combine(folder, ReadyFile), "");
            await Task.Delay(Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

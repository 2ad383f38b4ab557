using System.Diagnostics;

namespace Journey.Store.Embedded;

/// <summary>The server started by this process, and ended with it however this process ends.</summary>
internal sealed class ServerProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly IEnumerable<string> _stop;

    private ServerProcess(Process process, IEnumerable<string> stop)
    {
        _process = process;
        _stop = stop;
    }

    public bool HasExited => _process.HasExited;

    public static async Task<ServerProcess> StartAsync(PostgresBinaries binaries, ServerAccount account, ClusterFolder folder, int port, bool durable)
    {
        // A terse log leaves out the details of an error, which repeat the row that caused it.
        string[] careless = durable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];
        var server = account.RunTiedToThread(
            [binaries.Postgres, "-D", folder.Data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "max_connections=200", "-c", "log_error_verbosity=terse", .. careless]);

        // The shell gives the server a log file instead of pipes that would break with this process, then becomes the server.
        var start = Command.Start(["/bin/sh", "-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", folder.Log, .. server]);
        var process = await StartOnItsOwnThreadAsync(start);
        return new ServerProcess(process, [.. account.Run(binaries.PgCtl, "stop", "-D", folder.Data, "-m", "fast", "-w", "-s", "-t", $"{Patience.TotalSeconds:0}")]);
    }

    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            await Command.RunAsync(_stop, CancellationToken.None);
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }

    /// <summary>The kernel ties the server's life to the thread that started it, so that thread lives as long as the server.</summary>
    private static Task<Process> StartOnItsOwnThreadAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        var keeper = new Thread(() =>
        {
            try
            {
                using var exited = new ManualResetEventSlim();
                var process = new Process { StartInfo = start, EnableRaisingEvents = true };
                process.Exited += (_, _) => exited.Set();
                process.Start();
                started.SetResult(process);
                exited.Wait();
            }
            catch (Exception e)
            {
                started.TrySetException(e);
            }
        })
        {
            IsBackground = true,
            Name = "PostgreSQL",
        };
        keeper.Start();
        return started.Task;
    }
}

using Spectre.Console;

namespace Journey.Generator.Commands;

/// <summary>Shows the stages of long work on standard error; only where somebody watches.</summary>
internal static class Watched
{
    public static Task<T> RunAsync<T>(Func<IProgress<Making>?, T> work, CancellationToken cancellation) =>
        RunAsync(progress => Task.FromResult(work(progress)), cancellation);

    public static Task<T> RunAsync<T>(Func<IProgress<Making>?, Task<T>> work, CancellationToken cancellation)
    {
        if (Console.IsErrorRedirected)
        {
            return Task.Run(() => work(null), cancellation);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().StartAsync(context => Task.Run(() => work(new Bars(context)), cancellation));
    }

    private sealed class Bars(ProgressContext context) : IProgress<Making>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(Making value)
        {
            if (!_tasks.TryGetValue(value.What, out var task))
            {
                foreach (var earlier in _tasks.Values.Where(t => !t.IsFinished))
                {
                    earlier.Value = earlier.MaxValue;
                    earlier.StopTask();
                }

                _tasks.Add(value.What, task = context.AddTask(Markup.Escape(value.What)));
            }

            task.MaxValue = Math.Max(1, value.Of);
            task.Value = value.Done;
        }
    }
}

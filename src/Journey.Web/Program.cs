using Journey.Web.Commands;

return await CommandLine.RunAsync(
    args,
    new CommandHost(),
    [
        new ServeCommand(),
        new QuestionCommands(),
        new ReturnCommands(),
        new MaintenanceCommands(),
    ]);

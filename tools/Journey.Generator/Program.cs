using Journey.Generator.Commands;

#pragma warning disable RS0030 // The composition root is where the system clock gets its name.
return await CommandLine.RunAsync(args, TimeProvider.System);
#pragma warning restore RS0030

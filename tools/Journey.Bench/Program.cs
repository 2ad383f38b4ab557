Console.Error.WriteLine("Name a measurement to run.");
return 2;

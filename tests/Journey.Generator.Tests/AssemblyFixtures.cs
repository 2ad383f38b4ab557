using Journey.Kit;

[assembly: AssemblyFixture(typeof(TestServerLifetime))]

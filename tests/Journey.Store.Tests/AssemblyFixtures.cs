using Journey.Kit;
using Journey.Store.Tests.Embedded;

[assembly: AssemblyFixture(typeof(HeldCluster))]
[assembly: AssemblyFixture(typeof(TestServerLifetime))]

namespace Journey.Generator.Tests;

/// <summary>The tests that ask the one authority, which is loaded once.</summary>
[CollectionDefinition(SyntheticFixture.Shared)]
public sealed class SyntheticCollection : ICollectionFixture<SyntheticFixture>;

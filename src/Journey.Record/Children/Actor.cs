namespace Journey.Record.Children;

/// <summary>Who acts: a stable id, the role held at that moment, and on whose behalf. A command without an actor is refused.</summary>
public sealed record Actor(string Id, string Role, string? OnBehalfOf = null);

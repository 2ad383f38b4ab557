using System.Collections.Concurrent;
using System.Reflection;
using Journey.Record.Children;

namespace Journey.Generator.Recording;

/// <summary>The ids that facts of a type name, found once per type.</summary>
internal static class References
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = [];

    /// <summary>Every id that a fact names, be it a fact's or a record's.</summary>
    public static IEnumerable<Guid> Of(IFact fact)
    {
        foreach (var property in Known.GetOrAdd(fact.GetType(), Find))
        {
            switch (property.GetValue(fact))
            {
                case Guid id:
                    yield return id;
                    break;
                case IEnumerable<Guid> several:
                    foreach (var id in several)
                    {
                        yield return id;
                    }

                    break;
            }
        }
    }

    private static PropertyInfo[] Find(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(Guid) || p.PropertyType == typeof(Guid?) || typeof(IEnumerable<Guid>).IsAssignableFrom(p.PropertyType)),
    ];
}
